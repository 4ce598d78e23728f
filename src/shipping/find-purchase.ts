import { readInTenant } from "../database/tenant-transaction.js";
import { LabelPurchase } from "../entities/label-purchase.js";
import type { Actor, ShippingDeps } from "./deps.js";

/** The purchase by its id or by the key it was asked with; null when there is none. */
export function findPurchase(
  deps: ShippingDeps,
  actor: Actor,
  by: { id: string } | { idempotencyKey: string },
): Promise<LabelPurchase | null> {
  return readInTenant(deps.database, actor.tenantId, (manager) => manager.findOneBy(LabelPurchase, by));
}
