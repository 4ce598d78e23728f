import type { EntityManager } from "typeorm";
import type { CarrierMessage, OwnMessageCode } from "../../entities/values/carrier-message.js";
import type { PurchasePlan } from "./assemble-purchase.js";

/** Two purchases of one order within this time are told of each other: longer than any client repeats a request. */
const justBoughtMinutes = 15;

/** A shipment whose labels are in force or being bought, by what people look for it with. */
interface OtherShipment {
  number: string;
  /** Null: not known yet. */
  trackingNumbers: string[] | null;
}

/**
 * What was bought already of that which is about to be bought: a return of the same package, or the same order a moment
 * ago. It stops nothing. Called in the claim's transaction once the shipment, `ownId`, is taken: shipments are locked before
 * orders, by everybody. Of two claims at once the later one is told of the earlier.
 */
export async function tellOtherPurchases(
  manager: EntityManager,
  plan: PurchasePlan,
  ownId: string,
): Promise<CarrierMessage[]> {
  const { outboundShipmentId } = plan.shipment ?? plan.draftInput;
  if (outboundShipmentId) return tellReturns(manager, plan, ownId, outboundShipmentId);
  const orderId = (plan.shipment ?? plan.draftInput).orderId?.trim();
  return [
    ...(await tellReturnsOfOriginal(manager, plan, ownId)),
    ...(orderId ? await tellOrder(manager, plan, ownId, orderId) : []),
  ];
}

/** The return of what was voided stays in force, and the copy may bring another one. */
async function tellReturnsOfOriginal(
  manager: EntityManager,
  { shipment }: PurchasePlan,
  ownId: string,
): Promise<CarrierMessage[]> {
  if (!shipment?.duplicateOfId) return [];
  const isOfVoided =
    "s.outbound_shipment_id = $2 and exists (select from shipment o where o.id = $2 and o.status = 'VOIDED')";
  const returns = await findLive(manager, isOfVoided, [ownId, shipment.duplicateOfId]);
  const what = "The voided shipment that this one is a copy of has a return still";
  return returns.map((found) => warning("RETURN_IN_FORCE", what, found, "Void it if it is not needed."));
}

/** Whoever buys a return has locked what went out. */
async function tellReturns(
  manager: EntityManager,
  { shipment, draftInput }: PurchasePlan,
  ownId: string,
  outboundShipmentId: string,
): Promise<CarrierMessage[]> {
  const packageIds = (shipment ?? draftInput).returnedPackageIds ?? [];
  // Returns from before packages were kept with them, and copies of those: of which packages nobody knows.
  const isSame = `s.outbound_shipment_id = $2
    and (s.returned_package_ids ?| $3::text[] or s.returned_package_ids = '[]' or $3::text[] = '{}')`;
  const returns = await findLive(manager, isSame, [ownId, outboundShipmentId, packageIds]);
  return returns.map((found) => warning("RETURN_IN_FORCE", "There is a return of the same package already", found));
}

async function tellOrder(
  manager: EntityManager,
  { details }: PurchasePlan,
  ownId: string,
  orderId: string,
): Promise<CarrierMessage[]> {
  const lock = "select pg_advisory_xact_lock(hashtextextended(current_setting('app.tenant_id') || ' order ' || $1, 0))";
  await manager.query(lock, [orderId]);
  const isJust = `s.order_id = $2 and (s.return_service is null) = $3
    and p.started_at > now() - make_interval(mins => ${justBoughtMinutes})`;
  const shipments = await findLive(manager, isJust, [ownId, orderId, details.returnService === null]);
  const what = `The same order was bought less than ${justBoughtMinutes} minutes ago`;
  return shipments.map((found) => warning("ORDER_JUST_BOUGHT", what, found));
}

/** Other shipments (`$1` is the own one) with a purchase that is open or in force, oldest first; ten are enough to tell. */
function findLive(manager: EntityManager, condition: string, values: unknown[]): Promise<OtherShipment[]> {
  const find = `
    select s.number, (select array_agg(b.tracking_number order by b.id) from purchased_package b
        where b.tenant_id = p.tenant_id and b.purchase_id = p.id and b.void_state <> 'VOIDED') as "trackingNumbers"
      from shipment s join label_purchase p on p.tenant_id = s.tenant_id and p.shipment_id = s.id
     where s.id <> $1 and ${condition}
       and (p.state in ('PENDING', 'UNKNOWN') or (p.state = 'PURCHASED' and p.voided_at is null))
     order by p.started_at, p.id limit 10`;
  return manager.query(find, values);
}

function warning(
  carrierErrorCode: OwnMessageCode,
  what: string,
  { number, trackingNumbers }: OtherShipment,
  advice = "Void one of them if both are not meant.",
) {
  const numbers = trackingNumbers ? `tracking number ${trackingNumbers.join(", ")}` : "its label is being bought";
  const text = `${what}: shipment ${number}, ${numbers}. ${advice}`;
  return { carrierErrorCode, severity: "WARNING" as const, text };
}
