import type { EntityManager } from "typeorm";
import type { DocumentUpload as Upload, UploadedDocument } from "../../carrier/documents.js";
import { DocumentFile } from "../../entities/document-file.js";
import { DocumentUpload } from "../../entities/document-upload.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { newId } from "../new-id.js";
import type { UploadClaim } from "./claim-upload.js";
import { contentTypes } from "./content-types.js";

/** What the document is for, and the hash of its bytes. */
export interface UploadTarget {
  accountId: string;
  shipmentId: string | null;
  sha256: string;
}

/** Keeps an uploaded document with its bytes and lets the key name it. */
export async function storeUpload(
  manager: EntityManager,
  { tenantId, uploadKey }: UploadClaim,
  target: UploadTarget,
  upload: Upload,
  { carrierDocumentId, expiresAt }: UploadedDocument,
): Promise<ShippingDocument> {
  const id = newId("doc");
  await manager.insert(ShippingDocument, {
    ...{ tenantId, id, ...target, purchaseId: null, origin: "UPLOADED", kind: upload.kind, name: upload.name },
    ...{ contentType: contentTypes[upload.format], byteLength: upload.bytes.length },
    ...{ carrierDocumentId, expiresAt: expiresAt?.toISOString() ?? null },
  });
  await manager.insert(DocumentFile, { tenantId, documentId: id, bytes: upload.bytes });
  await manager.update(DocumentUpload, { uploadKey }, { documentId: id });
  return manager.findOneByOrFail(ShippingDocument, { id });
}
