import { readInTenant } from "../../database/tenant-transaction.js";
import { DocumentFile } from "../../entities/document-file.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import type { ShippingDeps } from "../deps.js";

/** The bytes of a document as they were uploaded or made. Null: no such document of the tenant, or it is deleted. */
export function readDocumentFile(
  deps: ShippingDeps,
  tenantId: string,
  documentId: string,
): Promise<{ bytes: Buffer; contentType: string } | null> {
  return readInTenant(deps.database, tenantId, async (manager) => {
    const document = await manager.findOneBy(ShippingDocument, { id: documentId });
    const file = document && (await manager.findOneBy(DocumentFile, { documentId }));
    return file && { bytes: file.bytes, contentType: document.contentType };
  });
}
