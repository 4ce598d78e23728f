import { type EntityManager, IsNull, Not } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { DocumentFile } from "../../entities/document-file.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import type { ShippingDeps } from "../deps.js";

/**
 * The bytes of a document as they were uploaded or made; of one that was made with labels that are voided, the reason
 * why it is not given. Null: no such document of the tenant, or it is deleted.
 */
export function readDocumentFile(
  deps: ShippingDeps,
  tenantId: string,
  documentId: string,
): Promise<{ bytes: Buffer; contentType: string } | { reason: string } | null> {
  return readInTenant(deps.database, tenantId, async (manager) => {
    const document = await manager.findOneBy(ShippingDocument, { id: documentId });
    if (document && (await isVoided(manager, document))) return { reason: voidedDocument };
    const file = document && (await manager.findOneBy(DocumentFile, { documentId }));
    return file && { bytes: file.bytes, contentType: document.contentType };
  });
}

const voidedDocument = "This document was made with labels that are voided: do not send it with a package.";

async function isVoided(manager: EntityManager, { purchaseId }: ShippingDocument): Promise<boolean> {
  return purchaseId !== null && manager.existsBy(LabelPurchase, { id: purchaseId, voidedAt: Not(IsNull()) });
}
