import type { ShipFromPlace } from "../../entities/ship-from-place.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { DispatchPlace } from "./promise.js";
import { timeZoneOf } from "./time-zone-of.js";

/**
 * When and by whose clock parcels leave: a place's own zone, and the days it is open on; without a place the zone of the
 * sender's address, without either UTC.
 */
export function dispatchPlace(
  place: Pick<ShipFromPlace, "timeZone" | "openingHours"> | null,
  sender: Pick<PostalAddress, "countryCode" | "region"> | null,
): DispatchPlace {
  return {
    timeZone: place?.timeZone ?? (sender ? timeZoneOf(sender) : "UTC"),
    workingDays: [...new Set(place?.openingHours.map(({ weekday }) => weekday))].sort(),
  };
}
