import type { EntityManager } from "typeorm";
import type { ShippingEvent } from "../../entities/shipping-event.js";
import { newId } from "../new-id.js";

type NewEvent = Pick<ShippingEvent, "type" | "shipmentId" | "purchaseId" | "packageId">;

/**
 * A number is drawn when an event is written and seen when its transaction commits; drawn freely, a reader could pass
 * one that commits late. So a tenant's writers take turns: whoever draws holds this lock until it has committed, and
 * positions become visible in their order. Unlike a guard by transaction ids this outlives a restore into another
 * cluster, and no long transaction holds the readers back. Taken last in a transaction, it delays and deadlocks nobody.
 */
export async function takeFeedTurn(manager: EntityManager, tenantId: string): Promise<void> {
  await manager.query("select pg_advisory_xact_lock(hashtextextended($1::text || '/shipping-events', 0))", [tenantId]);
}

/**
 * Tells of what the same transaction writes down; to be called last in it. What was told of the purchase, or of its
 * package, is not told again.
 */
export async function recordEvents(manager: EntityManager, tenantId: string, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await takeFeedTurn(manager, tenantId);
  // A statement of its own: it must see what was committed while the lock was waited for.
  const insert = `
    insert into shipping_event (tenant_id, id, position, type, shipment_id, purchase_id, package_id)
    select $1, new.id, told.last + new.place, new.type, new.shipment_id, new.purchase_id, new.package_id
      from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
           with ordinality as new (id, type, shipment_id, purchase_id, package_id, place),
           (select coalesce(max(position), 0) as last from shipping_event where tenant_id = $1) told
    on conflict on constraint shipping_event_once do nothing`;
  await manager.query(insert, [
    tenantId,
    events.map(() => newId("evt")),
    events.map((event) => event.type),
    events.map((event) => event.shipmentId),
    events.map((event) => event.purchaseId),
    events.map((event) => event.packageId),
  ]);
}
