import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierRequest } from "../../entities/carrier-request.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { ShippingDeps } from "../deps.js";
import type { Finding } from "./finding.js";

export type KnownPurchase = Pick<
  LabelPurchase,
  | "id"
  | "accountId"
  | "state"
  | "carrierReference"
  | "labelFormat"
  | "startedAt"
  | "voidedAt"
  | "shipmentIdentificationNumber"
  | "unwantedBookings"
  | "settledBookings"
>;

/** Everything by which a purchase is known to have been worked on: its own times, calls to the carrier, events. */
const touched = `
  select id from label_purchase where started_at >= $1 or finished_at >= $1 or voided_at >= $1
  union select purchase_id from carrier_request where started_at >= $1 and purchase_id is not null
  union select purchase_id from shipping_event where occurred_at >= $1 and purchase_id is not null`;

/** Of one tenant, in any state, oldest first. */
export function touchedPurchases(deps: ShippingDeps, tenantId: string, since: string): Promise<KnownPurchase[]> {
  const select = `select id, account_id as "accountId", state, carrier_reference as "carrierReference",
      label_format as "labelFormat", started_at as "startedAt", voided_at as "voidedAt",
      shipment_identification_number as "shipmentIdentificationNumber", unwanted_bookings as "unwantedBookings",
      settled_bookings as "settledBookings"
    from label_purchase where id in (${touched}) order by started_at, id`;
  return readInTenant(deps.database, tenantId, (manager) => manager.query(select, [since]));
}

/** Calls that bought or voided something for a purchase that is not there. */
export async function callsWithoutPurchase(deps: ShippingDeps, tenantId: string, since: string): Promise<Finding[]> {
  const calls = await readInTenant(deps.database, tenantId, (manager) =>
    manager
      .createQueryBuilder(CarrierRequest, "call")
      .where("call.startedAt >= :since and call.operation in ('SHIP', 'VOID') and call.purchaseId is not null", {
        since,
      })
      .andWhere("not exists (select from label_purchase p where p.id = call.purchase_id)")
      .orderBy("call.startedAt")
      .getMany(),
  );
  return calls.map(({ accountId, purchaseId, operation, httpStatus, transactionId, startedAt }) => ({
    kind: "CALL_WITHOUT_PURCHASE",
    tenantId,
    accountId,
    purchaseId,
    carrierReference: null,
    number: null,
    detail: `${operation} of ${startedAt} was answered ${httpStatus ?? "nothing"}; transaction ${transactionId}`,
  }));
}
