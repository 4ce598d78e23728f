import type { SelectQueryBuilder } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import type { LabelPurchaseState } from "../../entities/values/enums.js";
import type { PurchaseVoidState } from "../../entities/values/history-enums.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { applyConditions, chooseLead, type Equality, whereEqual } from "../list-conditions.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import type { Span } from "../read-rows.js";
import { byInstant } from "../sort.js";
import { storedTrackingNumber } from "../tracking-number.js";

/** Every condition given must hold. */
export interface PurchaseFilter {
  state?: LabelPurchaseState[] | null;
  voidState?: PurchaseVoidState[] | null;
  carrierAccountId?: string | null;
  shipmentId?: string | null;
  orderId?: string | null;
  carrierReference?: string | null;
  /** As on the carrier's invoice; blanks and small letters do no harm. */
  trackingNumber?: string | null;
  startedFrom?: string | null;
  startedBefore?: string | null;
  finishedFrom?: string | null;
  finishedBefore?: string | null;
  voidedFrom?: string | null;
  voidedBefore?: string | null;
}

const conditions = {
  shipmentId: "row.shipmentId = :shipmentId",
  orderId: "row.shipmentId in (select id from shipment where order_id = :orderId)",
  carrierReference: "row.carrierReference = :carrierReference",
  trackingNumber: "row.id in (select purchase_id from purchased_package where tracking_number = :trackingNumber)",
  startedFrom: "row.startedAt >= :startedFrom",
  startedBefore: "row.startedAt < :startedBefore",
  finishedFrom: "row.finishedAt >= :finishedFrom",
  finishedBefore: "row.finishedAt < :finishedBefore",
  voidedFrom: "row.voidedAt >= :voidedFrom",
  voidedBefore: "row.voidedAt < :voidedBefore",
};

const packageIs = (state: string) => `exists (select from purchased_package bought
  where bought.tenant_id = row.tenant_id and bought.purchase_id = row.id and bought.void_state = '${state}')`;

/** As `voidStateOf` says it of a purchase's packages. */
const voidConditions: Record<PurchaseVoidState, string> = {
  VOIDED: "row.voidedAt is not null",
  VOID_PENDING: packageIs("VOID_PENDING"),
  PARTIALLY_VOIDED: `row.voidedAt is null and ${packageIs("VOIDED")} and not ${packageIs("VOID_PENDING")}`,
  NOT_VOIDED: `row.state = 'PURCHASED' and not ${packageIs("VOIDED")} and not ${packageIs("VOID_PENDING")}`,
};

const sorts = {
  STARTED_AT: byInstant<LabelPurchase>("startedAt"),
  FINISHED_AT: byInstant<LabelPurchase>("finishedAt"),
};

/** Purchases, the one claimed last first unless told otherwise. Sorted by their end those without one are left out. */
export function listPurchases(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  filter: PurchaseFilter,
): Promise<Page<LabelPurchase>> {
  const { state, voidState, carrierAccountId } = filter;
  const equalities: Equality[] = [];
  if (state != null) equalities.push(["row.state", state]);
  if (carrierAccountId != null) equalities.push(["row.accountId", [carrierAccountId]]);
  const isByEnd = request.orderBy?.field === "FINISHED_AT";
  const { lead, rest } = chooseLead(equalities, !hasMore(filter, isByEnd));
  const narrow = (query: SelectQueryBuilder<LabelPurchase>) => {
    whereEqual(query, rest);
    if (isByEnd) query.andWhere("row.finishedAt is not null");
    if (voidState != null)
      query.andWhere(`(${voidState.map((each) => `(${voidConditions[each]})`).join(" or ") || "false"})`);
    const trackingNumber = filter.trackingNumber && storedTrackingNumber(filter.trackingNumber);
    applyConditions(query, conditions, { ...filter, trackingNumber });
  };
  return readPage(deps, actor, LabelPurchase, request, {
    ...{ name: "labelPurchases", sorts, narrow, lead },
    spans: spansOf(filter),
  });
}

const spansOf = (filter: PurchaseFilter): Record<string, Span> => ({
  STARTED_AT: { from: filter.startedFrom, before: filter.startedBefore },
  FINISHED_AT: { from: filter.finishedFrom, before: filter.finishedBefore },
});

/** Whether more is given than equalities and a range of what is sorted by. */
function hasMore(filter: PurchaseFilter, isByEnd: boolean): boolean {
  const own = isByEnd ? ["finishedFrom", "finishedBefore"] : ["startedFrom", "startedBefore"];
  const more = Object.keys(conditions).filter((name) => !own.includes(name)) as (keyof PurchaseFilter)[];
  return [...more, "voidState" as const].some((name) => filter[name] != null);
}
