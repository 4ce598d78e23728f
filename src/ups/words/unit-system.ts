import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { WeightUnit } from "../../carrier/values.js";
import { laneOf } from "./lanes.js";
import { isWithinLimits } from "./package-measures.js";
import { type UnitSystem, unitSystems } from "./units.js";

/**
 * The one system UPS is asked in; without a wish, the packages' own where the origin takes both. Where only the other one's
 * limits hold the packages it is that: a box is taken or refused whichever unit it was measured in.
 */
export function systemOf({ packages, ...details }: ShipmentDetails, weightUnit: WeightUnit | null): UnitSystem {
  const systems = unitSystems(laneOf(details).from, weightUnit ?? packages[0]?.weight.unit ?? null);
  return systems.find((system) => packages.every((pkg) => isWithinLimits(pkg, system))) ?? systems[0];
}
