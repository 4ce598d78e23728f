import type { EntityManager } from "typeorm";
import { recordEvents, takeFeedTurn } from "./record-events.js";

/**
 * Tells that a shipment is delivered once the carrier says so of each package whose label is in force. To be called
 * last in the transaction that writes the answer, or the void of the rest. Repeatable.
 */
export async function recordDelivered(manager: EntityManager, tenantId: string, purchaseId: string): Promise<void> {
  // Before looking: of two packages delivered at the same moment the second must see the first.
  await takeFeedTurn(manager, tenantId);
  const whole = `
    select shipment_id as "shipmentId" from label_purchase purchase
     where id = $1 and state = 'PURCHASED' and voided_at is null and not exists (
       select from purchased_package bought
         left join tracker on tracker.tenant_id = bought.tenant_id and tracker.purchased_package_id = bought.id
        where bought.tenant_id = purchase.tenant_id and bought.purchase_id = purchase.id
          and bought.void_state <> 'VOIDED' and tracker.status is distinct from 'DELIVERED')`;
  const rows = (await manager.query(whole, [purchaseId])) as { shipmentId: string }[];
  const event = { type: "SHIPMENT_DELIVERED", purchaseId, packageId: null } as const;
  await recordEvents(
    manager,
    tenantId,
    rows.map(({ shipmentId }) => ({ ...event, shipmentId })),
  );
}
