import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { ShippingDocument } from "../../entities/shipping-document.js";

/** The PDF papers that the carrier made with a shipment's labels in force; those of voided labels are not among them. */
export function papersInForce(purchases: LabelPurchase[], documents: ShippingDocument[]): ShippingDocument[] {
  const live = purchases.find((purchase) => purchase.state === "PURCHASED" && purchase.voidedAt === null);
  const isOurs = (document: ShippingDocument) => document.purchaseId === live?.id && document.deletedAt === null;
  return live ? documents.filter((document) => isOurs(document) && document.contentType === "application/pdf") : [];
}
