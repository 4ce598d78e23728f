import type { PurchasedPackage } from "../../entities/purchased-package.js";
import type { ShippingLabel } from "../../entities/shipping-label.js";
import { isInForce } from "../is-in-force.js";

type Label = Pick<ShippingLabel, "purchasedPackageId" | "isForAllPackages" | "createdAt">;

/**
 * Whose void state is the label's: its package's. A file of all packages holds what was not voided when it was made, and
 * is voided with the first of them. Null: `ofPurchase` are not the packages of its purchase.
 */
export function packageThatDecides(label: Label, ofPurchase: PurchasedPackage[]): PurchasedPackage | null {
  const inside = label.isForAllPackages
    ? ofPurchase.filter(({ voidedAt }) => voidedAt === null || voidedAt > label.createdAt)
    : ofPurchase.filter(({ id }) => id === label.purchasedPackageId);
  return inside.find((pkg) => !isInForce(pkg)) ?? inside[0] ?? null;
}
