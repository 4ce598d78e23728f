import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Address, FieldProblem } from "../../carrier/values.js";
import { isUnitedStates } from "../words/lanes.js";
import { countryOf } from "../words/places/place.js";
import { problem, when } from "../words/problems.js";

/**
 * What goes out starts in the account's own country, whoever pays: else Ship refuses it with 120317 (UPS-API issue 234,
 * between two EU countries; certain for Ship, assumed for the territories that UPS counts as countries). Between the
 * United States and Puerto Rico, which UPS treats as one in much, nobody has told: that is left to UPS. What comes back
 * starts elsewhere. `shipper` null: the account is not chosen yet.
 */
export function checkOrigin({ shipFrom, returnService }: ShipmentDetails, shipper: Address | null): FieldProblem[] {
  if (shipper === null || returnService !== null) return [];
  const [origin, own] = [countryOf(shipFrom), countryOf(shipper)];
  const message = `This account is in ${own}, and UPS ships nothing with it from ${origin}: use an account in ${origin}`;
  const isOne = origin === own || (isUnitedStates(origin) && isUnitedStates(own));
  return when(!isOne, problem("NOT_ALLOWED", ["shipFrom", "countryCode"], message));
}
