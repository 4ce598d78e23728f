import type { EntityManager } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { DocumentFile } from "../../entities/document-file.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import type { ShippingDeps } from "../deps.js";
import { isInForce } from "../is-in-force.js";

/**
 * The bytes of a document as they were uploaded or made; of one that was made with labels that are voided, or about
 * to be, the reason why it is not given. Null: no such document of the tenant, or it is deleted.
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

const voidedDocument =
  "This document was made with labels that are voided, or about to be: do not send it with a package.";

async function isVoided(manager: EntityManager, { purchaseId }: ShippingDocument): Promise<boolean> {
  if (purchaseId === null) return false;
  const bought = await manager.findBy(PurchasedPackage, { purchaseId });
  return !bought.some(isInForce);
}
