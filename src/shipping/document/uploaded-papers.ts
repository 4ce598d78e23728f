import type { UploadedPapers } from "../../carrier/shipping.js";
import type { ShippingDocument } from "../../entities/shipping-document.js";

/** What the carrier must know of documents that go with a shipment. */
export function uploadedPapers(documents: Pick<ShippingDocument, "kind">[]): UploadedPapers {
  if (documents.length === 0) return "NONE";
  return documents.some(({ kind }) => kind === "COMMERCIAL_INVOICE") ? "INVOICE" : "SOME";
}
