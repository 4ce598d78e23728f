import type { UploadedDocuments } from "../../carrier/shipping.js";
import type { ShippingDocument } from "../../entities/shipping-document.js";

/** What the carrier must know of documents that go with a shipment. */
export function uploadedDocuments(documents: Pick<ShippingDocument, "kind">[]): UploadedDocuments {
  if (documents.length === 0) return "NONE";
  return documents.some(({ kind }) => kind === "COMMERCIAL_INVOICE") ? "INVOICE" : "SOME";
}
