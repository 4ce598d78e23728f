import type { SelectQueryBuilder } from "typeorm";
import { ofShipments } from "../../database/shipment-documents.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import type { ShippingDocumentKind, ShippingDocumentOrigin } from "../../entities/values/document-kinds.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { applyConditions, chooseLead, type Equality, whereEqual } from "../list-conditions.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byInstant } from "../sort.js";

/** Every condition given must hold. */
export interface DocumentFilter {
  kind?: ShippingDocumentKind[] | null;
  origin?: ShippingDocumentOrigin | null;
  shipmentId?: string | null;
  carrierAccountId?: string | null;
  createdFrom?: string | null;
  createdBefore?: string | null;
  /** Absent, null, false: without those that were deleted. */
  includeDeleted?: boolean | null;
}

const isOfShipment = `row.id in (select document_id from (${ofShipments(":shipmentIds")}) belonging)`;

const conditions = {
  createdFrom: "row.createdAt >= :createdFrom",
  createdBefore: "row.createdAt < :createdBefore",
};

const sorts = { CREATED_AT: byInstant<ShippingDocument>("createdAt") };

/** Documents, newest first unless told otherwise. */
export function listDocuments(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  filter: DocumentFilter,
): Promise<Page<ShippingDocument>> {
  const { kind, origin, carrierAccountId, shipmentId, includeDeleted } = filter;
  const equalities: Equality[] = [];
  if (kind != null) equalities.push(["row.kind", kind]);
  if (origin != null) equalities.push(["row.origin", [origin]]);
  if (carrierAccountId != null) equalities.push(["row.accountId", [carrierAccountId]]);
  const { lead, rest } = chooseLead(equalities, shipmentId == null);
  const narrow = (query: SelectQueryBuilder<ShippingDocument>) => {
    whereEqual(query, rest);
    if (!includeDeleted) query.andWhere("row.deletedAt is null");
    if (shipmentId != null) query.andWhere(isOfShipment, { shipmentIds: [shipmentId] });
    applyConditions(query, conditions, filter);
  };
  return readPage(deps, actor, ShippingDocument, request, {
    ...{ name: "shippingDocuments", sorts, narrow, lead },
    spans: { CREATED_AT: { from: filter.createdFrom, before: filter.createdBefore } },
  });
}
