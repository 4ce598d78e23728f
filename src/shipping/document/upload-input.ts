import type { ShippingDocumentKind } from "../../entities/values/document-kinds.js";

/** What callers give to upload a document. */
export interface UploadInput {
  carrierAccountId?: string | null;
  shipmentId?: string | null;
  kind: ShippingDocumentKind;
  fileName: string;
  base64: string;
  idempotencyKey?: string | null;
}
