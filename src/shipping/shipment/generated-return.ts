import { type EntityManager, type FindOptionsWhere, In } from "typeorm";
import { GeneratedReturn } from "../../entities/generated-return.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { scheduleCheck } from "../booking/purchase-states.js";
import type { ShippingDeps } from "../deps.js";
import { userError } from "../user-error.js";

/**
 * Writes down, in the transaction that stores an outbound's labels, that its return label is to be bought; does nothing
 * for a shipment without that option, or one that has a return in force from before it was voided and bought again.
 */
export async function orderGeneratedReturn(
  deps: ShippingDeps,
  manager: EntityManager,
  { id, shipmentId }: LabelPurchase,
): Promise<void> {
  const order = `insert into generated_return (tenant_id, purchase_id, outbound_shipment_id, state)
    select s.tenant_id, $1, s.id, 'WAITING' from shipment s
     where s.id = $2 and s.options @> '{"generateReturnLabel": true}' and s.return_service is null
       and not exists (select from shipment r where r.tenant_id = s.tenant_id and r.outbound_shipment_id = s.id
         and r.status in ('PURCHASING', 'PURCHASED'))
    returning purchase_id`;
  const ordered = (await manager.query(order, [id, shipmentId])) as unknown[];
  if (ordered.length > 0) await scheduleCheck(manager, id, deps.timings.reconcileAfter);
}

/** Whether the outbound purchase's return is still to be bought. */
export function isReturnWaiting(manager: EntityManager, purchaseId: string): Promise<boolean> {
  return manager.existsBy(GeneratedReturn, { purchaseId, state: "WAITING" });
}

/** Whether a return of what went out is still to be bought by itself. */
export function isAnyReturnWaiting(manager: EntityManager, outboundShipmentId: string): Promise<boolean> {
  return manager.existsBy(GeneratedReturn, { outboundShipmentId, state: "WAITING" });
}

/** The returns that are to be bought, `which` of them, are this shipment. */
export async function claimGeneratedReturn(
  manager: EntityManager,
  returnShipmentId: string,
  which: FindOptionsWhere<GeneratedReturn>,
): Promise<void> {
  await manager.update(GeneratedReturn, which, { state: "CLAIMED", returnShipmentId, userErrors: [] });
}

/** In the transaction that claims a return: the one that was waited for, or had been refused. */
export function openReturnsOf(outboundShipmentId: string): FindOptionsWhere<GeneratedReturn> {
  return { outboundShipmentId, state: In(["WAITING", "REFUSED"]) };
}

/** The return is not bought, and will not be by itself: somebody reads why, and asks again. */
export async function refuseGeneratedReturn(
  manager: EntityManager,
  purchaseId: string,
  userErrors: ShippingUserError[],
): Promise<void> {
  await manager.update(GeneratedReturn, { purchaseId, state: "WAITING" }, { state: "REFUSED", userErrors });
}

/** Before anything of its return: everybody who buys that locks in this order. */
export async function lockOutbound(manager: EntityManager, { shipmentId }: LabelPurchase): Promise<void> {
  await manager.query("select 1 from shipment where id = $1 for no key update", [shipmentId]);
}

/**
 * The carrier provably never got the request: it is made again, unless it was tried for `hours` already, or somebody
 * buys that return meanwhile. The outbound is locked first, as by everybody who buys its return.
 */
export async function requeueGeneratedReturn(
  deps: ShippingDeps,
  manager: EntityManager,
  outbound: LabelPurchase,
  returnShipmentId: string,
  hours: number,
): Promise<void> {
  await lockOutbound(manager, outbound);
  const { id } = outbound;
  const requeue = `with requeued as (
    update generated_return set state = 'WAITING', return_shipment_id = null
     where purchase_id = $1 and state = 'CLAIMED' and return_shipment_id = $2
       and created_at > now() - make_interval(hours => $3)
       and exists (select from shipment r where r.id = $2 and r.status = 'DRAFT')
    returning purchase_id) select purchase_id from requeued`;
  const requeued = (await manager.query(requeue, [id, returnShipmentId, hours])) as unknown[];
  // The outbound's own next look may have found it claimed, and planned no other.
  if (requeued.length > 0) await scheduleCheck(manager, id, deps.timings.reconcileAfter);
}

/** The return shipment is deleted after a try that bought nothing: it can be asked for again. */
export async function forgetReturn(manager: EntityManager, returnShipmentId: string): Promise<void> {
  const userErrors = [userError("NOT_FOUND", "The return shipment was deleted before its label was bought.")];
  await manager.update(GeneratedReturn, { returnShipmentId }, { state: "REFUSED", returnShipmentId: null, userErrors });
}
