import { inTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { assemblePurchase } from "./assemble-purchase.js";
import type { PurchaseInput } from "./purchase-input.js";
import { sendPurchase } from "./send-purchase.js";

/**
 * What a shop does without the claim: a purchase without an outcome is sent again when its buyer asks again. It buys
 * twice. Here for the kill harness alone, which must find the doubles; the configuration refuses it in production.
 */
export async function sendAgain(
  deps: ShippingDeps,
  actor: Actor,
  purchase: LabelPurchase,
  input: PurchaseInput,
): Promise<void> {
  const isOpen = purchase.state === "PENDING" || purchase.state === "UNKNOWN";
  if (!isOpen || !input.shipment) return;
  const claimedAt = performance.now();
  const plan = await inTenant(deps.database, actor.tenantId, (manager) => assemblePurchase(deps, manager, input));
  await sendPurchase(deps, { kind: "CLAIMED", purchase, plan, claimedAt });
}
