import type { EntityManager } from "typeorm";
import type { DocumentUpload as Upload, UploadedDocument } from "../../carrier/documents.js";
import { DocumentFile } from "../../entities/document-file.js";
import { DocumentUpload } from "../../entities/document-upload.js";
import { Shipment } from "../../entities/shipment.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { endClaim, releaseClaim } from "../claim/claim-states.js";
import { newId } from "../new-id.js";
import { contentTypes } from "./content-types.js";

/** What the document is for, and the hash of its bytes. */
export interface UploadTarget {
  accountId: string;
  shipmentId: string | null;
  sha256: string;
}

/** What the carrier has, as it is kept until it is stored; a time may have become text meanwhile. */
export interface UploadAnswer {
  target: UploadTarget;
  upload: Upload;
  uploaded: Omit<UploadedDocument, "expiresAt"> & { expiresAt: Date | string | null };
}

/**
 * Keeps an uploaded document with its bytes and lets the key name it. Where it names one by now, that one is given: what
 * the carrier holds twice does no harm. Null: the personal data of its shipment was erased meanwhile, and nothing is kept.
 */
export async function storeUpload(
  manager: EntityManager,
  claim: DocumentUpload,
  { target, upload, uploaded: { carrierDocumentId, expiresAt } }: UploadAnswer,
): Promise<ShippingDocument | null> {
  const { tenantId } = claim;
  const now = await manager.findOne(DocumentUpload, { where: { id: claim.id }, lock: { mode: "for_no_key_update" } });
  if (now?.documentId) return manager.findOneByOrFail(ShippingDocument, { id: now.documentId });
  if (await isErased(manager, target)) {
    await releaseClaim(manager, DocumentUpload, claim);
    return null;
  }
  const id = newId("doc");
  await manager.insert(ShippingDocument, {
    ...{ tenantId, id, ...target, purchaseId: null, origin: "UPLOADED", kind: upload.kind, name: upload.name },
    ...{ contentType: contentTypes[upload.format], byteLength: upload.bytes.length },
    ...{ carrierDocumentId, expiresAt: expiresAt && new Date(expiresAt).toISOString() },
  });
  await manager.insert(DocumentFile, { tenantId, documentId: id, bytes: upload.bytes });
  await endClaim(manager, DocumentUpload, claim, { state: "UPLOADED", documentId: id });
  return manager.findOneByOrFail(ShippingDocument, { id });
}

/** Waits for whoever is erasing the shipment; who erases it afterwards finds the document. */
async function isErased(manager: EntityManager, { shipmentId }: UploadTarget): Promise<boolean> {
  if (shipmentId === null) return false;
  const where = { id: shipmentId };
  const shipment = await manager.findOne(Shipment, { where, lock: { mode: "for_no_key_update" } });
  return shipment !== null && shipment.erasedAt !== null;
}
