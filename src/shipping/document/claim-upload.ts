import type { EntityManager } from "typeorm";
import { DocumentUpload } from "../../entities/document-upload.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import { refuse } from "../result.js";

export interface UploadClaim {
  tenantId: string;
  uploadKey: string;
  fingerprint: string;
}

/** Longer than an upload can take: whoever claimed before that died. */
const staleAfterSeconds = 120;

/** Keys that stand for the content itself; the caller's own begin otherwise. */
const contentPrefix = "content:";

/** The key of an upload: the caller's own, else what is uploaded for what, so that a plain repeat finds the document. */
export function uploadKeyOf(idempotencyKey: string | null | undefined, fingerprint: string): string {
  return idempotencyKey ? `key:${idempotencyKey}` : `${contentPrefix}${fingerprint}`;
}

/**
 * Takes the key before anything is sent. The document when the key gave one before; null: it is the caller's turn.
 * Throws a `Refusal`: IDEMPOTENCY_KEY_REUSED, or CONFLICT while somebody else is uploading.
 */
export async function claimUpload(manager: EntityManager, claim: UploadClaim): Promise<ShippingDocument | null> {
  const inserted = (await manager.query(
    `insert into document_upload (tenant_id, upload_key, fingerprint) values ($1, $2, $3)
     on conflict (tenant_id, upload_key) do nothing returning 1`,
    [claim.tenantId, claim.uploadKey, claim.fingerprint],
  )) as unknown[];
  return inserted.length > 0 ? null : takeOver(manager, claim);
}

async function takeOver(manager: EntityManager, claim: UploadClaim): Promise<ShippingDocument | null> {
  const { uploadKey, fingerprint } = claim;
  const [earlier] = (await manager.query(
    `select fingerprint, document_id, started_at < now() - make_interval(secs => $2) as is_stale
     from document_upload where upload_key = $1 for update`,
    [uploadKey, staleAfterSeconds],
  )) as { fingerprint: string; document_id: string | null; is_stale: boolean }[];
  if (earlier === undefined) refuseUnderWay();
  if (earlier.fingerprint !== fingerprint) {
    const message = "The key was used before with other input: use a new one for a new document.";
    refuse("IDEMPOTENCY_KEY_REUSED", message, ["input", "idempotencyKey"]);
  }
  if (earlier.document_id !== null) return manager.findOneByOrFail(ShippingDocument, { id: earlier.document_id });
  if (!earlier.is_stale) refuseUnderWay();
  await manager.update(DocumentUpload, { uploadKey }, { startedAt: () => "now()" });
  return null;
}

function refuseUnderWay(): never {
  refuse("CONFLICT", "This document is being uploaded by another request: repeat this one later.", ["input"]);
}

/** Gives the key back: nothing came of the upload. */
export async function releaseUpload(manager: EntityManager, { uploadKey }: UploadClaim): Promise<void> {
  await manager.query("delete from document_upload where upload_key = $1 and document_id is null", [uploadKey]);
}

/** What was uploaded without a key of the caller's can be uploaded anew once it is deleted. */
export async function forgetContent(manager: EntityManager, documentId: string): Promise<void> {
  await manager.query("delete from document_upload where document_id = $1 and starts_with(upload_key, $2)", [
    documentId,
    contentPrefix,
  ]);
}
