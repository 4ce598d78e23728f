import type { PurchasedPackage } from "../../entities/purchased-package.js";
import type { PurchaseVoidState } from "../../entities/values/history-enums.js";

/** How much of a purchase is voided; null: it gave no labels. */
export function voidStateOf(packages: Pick<PurchasedPackage, "voidState">[]): PurchaseVoidState | null {
  const count = (state: PurchasedPackage["voidState"]) => packages.filter((pkg) => pkg.voidState === state).length;
  if (packages.length === 0) return null;
  if (count("VOID_PENDING") > 0) return "VOID_PENDING";
  if (count("VOIDED") === 0) return "NOT_VOIDED";
  return count("VOIDED") === packages.length ? "VOIDED" : "PARTIALLY_VOIDED";
}
