import type { ShippingDeps } from "../shipping/deps.js";
import { reconcilePurchase } from "../shipping/reconcile/reconcile-purchase.js";
import { inBackground } from "../shipping/urgency.js";
import type { DueRowKind } from "./due-rows.js";

/** Purchases with an open question: what became of them at the carrier is looked up. */
export function duePurchases(deps: ShippingDeps): DueRowKind {
  const background = inBackground(deps);
  return {
    sweep: "take_due_label_purchases",
    atOnce: 32,
    accounts: { atOnce: 8, more: [] },
    work: (turn) => reconcilePurchase(background, turn),
    failed: ({ id }, error) =>
      deps.log.warn("A purchase could not be looked up at the carrier.", { purchaseId: id, error }),
  };
}
