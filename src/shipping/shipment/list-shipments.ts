import type { SelectQueryBuilder } from "typeorm";
import { Shipment } from "../../entities/shipment.js";
import type { ShipmentStatus } from "../../entities/values/enums.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byInstant } from "../sort.js";

/** Every condition given must hold. */
export interface ShipmentFilter {
  status?: ShipmentStatus[] | null;
  createdFrom?: string | null;
  createdBefore?: string | null;
  orderId?: string | null;
  reference?: string | null;
  number?: string | null;
  trackingNumber?: string | null;
}

const conditions: Record<keyof ShipmentFilter, string> = {
  status: "row.status = any(:status)",
  createdFrom: "row.createdAt >= :createdFrom",
  createdBefore: "row.createdAt < :createdBefore",
  orderId: "row.orderId = :orderId",
  reference: "row.reference = :reference",
  number: "row.number = :number",
  trackingNumber: `row.id in (select shipment_id from label_purchase join purchased_package
    on purchased_package.tenant_id = label_purchase.tenant_id and purchased_package.purchase_id = label_purchase.id
    where purchased_package.tracking_number = :trackingNumber)`,
};

const sorts = { CREATED_AT: byInstant<Shipment>("createdAt") };

/** Shipments, newest first. */
export function listShipments(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  filter: ShipmentFilter,
): Promise<Page<Shipment>> {
  const narrow = (query: SelectQueryBuilder<Shipment>) => {
    for (const [name, condition] of Object.entries(conditions)) {
      const value = filter[name as keyof ShipmentFilter];
      if (value != null) query.andWhere(condition, { [name]: value });
    }
  };
  return readPage(deps, actor, Shipment, request, { name: "shipments", sorts, narrow });
}
