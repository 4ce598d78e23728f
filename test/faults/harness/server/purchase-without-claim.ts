import { inTenant } from "../../../../src/database/tenant-transaction.js";
import type { LabelPurchase } from "../../../../src/entities/label-purchase.js";
import type { Actor, ShippingDeps } from "../../../../src/shipping/deps.js";
import { findPurchase } from "../../../../src/shipping/find-purchase.js";
import { assemblePurchase } from "../../../../src/shipping/purchase/assemble-purchase.js";
import type { PurchaseInput } from "../../../../src/shipping/purchase/purchase-input.js";
import { purchaseLabel as purchaseOnce } from "../../../../src/shipping/purchase/purchase-label.js";
import { sendPurchase } from "../../../../src/shipping/purchase/send-purchase.js";

/**
 * `purchaseLabel` of a shop without the claim: a purchase without an outcome is sent again when its buyer asks again. It
 * buys twice, together with the rest of the mutation: the note that it leaves stops nothing.
 */
export async function purchaseLabel(
  deps: ShippingDeps,
  actor: Actor,
  input: PurchaseInput,
): ReturnType<typeof purchaseOnce> {
  const earlier = await findPurchase(deps, actor, { idempotencyKey: input.idempotencyKey });
  if (earlier !== null) await sendAgain(deps, actor, earlier, input);
  return purchaseOnce(deps, actor, input);
}

async function sendAgain(deps: ShippingDeps, actor: Actor, purchase: LabelPurchase, input: PurchaseInput) {
  const isOpen = purchase.state === "PENDING" || purchase.state === "UNKNOWN";
  if (!isOpen || !input.shipment) return;
  const claimedAt = performance.now();
  const plan = await inTenant(deps.database, actor.tenantId, (manager) => assemblePurchase(deps, manager, input));
  await sendPurchase(deps, { kind: "CLAIMED", purchase, plan, claimedAt, found: null });
}
