import type { EntityManager } from "typeorm";
import { In } from "typeorm";
import { ShippingDocument } from "../entities/shipping-document.js";

/** Which documents belong to which shipments: uploaded for them or made with them, or sent with a live purchase. */
export const ofShipments = (ids: string) => `
select shipment_id, id as document_id from shipping_document
 where shipment_id = any(${ids}) and deleted_at is null
union
select purchase.shipment_id, link.document_id from label_purchase purchase
  join document_link link on link.tenant_id = purchase.tenant_id and link.purchase_id = purchase.id
 where purchase.shipment_id = any(${ids}) and purchase.state in ('PENDING', 'UNKNOWN', 'PURCHASED')`;

/** Every shipment's documents, oldest first; shipments without any are left out. */
export async function findShipmentDocuments(
  manager: EntityManager,
  shipmentIds: readonly string[],
): Promise<Map<string, ShippingDocument[]>> {
  const pairs = (await manager.query(ofShipments("$1"), [shipmentIds])) as {
    shipment_id: string;
    document_id: string;
  }[];
  const found = new Map<string, ShippingDocument[]>();
  if (pairs.length === 0) return found;
  const documents = await manager.find(ShippingDocument, {
    where: { id: In([...new Set(pairs.map(({ document_id }) => document_id))]) },
    order: { createdAt: "ASC", id: "ASC" },
  });
  for (const id of shipmentIds) {
    const own = new Set(pairs.filter((pair) => pair.shipment_id === id).map((pair) => pair.document_id));
    found.set(
      id,
      documents.filter((document) => own.has(document.id)),
    );
  }
  return found;
}
