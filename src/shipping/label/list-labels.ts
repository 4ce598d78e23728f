import type { SelectQueryBuilder } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import type { LabelFileFormat } from "../../entities/values/label-enums.js";
import { checkDeskFilter } from "../check-desk-filter.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Conditions, type DeskFilter, rangeConditions, spansOf } from "../desk-filter.js";
import { chooseDeskLead, joinTags } from "../desk-lead.js";
import { applyConditions, whereEqual } from "../list-conditions.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byDay, byInstant, byText } from "../sort.js";

/** Every condition given must hold. */
export interface LabelFilter extends DeskFilter {
  /** False: the print queue, which is of bought labels in force only, one for each package. */
  isPrinted?: boolean | null;
  isInForce?: boolean | null;
  format?: LabelFileFormat | null;
  isRecovered?: boolean | null;
  shipmentId?: string | null;
}

type Apart = Exclude<keyof DeskFilter, keyof typeof rangeConditions> | "isPrinted" | "isInForce" | "isRecovered";

const conditions: Conditions<Omit<LabelFilter, Apart>> = {
  ...rangeConditions,
  format: "row.format = :format",
  shipmentId: "row.shipmentId = :shipmentId",
};

const sorts = {
  CREATED_AT: byInstant<ShippingLabel>("createdAt"),
  SHIP_DATE: byDay<ShippingLabel>("shipDay"),
  NUMBER: byText<ShippingLabel>("shipmentNumber"),
};

/** Written out, so that what is rare has its index. */
const claim = (column: string, isSo: boolean) => `${isSo ? "" : "not "}row.${column}`;
const isToBePrinted = "row.printedAt is null and row.isInForce and not row.isRecovered";

/** Labels, newest first unless told otherwise, without their bytes. */
export async function listLabels(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  filter: LabelFilter,
): Promise<Page<ShippingLabel>> {
  const { tag, isPrinted, isInForce, isRecovered } = filter;
  checkDeskFilter(deps, filter);
  const { lead, rest } = chooseDeskLead(filter, "labelId", {
    sortedBy: request.orderBy?.field ?? "CREATED_AT",
    hasPoint: filter.shipmentId != null,
    hasMore: isPrinted != null,
  });
  const narrow = (query: SelectQueryBuilder<ShippingLabel>) => {
    if (tag != null) joinTags(query, "labelId");
    whereEqual(query, rest);
    if (isPrinted != null) query.andWhere(isPrinted ? "row.printedAt is not null" : isToBePrinted);
    if (isInForce != null) query.andWhere(claim("isInForce", isInForce));
    if (isRecovered != null) query.andWhere(claim("isRecovered", isRecovered));
    applyConditions(query, conditions, filter);
  };
  return readPage(deps, actor, ShippingLabel, request, {
    ...{ name: "shippingLabels", sorts, narrow, lead },
    spans: spansOf(filter),
  });
}

/** Purchases whose outcome is open for longer than a carrier can need, newest first. */
export function listStuckPurchases(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
): Promise<Page<LabelPurchase>> {
  const narrow = (query: SelectQueryBuilder<LabelPurchase>) => {
    const open =
      "row.state = 'UNKNOWN' or row.state = 'PENDING' and row.startedAt < now() - make_interval(secs => :age)";
    query.andWhere(`(${open} or row.unwantedBookings <> '[]')`, { age: deps.timings.reconcileAfter });
  };
  const sorts = { STARTED_AT: byInstant<LabelPurchase>("startedAt") };
  return readPage(deps, actor, LabelPurchase, request, { name: "stuckPurchases", sorts, narrow });
}
