import { Decimal } from "decimal.js";
import type { PackageDimensionUnit, PackageWeightUnit } from "../../entities/values/enums.js";
import type { PackageWeight } from "../../entities/values/measures.js";
import type { StoredVolume } from "../../entities/values/stored-method-rules.js";

/** More digits than any product of what is given and a unit has, so that no conversion is rounded. */
const Exact = Decimal.clone({ precision: 40 });

/** As the International yard and pound agreement of 1959 has them, to the last digit. */
const kilograms: Record<PackageWeightUnit, Decimal> = {
  KG: new Exact(1),
  LB: new Exact("0.45359237"),
  OZ: new Exact("0.028349523125"),
};
const cubicCentimetres: Record<PackageDimensionUnit, Decimal> = { CM: new Exact(1), IN: new Exact("16.387064") };

/** What was given, without the noise of sums of fractions: 0.1 + 0.2 is 0.3, which is within a limit of 0.3. */
const withoutNoise = (value: number) => new Exact(value).toSignificantDigits(12);

/** The exact weight; boundaries can be compared with it. */
export function inKilograms({ value, unit }: PackageWeight): Decimal {
  return withoutNoise(value).times(kilograms[unit]);
}

/** The exact volume; a cubic inch is 16.387064 cubic centimetres. */
export function inCubicCentimetres({ value, unit }: StoredVolume): Decimal {
  return withoutNoise(value).times(cubicCentimetres[unit]);
}
