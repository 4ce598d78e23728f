import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { WeightUnit } from "../../carrier/values.js";
import { laneOf } from "./lanes.js";
import { type UnitSystem, unitSystem } from "./units.js";

/** The one system UPS is asked in; without a wish, the packages' own where the origin takes both. */
export function systemOf(details: ShipmentDetails, weightUnit: WeightUnit | null): UnitSystem {
  return unitSystem(laneOf(details).from, weightUnit ?? details.packages[0]?.weight.unit ?? null);
}
