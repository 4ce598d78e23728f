import { Decimal } from "decimal.js";
import type { PackageDimensions, PackageWeight } from "../../entities/values/measures.js";

/**
 * Sizes in whole micrometres and weights in whole nanograms, in which sums and comparisons are exact: a 10 in cube fits a
 * 10 in box, and sixteen ounces fit what takes a pound.
 */
const micrometres = { IN: 25_400, CM: 10_000 } as const;
const nanograms = { LB: new Decimal("453592370000"), OZ: new Decimal("28349523125"), KG: new Decimal("1e12") } as const;

/** Length, width and height; the last is upwards. */
export type Sides = readonly [number, number, number];

export function sidesOf({ length, width, height, unit }: PackageDimensions): Sides {
  return [inMicrometres(length, unit), inMicrometres(width, unit), inMicrometres(height, unit)];
}

function inMicrometres(value: number, unit: PackageDimensions["unit"]): number {
  return Math.round(value * micrometres[unit]);
}

/** In a unit of people again, without the noise of fractions. */
export function fromMicrometres(value: number, unit: PackageDimensions["unit"]): number {
  return withoutNoise(value / micrometres[unit]);
}

export function inNanograms({ value, unit }: PackageWeight): number {
  return nanograms[unit].times(value).round().toNumber();
}

export function fromNanograms(value: number, unit: PackageWeight["unit"]): number {
  return new Decimal(value).div(nanograms[unit]).toSignificantDigits(9).toNumber();
}

/** Cubic millimetres: those of whole micrometres would not be exact. */
export function volumeOf([length, width, height]: Sides): number {
  return (length / 1000) * (width / 1000) * (height / 1000);
}

const withoutNoise = (value: number) => Number(value.toPrecision(9));
