import { Decimal } from "decimal.js";
import type { Dimensions, DimensionUnit, Weight, WeightUnit } from "../../carrier/values.js";
import { packageLimits } from "./limits.js";

export type UnitSystem = "IMPERIAL" | "METRIC";

/** Origins from which UPS takes pounds and inches only; a wrong system is error 111057. */
const imperialOrigins = new Set(["US", "PR", "VI", "GU", "AS", "MP"]);
/** Origins from which UPS takes either. */
const mixedOrigins = new Set(["CA"]);

const grams: Record<WeightUnit, Decimal> = {
  LB: new Decimal("453.59237"),
  OZ: new Decimal("28.349523125"),
  KG: new Decimal(1000),
};
const millimetres: Record<DimensionUnit, Decimal> = { IN: new Decimal("25.4"), CM: new Decimal(10) };

const systemUnits = {
  IMPERIAL: { weight: "LB", dimension: "IN" },
  METRIC: { weight: "KG", dimension: "CM" },
} as const;

/** The units UPS takes from an origin country, the usual ones first. */
export function unitsOf(origin: string): { weight: WeightUnit[]; dimension: DimensionUnit[] } {
  if (imperialOrigins.has(origin)) return { weight: ["LB"], dimension: ["IN"] };
  if (mixedOrigins.has(origin)) return { weight: ["KG", "LB"], dimension: ["CM", "IN"] };
  return { weight: ["KG"], dimension: ["CM"] };
}

/** One system per request (mixing is error 110548): the preferred one first where the origin allows both, else its own. */
export function unitSystems(origin: string, preferred: WeightUnit | null): [UnitSystem, ...UnitSystem[]] {
  if (imperialOrigins.has(origin)) return ["IMPERIAL"];
  if (!mixedOrigins.has(origin)) return ["METRIC"];
  const isImperialWanted = preferred === "LB" || preferred === "OZ";
  return isImperialWanted ? ["IMPERIAL", "METRIC"] : ["METRIC", "IMPERIAL"];
}

export function weightUnitOf(system: UnitSystem): WeightUnit {
  return systemUnits[system].weight;
}

export function dimensionUnitOf(system: UnitSystem): DimensionUnit {
  return systemUnits[system].dimension;
}

/** What was given, without the noise of sums of fractions: 0.1 + 0.2 is 0.3, which rounding up would make 0.4. */
const withoutNoise = (value: number) => new Decimal(value).toSignificantDigits(12);

/** Pounds or kilograms to one decimal, which is UPS's precision; always rounded up: UPS bills the heavier. */
export function upsWeight(weight: Weight, system: UnitSystem): Decimal {
  return withoutNoise(weight.value)
    .times(grams[weight.unit])
    .div(grams[weightUnitOf(system)])
    .toDecimalPlaces(1, Decimal.ROUND_UP);
}

/** Ounces rounded up to a tenth, and to whole ones where more would not fit UPS's five signs. */
export function upsOunces(weight: Weight): Decimal {
  const ounces = withoutNoise(weight.value).times(grams[weight.unit]).div(grams.OZ);
  return ounces.toDecimalPlaces(ounces.lessThan(999) ? 1 : 0, Decimal.ROUND_UP);
}

export interface UpsDimensions {
  length: Decimal;
  width: Decimal;
  height: Decimal;
}

/** Whole inches or centimetres, rounded up, the longest side as length, as UPS wants them. */
export function upsDimensions(dimensions: Dimensions, system: UnitSystem): UpsDimensions {
  const sides = [dimensions.length, dimensions.width, dimensions.height]
    .map((side) => wholeSide(millimetres[dimensions.unit].times(withoutNoise(side)), system))
    .sort((a, b) => b.comparedTo(a));
  return { length: sides[0] as Decimal, width: sides[1] as Decimal, height: sides[2] as Decimal };
}

/** UPS's longest side, 108 in, is 274 cm to it and 274.32 to a rule: between the two it is not rounded out of the limit. */
function wholeSide(side: Decimal, system: UnitSystem): Decimal {
  const isTheLongest = side.lessThanOrEqualTo(millimetres.IN.times(packageLimits.IMPERIAL.length));
  const whole = side.div(millimetres[dimensionUnitOf(system)]).ceil();
  return isTheLongest ? Decimal.min(whole, packageLimits[system].length) : whole;
}
