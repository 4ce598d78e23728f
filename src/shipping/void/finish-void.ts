import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { voidAtCarrier } from "./void-at-carrier.js";

/** Drives a void that was begun and has no answer to its end. */
export async function finishVoid(deps: ShippingDeps, loaded: LoadedAccount, purchase: LabelPurchase): Promise<void> {
  const errors = await voidAtCarrier(deps, loaded, purchase);
  if (errors.length > 0)
    deps.log.warn("A void is not done yet.", { purchaseId: purchase.id, codes: errors.map((error) => error.code) });
}
