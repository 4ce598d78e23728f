import { Decimal } from "decimal.js";
import type { BillableWeight, CarrierPackaging, DimensionalDivisor } from "../../carrier/packaging.js";
import type { Dimensions } from "../../carrier/values.js";
import { packageLimits } from "./limits.js";
import { isWithinLimits } from "./package-measures.js";
import { findPackageType, flatRateWeights } from "./package-types.js";
import { type UnitSystem, unitSystems, upsDimensions, upsWeight, weightUnitOf } from "./units.js";

/** As published; a contract may have another, and prices with it (UPS answers the weight by the published one all the same). */
const divisors: Record<UnitSystem, DimensionalDivisor> = {
  IMPERIAL: { value: 139, volumeUnit: "IN", weightUnit: "LB" },
  METRIC: { value: 5000, volumeUnit: "CM", weightUnit: "KG" },
};

export const upsPackaging: CarrierPackaging = {
  heaviest: (origin) => {
    const [system] = unitSystems(origin, null);
    return { value: packageLimits[system].weight, unit: weightUnitOf(system) };
  },
  isTaken: (dimensions, origin) => {
    const [system] = unitSystems(origin, null);
    return isWithinLimits({ weight: { value: 1, unit: weightUnitOf(system) }, dimensions }, system);
  },
  billableWeight: ({ weight, dimensions, packageType }, origin) => {
    const [system] = unitSystems(origin, weight.unit);
    const actual = { value: upsWeight(weight, system).toNumber(), unit: weightUnitOf(system) };
    const dimensional = dimensions && goesBySize(packageType) ? dimensionalWeight(dimensions, system) : null;
    if (dimensional === null || dimensional.weight.value <= actual.value) {
      return { weight: actual, basis: "ACTUAL", dimensional };
    }
    return { weight: dimensional.weight, basis: "DIMENSIONAL", dimensional };
  },
};

/** Letters, and boxes with a price of their own, are billed whatever room they take. */
function goesBySize(packageType: string): boolean {
  const type = findPackageType(packageType);
  return type === null || !Object.hasOwn(flatRateWeights, type.ups);
}

function dimensionalWeight(dimensions: Dimensions, system: UnitSystem): NonNullable<BillableWeight["dimensional"]> {
  const { length, width, height } = upsDimensions(dimensions, system);
  const divisor = divisors[system];
  const weight = length.times(width).times(height).div(divisor.value).toDecimalPlaces(1, Decimal.ROUND_UP);
  return { weight: { value: weight.toNumber(), unit: divisor.weightUnit }, divisor };
}
