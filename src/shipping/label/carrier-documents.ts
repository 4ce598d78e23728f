import { type EntityManager, In, IsNull } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { ShippingDocument } from "../../entities/shipping-document.js";

/** The PDF documents that the carrier made with the labels in force of shipments; those of voided labels are not among them. */
export async function carrierDocuments(manager: EntityManager, shipmentIds: string[]): Promise<ShippingDocument[]> {
  const live = await manager.findBy(LabelPurchase, {
    shipmentId: In(shipmentIds),
    state: "PURCHASED",
    voidedAt: IsNull(),
  });
  return manager.find(ShippingDocument, {
    where: { purchaseId: In(live.map(({ id }) => id)), contentType: "application/pdf", deletedAt: IsNull() },
    order: { createdAt: "ASC", id: "ASC" },
  });
}
