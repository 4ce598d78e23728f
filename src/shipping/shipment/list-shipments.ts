import type { SelectQueryBuilder } from "typeorm";
import { Shipment } from "../../entities/shipment.js";
import type { ShipmentDirection, ShipmentStatus } from "../../entities/values/enums.js";
import { checkDeskFilter } from "../check-desk-filter.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Conditions, type DeskFilter, rangeConditions, spansOf } from "../desk-filter.js";
import { chooseDeskLead, joinTags } from "../desk-lead.js";
import { applyConditions, whereEqual } from "../list-conditions.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byDay, byInstant, byText } from "../sort.js";
import { storedTrackingNumber } from "../tracking-number.js";

/** What few shipments have alike. */
interface PointFilter {
  orderId?: string | null;
  reference?: string | null;
  number?: string | null;
  trackingNumber?: string | null;
  outboundShipmentId?: string | null;
}

/** Every condition given must hold. */
export interface ShipmentFilter extends DeskFilter, PointFilter {
  status?: ShipmentStatus[] | null;
  direction?: ShipmentDirection | null;
  /** True: it has labels in force, all of them printed; false: one of them is in the print queue. */
  isPrinted?: boolean | null;
}

const pointConditions: Conditions<PointFilter> = {
  orderId: "row.orderId = :orderId",
  reference: "row.reference = :reference",
  number: "row.number = :number",
  outboundShipmentId: "row.outboundShipmentId = :outboundShipmentId",
  trackingNumber: `row.id in (select shipment_id from label_purchase join purchased_package
    on purchased_package.tenant_id = label_purchase.tenant_id and purchased_package.purchase_id = label_purchase.id
    where purchased_package.tracking_number = :trackingNumber)`,
};

/** Numbers as people copy them from a label or a mail: with blanks, in small letters. */
const asStored = ({ number, trackingNumber }: PointFilter): PointFilter => ({
  number: number?.trim().toUpperCase(),
  trackingNumber: trackingNumber && storedTrackingNumber(trackingNumber),
});

const inForce = `select 1 from shipping_label label where label.tenant_id = row.tenant_id and label.shipment_id = row.id
  and label.is_in_force and not label.is_recovered`;
const inQueue = `exists (${inForce} and label.printed_at is null)`;
const isAllPrinted = `exists (${inForce}) and not ${inQueue}`;

const sorts = {
  CREATED_AT: byInstant<Shipment>("createdAt"),
  SHIP_DATE: byDay<Shipment>("shipDay"),
  NUMBER: byText<Shipment>("number"),
};

/** Shipments, newest first unless told otherwise. */
export async function listShipments(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  filter: ShipmentFilter,
): Promise<Page<Shipment>> {
  checkDeskFilter(deps, filter);
  const { tag, direction, isPrinted, status } = filter;
  const { lead, rest } = chooseDeskLead(filter, "shipmentId", {
    sortedBy: request.orderBy?.field ?? "CREATED_AT",
    equalities: status == null ? [] : [["row.status", status]],
    hasPoint: Object.keys(pointConditions).some((name) => filter[name as keyof PointFilter] != null),
    hasMore: isPrinted != null || direction != null,
  });
  const narrow = (query: SelectQueryBuilder<Shipment>) => {
    if (tag != null) joinTags(query, "shipmentId");
    whereEqual(query, rest);
    if (direction != null) query.andWhere(`row.returnService is ${direction === "RETURN" ? "not null" : "null"}`);
    if (isPrinted != null) query.andWhere(isPrinted ? isAllPrinted : inQueue);
    applyConditions(query, { ...pointConditions, ...rangeConditions }, { ...filter, ...asStored(filter) });
  };
  return readPage(deps, actor, Shipment, request, { name: "shipments", sorts, narrow, lead, spans: spansOf(filter) });
}
