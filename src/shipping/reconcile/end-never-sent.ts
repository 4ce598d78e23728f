import type { EntityManager } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { GeneratedReturn } from "../../entities/generated-return.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { markNeverSent } from "../booking/purchase-states.js";
import type { ShippingDeps } from "../deps.js";
import { generatedReturnKey, triedForHours } from "../purchase/buy-generated-return.js";
import { lockOutbound, requeueGeneratedReturn } from "../shipment/generated-return.js";

/**
 * Ends a purchase that nobody has sent by now, unless it leaves at this moment: it can be bought again at once, with the
 * same key too. A return that is bought by itself will be.
 */
export async function endNeverSent(deps: ShippingDeps, purchase: LabelPurchase): Promise<void> {
  const isEnded = await inTenant(deps.database, purchase.tenantId, async (manager) => {
    const outbound = await outboundOf(manager, purchase);
    if (outbound) await lockOutbound(manager, outbound);
    if (!(await markNeverSent(manager, purchase))) return false;
    if (outbound) await requeueGeneratedReturn(deps, manager, outbound, purchase.shipmentId, triedForHours);
    return true;
  });
  if (isEnded) deps.log.warn("A purchase was never sent, and is ended.", { purchaseId: purchase.id });
}

/** The purchase that this one is to bring the return label of, by itself. Null: it is none such. */
async function outboundOf(manager: EntityManager, purchase: LabelPurchase): Promise<LabelPurchase | null> {
  const returned = await manager.findOneBy(GeneratedReturn, {
    returnShipmentId: purchase.shipmentId,
    state: "CLAIMED",
  });
  if (returned === null) return null;
  const outbound = await manager.findOneByOrFail(LabelPurchase, { id: returned.purchaseId });
  return purchase.idempotencyKey === generatedReturnKey(outbound) ? outbound : null;
}
