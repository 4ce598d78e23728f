import type { SelectQueryBuilder } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import type { LabelFormat } from "../../entities/values/enums.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byInstant } from "../sort.js";

/** Every condition given must hold. */
export interface LabelFilter {
  /** False: the print queue, which is of bought labels in force only, one for each package. */
  isPrinted?: boolean | null;
  isInForce?: boolean | null;
  format?: LabelFormat | null;
  isRecovered?: boolean | null;
  createdFrom?: string | null;
  createdBefore?: string | null;
}

const isToBePrinted = "row.printedAt is null and row.isInForce and not row.isRecovered";

/** Labels, newest first, without their bytes. */
export function listLabels(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  filter: LabelFilter,
): Promise<Page<ShippingLabel>> {
  const narrow = (query: SelectQueryBuilder<ShippingLabel>) => {
    if (filter.isPrinted != null) query.andWhere(filter.isPrinted ? "row.printedAt is not null" : isToBePrinted);
    if (filter.isInForce != null) query.andWhere("row.isInForce = :isInForce", { isInForce: filter.isInForce });
    if (filter.format != null) query.andWhere("row.format = :format", { format: filter.format });
    if (filter.isRecovered != null)
      query.andWhere("row.isRecovered = :isRecovered", { isRecovered: filter.isRecovered });
    if (filter.createdFrom != null)
      query.andWhere("row.createdAt >= :createdFrom", { createdFrom: filter.createdFrom });
    if (filter.createdBefore != null)
      query.andWhere("row.createdAt < :createdBefore", { createdBefore: filter.createdBefore });
  };
  const sorts = { CREATED_AT: byInstant<ShippingLabel>("createdAt") };
  return readPage(deps, actor, ShippingLabel, request, { name: "shippingLabels", sorts, narrow });
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
