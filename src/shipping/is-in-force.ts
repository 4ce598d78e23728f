import type { PurchasedPackage } from "../entities/purchased-package.js";

/** Whether a package's label may be used: not while the carrier is being asked to void it. The database says it alike. */
export const isInForce = ({ voidState }: Pick<PurchasedPackage, "voidState">) =>
  voidState === "NOT_VOIDED" || voidState === "VOID_REFUSED";
