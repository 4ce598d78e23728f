import type { Decimal } from "decimal.js";
import type { PackageDimensionUnit, PackageWeightUnit } from "../../entities/values/enums.js";
import type { PackageWeight } from "../../entities/values/measures.js";
import type { StoredVolume } from "../../entities/values/stored-method-rules.js";
import { Exact } from "./exact.js";

/** As the International yard and pound agreement of 1959 has them, to the last digit. */
const kilograms: Record<PackageWeightUnit, Decimal> = {
  KG: new Exact(1),
  LB: new Exact("0.45359237"),
  OZ: new Exact("0.028349523125"),
};
const cubicCentimetres: Record<PackageDimensionUnit, Decimal> = { CM: new Exact(1), IN: new Exact("16.387064") };

/** What was given, without the noise of sums of fractions: a number keeps 15 digits, and 0.1 + 0.2 is 0.3. */
const withoutNoise = (value: number) => new Exact(value).toSignificantDigits(15);

/** What was converted, kept as a number and converted back: 333 ounces that were added up in kilograms are 333 again. */
export const asBefore = (measure: Decimal) => measure.toSignificantDigits(12);

/** Whether it is more than a limit, by more than numbers of other units leave of it. */
export const exceeds = (measure: Decimal, limit: Decimal) => measure.greaterThan(limit.times("1.000000000001"));

/** The exact weight. */
export function inKilograms({ value, unit }: PackageWeight): Decimal {
  return withoutNoise(value).times(kilograms[unit]);
}

/** The exact volume; a cubic inch is 16.387064 cubic centimetres. */
export function inCubicCentimetres({ value, unit }: StoredVolume): Decimal {
  return withoutNoise(value).times(cubicCentimetres[unit]);
}
