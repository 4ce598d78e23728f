import type { PackageDimensions, PackageWeight } from "../../entities/values/measures.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";

/** Far more than anything that is shipped in a box; more would not be exact. */
const most = 10_000;

const isMeasure = (value: number) => Number.isFinite(value) && value > 0 && value <= most;

/** What is wrong with sizes, each side at its place under `at`. */
export function checkSides(size: Omit<PackageDimensions, "unit">, at: string[]): ShippingUserError[] {
  return (["length", "width", "height"] as const)
    .filter((side) => !isMeasure(size[side]))
    .map((side) => userError("INVALID", `A side is longer than nothing, and at most ${most}.`, [...at, side]));
}

/** What is wrong with a weight that is more than nothing. */
export function checkWeight({ value }: Pick<PackageWeight, "value">, at: string[]): ShippingUserError[] {
  if (isMeasure(value)) return [];
  return [userError("INVALID", `It weighs more than nothing, and at most ${most}.`, [...at, "value"])];
}
