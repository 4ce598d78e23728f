import type { EntityManager } from "typeorm";
import { currentBudget } from "../../admission/work.js";
import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { DocumentUpload } from "../../entities/document-upload.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { type ClaimKind, type ClaimRequest, claimOnce } from "../claim/claim-once.js";
import { forgetClaims, newClaim, takeOver } from "../claim/claim-states.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { refuse } from "../result.js";

/** Uploads, as the claims that they are. */
const uploads: ClaimKind<DocumentUpload> = {
  rows: DocumentUpload,
  keyIsUnique: "document_upload_idempotency_key_unique",
  subject: "document",
};

/** Longer than an upload can take: whoever claimed before that died. */
const staleAfterSeconds = 120;

/** Keys that stand for the content itself; the caller's own begin otherwise. */
const contentPrefix = "content:";

/** Without a key of the caller's, what is uploaded for what is the key, so that a plain repeat finds the document. */
export function uploadRequest(idempotencyKey: string | null | undefined, requestFingerprint: string): ClaimRequest {
  const key = idempotencyKey ? `key:${idempotencyKey}` : `${contentPrefix}${requestFingerprint}`;
  return { idempotencyKey: key, requestFingerprint };
}

/**
 * Takes the key before anything is sent: then `claim` is the caller's to send; else the `document` that the key gave
 * before. Throws a `Refusal`: IDEMPOTENCY_KEY_REUSED, or CONFLICT while somebody else is uploading; and
 * REQUEST_BUDGET_EXCEEDED where no call to the carrier is left, before the key is taken.
 */
export async function claimUpload(
  deps: ShippingDeps,
  actor: Actor,
  request: ClaimRequest,
): Promise<{ claim: DocumentUpload } | { document: ShippingDocument }> {
  const { tenantId } = actor;
  const claimed = await claimOnce(deps, actor, uploads, request, () => {
    currentBudget()?.takeCall();
    return inTenant(deps.database, tenantId, (manager) => insertUpload(manager, tenantId, request));
  });
  if ("own" in claimed) return { claim: claimed.own };
  const { documentId: id } = claimed.earlier;
  if (id !== null)
    return {
      document: await readInTenant(deps.database, tenantId, (manager) =>
        manager.findOneByOrFail(ShippingDocument, { id }),
      ),
    };
  currentBudget()?.takeCall();
  const isTaken = await inTenant(deps.database, tenantId, (manager) =>
    takeOver(manager, DocumentUpload, claimed.earlier, staleAfterSeconds),
  );
  if (isTaken) return { claim: claimed.earlier };
  refuse("CONFLICT", "This document is being uploaded by another request: repeat this one later.", ["input"]);
}

async function insertUpload(manager: EntityManager, tenantId: string, request: ClaimRequest): Promise<DocumentUpload> {
  const id = newId("upl");
  const nextCheckAt = () => `now() + interval '${staleAfterSeconds} seconds'`;
  await manager.insert(DocumentUpload, { ...newClaim(tenantId, request), id, nextCheckAt });
  return manager.findOneByOrFail(DocumentUpload, { id });
}

/** What was uploaded without a key of the caller's can be uploaded anew once it is deleted. */
export async function forgetContent(manager: EntityManager, documentId: string): Promise<void> {
  const where = "document_id = :documentId and starts_with(idempotency_key, :contentPrefix)";
  await forgetClaims(manager, DocumentUpload, where, { documentId, contentPrefix });
}
