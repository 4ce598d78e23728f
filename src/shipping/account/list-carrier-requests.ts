import type { SelectQueryBuilder } from "typeorm";
import { CarrierRequest } from "../../entities/carrier-request.js";
import type { CarrierOperation } from "../../entities/values/carrier-operation.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { applyConditions, type Equality, leadBy, whereEqual } from "../list-conditions.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byInstant } from "../sort.js";

/** Every condition given must hold. */
export interface CarrierRequestFilter {
  carrierAccountId?: string | null;
  operation?: CarrierOperation[] | null;
  purchaseId?: string | null;
  startedFrom?: string | null;
  startedBefore?: string | null;
}

const conditions = {
  purchaseId: "row.purchaseId = :purchaseId",
  startedFrom: "row.startedAt >= :startedFrom",
  startedBefore: "row.startedAt < :startedBefore",
};

const sorts = { STARTED_AT: byInstant<CarrierRequest>("startedAt") };

/** Exchanges with carriers, newest first, whatever they were about. */
export function listCarrierRequests(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  filter: CarrierRequestFilter,
): Promise<Page<CarrierRequest>> {
  const equalities: Equality[] = [];
  if (filter.carrierAccountId != null) equalities.push(["row.accountId", [filter.carrierAccountId]]);
  if (filter.operation != null) equalities.push(["row.operation", filter.operation]);
  // The last of them: with the account before it there is an index too.
  const last = filter.purchaseId == null ? equalities.pop() : undefined;
  const narrow = (query: SelectQueryBuilder<CarrierRequest>) => {
    whereEqual(query, equalities);
    applyConditions(query, conditions, filter);
  };
  return readPage(deps, actor, CarrierRequest, request, {
    ...{ name: "carrierRequests", sorts, narrow, lead: last ? leadBy(last) : null },
    spans: { STARTED_AT: { from: filter.startedFrom, before: filter.startedBefore } },
  });
}
