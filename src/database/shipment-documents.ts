import { type EntityManager, In } from "typeorm";
import { ShippingDocument } from "../entities/shipping-document.js";
import { firstLoader } from "./bounded-loader.js";
import { type Database, readInTenant } from "./tenant-transaction.js";

/**
 * Which documents belong to which shipments: uploaded for them or made with them (`also` is a condition on these), or
 * sent with a live purchase.
 */
export const ofShipments = (ids: string, also = "") => `
select shipment_id, id as document_id from shipping_document
 where shipment_id = any(${ids}) ${also}
union
select purchase.shipment_id, link.document_id from label_purchase purchase
  join document_link link on link.tenant_id = purchase.tenant_id and link.purchase_id = purchase.id
 where purchase.shipment_id = any(${ids}) and purchase.state in ('PENDING', 'UNKNOWN', 'PURCHASED')`;

/** The first of each shipment's documents, oldest first; of deleted ones those that were sent. */
const firstOfEach = `
select shipment_id, document_id from (
  select pair.shipment_id, pair.document_id,
         row_number() over (partition by pair.shipment_id order by document.created_at, document.id) as place
    from (${ofShipments("$1", "and deleted_at is null")}) pair
    join shipping_document document on document.id = pair.document_id) ranked
 where place <= $2`;

/** Every shipment's documents, oldest first, as many as are asked for. */
export function createDocumentLoader(database: Database, tenantId: string) {
  return firstLoader<ShippingDocument>((ids, first) =>
    readInTenant(database, tenantId, (manager) => findDocuments(manager, ids, first)),
  );
}

async function findDocuments(
  manager: EntityManager,
  shipmentIds: readonly string[],
  first: number,
): Promise<Map<string, ShippingDocument[]>> {
  const pairs = (await manager.query(firstOfEach, [shipmentIds, first])) as {
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
