import type { EntityManager } from "typeorm";
import { DocumentLink } from "../../entities/document-link.js";
import type { ShippingDocument } from "../../entities/shipping-document.js";

/** Writes down that the documents go with the purchase; what is written already stays. */
export async function linkDocuments(
  manager: EntityManager,
  { tenantId, id: purchaseId }: { tenantId: string; id: string },
  documents: ShippingDocument[],
  firstSequence = 1,
): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(({ id: documentId }, index) => ({
    ...{ tenantId, purchaseId, documentId, sequence: firstSequence + index },
  }));
  await manager.createQueryBuilder().insert().into(DocumentLink).values(rows).orIgnore().execute();
}

/** Before a draft goes: its refused tries lose their documents, and what was uploaded for it is kept for others. */
export async function detachDocuments(manager: EntityManager, shipmentId: string): Promise<void> {
  await manager.query(
    `delete from document_link link using label_purchase purchase
     where purchase.tenant_id = link.tenant_id and purchase.id = link.purchase_id and purchase.shipment_id = $1`,
    [shipmentId],
  );
  await manager.query("update shipping_document set shipment_id = null where shipment_id = $1", [shipmentId]);
}
