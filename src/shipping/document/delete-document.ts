import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { DocumentFile } from "../../entities/document-file.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { requireAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { failureErrors } from "../failure-errors.js";
import { Refusal, type Result, refuse, settle } from "../result.js";
import { forgetContent } from "./claim-upload.js";
import { documentsOf } from "./documents-of.js";

const field = ["input", "documentId"];

/**
 * Deletes an uploaded document at the carrier, and its bytes here; its row stays, with the time. Safe to repeat: what
 * is deleted stays so without an error and without asking the carrier.
 */
export function deleteShippingDocument(
  deps: ShippingDeps,
  actor: Actor,
  { documentId }: { documentId: string },
): Promise<Result<ShippingDocument>> {
  return settle(async () => {
    const document = await readInTenant(deps.database, actor.tenantId, (manager) =>
      manager.findOneBy(ShippingDocument, { id: documentId }),
    );
    if (document === null) refuse("NOT_FOUND", "Nothing has this id.", field);
    if (document.origin !== "UPLOADED")
      refuse("NOT_ALLOWED", "Documents made by the carrier belong to their labels and cannot be deleted.", field);
    if (document.deletedAt !== null) return document;
    await deleteAtCarrier(deps, document);
    return forget(deps, document);
  });
}

async function deleteAtCarrier(deps: ShippingDeps, document: ShippingDocument): Promise<void> {
  const loaded = await requireAccount(deps, document.tenantId, document.accountId, field);
  const id = document.carrierDocumentId as string;
  // What the carrier does not have is as good as deleted.
  const outcome = await documentsOf(loaded.adapter, field).delete(loaded.access, id, { purchaseId: null });
  if (outcome.kind !== "ANSWERED") throw new Refusal(failureErrors(outcome, field));
}

function forget(deps: ShippingDeps, { tenantId, id }: ShippingDocument): Promise<ShippingDocument> {
  return inTenant(deps.database, tenantId, async (manager) => {
    await manager.query("update shipping_document set deleted_at = now() where id = $1 and deleted_at is null", [id]);
    await manager.delete(DocumentFile, { documentId: id });
    await forgetContent(manager, id);
    return manager.findOneByOrFail(ShippingDocument, { id });
  });
}
