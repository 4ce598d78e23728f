import type { Address } from "../../carrier/values.js";
import { bodyOf } from "../wire/declared-names.js";
import { postalCodeOf } from "../words/address.js";
import { countryOf } from "../words/places/place.js";

export const transitTimesPath = "/api/shipments/v1/transittimes";

/** The flat body of Time in Transit v1, within one country: as of today, for packages of any weight. */
export function serialiseTransitTimes(from: Address, to: Address) {
  return bodyOf("TRANSIT_TIMES", {
    originCountryCode: countryOf(from),
    originPostalCode: postalCodeOf(from),
    destinationCountryCode: countryOf(to),
    destinationPostalCode: postalCodeOf(to),
  });
}
