import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { findPackageType, flatRateWeights } from "../words/package-types.js";
import { systemOf } from "../words/unit-system.js";
import { type UnitSystem, upsWeight, weightUnitOf } from "../words/units.js";

/** UPS takes its own packaging also when it is heavier than its rate is for, and asks the price of the weight. */
export function packagingNotices(details: ShipmentDetails): CarrierMessage[] {
  const system = systemOf(details, null);
  return details.packages.flatMap((pkg, index) => overweight(pkg, index, system));
}

function overweight({ packageType, weight }: PackageDetails, index: number, system: UnitSystem): CarrierMessage[] {
  const type = findPackageType(packageType);
  const most = type === null ? undefined : flatRateWeights[type.ups]?.[system];
  if (type === null || most === undefined || !upsWeight(weight, system).greaterThan(most)) return [];
  const text =
    `Package ${index + 1} is heavier than the ${most} ${weightUnitOf(system)} that the rate of a ${type.name} is for: ` +
    "UPS rates it by weight.";
  return [{ code: "PACKAGING_OVERWEIGHT", severity: "WARNING", text }];
}
