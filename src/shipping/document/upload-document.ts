import { createHash } from "node:crypto";
import { currentBudget, outsideBudget } from "../../admission/work.js";
import type { DocumentUpload } from "../../carrier/documents.js";
import type { SpendOutcome } from "../../carrier/outcome.js";
import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { DocumentUpload as UploadClaim } from "../../entities/document-upload.js";
import { Shipment } from "../../entities/shipment.js";
import type { ShippingDocument } from "../../entities/shipping-document.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { reach } from "../../failpoints.js";
import { holding } from "../../journal/journal.js";
import type { LoadedAccount } from "../account/load-account.js";
import { loadUsableAccount } from "../account/load-usable-account.js";
import { checkLength } from "../check-length.js";
import { releaseClaim } from "../claim/claim-states.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { failureErrors } from "../failure-errors.js";
import { fingerprint } from "../fingerprint.js";
import { Refusal, type Result, refuse, refused, settle } from "../result.js";
import { chooseAccount } from "../shipment/choose-sources.js";
import { refuseErased } from "../shipment/lock-shipment.js";
import { userError } from "../user-error.js";
import { checkUpload } from "./check-upload.js";
import { claimUpload, uploadRequest } from "./claim-upload.js";
import { documentsOf } from "./documents-of.js";
import { storeUpload, type UploadTarget } from "./store-upload.js";
import type { UploadInput } from "./upload-input.js";

/**
 * Uploads a document to the carrier and keeps a copy. Sent once; the same key, or without one the same file for the
 * same purpose, gives the same document. Without a clear answer the carrier may hold a copy that nobody knows of; it
 * does no harm, and a repeat uploads again.
 */
export async function uploadShippingDocument(
  deps: ShippingDeps,
  actor: Actor,
  input: UploadInput,
): Promise<Result<ShippingDocument>> {
  const faults = checkLength(input.idempotencyKey, ["input", "idempotencyKey"]);
  if (faults.length > 0) return refused(...faults);
  return settle(async () => {
    const loaded = await loadTarget(deps, actor, input);
    const upload = checkedUpload(loaded, input);
    const target: UploadTarget = {
      accountId: loaded.account.id,
      shipmentId: input.shipmentId ?? null,
      sha256: createHash("sha256").update(upload.bytes).digest("hex"),
    };
    const request = uploadRequest(input.idempotencyKey, fingerprint([target, upload.kind, upload.name]));
    const claimed = await claimUpload(deps, actor, request);
    if ("document" in claimed) return claimed.document;
    currentBudget()?.settleWhatFollows();
    return outsideBudget(() => send(deps, loaded, claimed.claim, target, upload));
  });
}

/** The account that is named, else the shipment's, else the default one, else the only one there is. */
async function loadTarget(deps: ShippingDeps, actor: Actor, input: UploadInput): Promise<LoadedAccount> {
  const accountId = await readInTenant(deps.database, actor.tenantId, async (manager) => {
    const shipment = input.shipmentId ? await manager.findOneBy(Shipment, { id: input.shipmentId }) : null;
    if (input.shipmentId && shipment === null) refuse("NOT_FOUND", "Nothing has this id.", ["input", "shipmentId"]);
    if (shipment !== null) refuseErased(shipment, ["input", "shipmentId"]);
    const { id } = await chooseAccount(manager, input.carrierAccountId ?? shipment?.accountId, ["input"]);
    if (shipment?.accountId && shipment.accountId !== id) {
      const message = "The shipment uses another carrier account.";
      refuse("INVALID", message, ["input", "carrierAccountId"]);
    }
    return id;
  });
  return loadUsableAccount(deps, actor, accountId);
}

function checkedUpload({ adapter, account }: LoadedAccount, input: UploadInput): DocumentUpload {
  const documents = documentsOf(adapter, ["input", "carrierAccountId"]);
  const checked = checkUpload(input, documents.limits(account.environment));
  if (Array.isArray(checked)) throw new Refusal(checked);
  return checked;
}

async function send(
  deps: ShippingDeps,
  { adapter, access }: LoadedAccount,
  claim: UploadClaim,
  target: UploadTarget,
  upload: DocumentUpload,
): Promise<ShippingDocument> {
  reach("upload.claimed", claim.id);
  const outcome = await documentsOf(adapter, ["input"]).upload(access, upload, { purchaseId: null });
  reach("upload.answered", claim.id);
  if (outcome.kind === "ANSWERED") {
    const answer = { target, upload, uploaded: outcome.value };
    const { tenantId, id } = claim;
    const store = () => inTenant(deps.database, tenantId, (manager) => storeUpload(manager, claim, answer));
    const document = await holding(deps.journal, { kind: "UPLOAD", tenantId, id }, answer, store);
    reach("upload.stored", claim.id);
    return document ?? refuse("PERSONAL_DATA_ERASED", erasedMeanwhile, ["input", "shipmentId"]);
  }
  await inTenant(deps.database, claim.tenantId, (manager) => releaseClaim(manager, UploadClaim, claim));
  throw new Refusal(whyNot(outcome));
}

const erasedMeanwhile = "The personal data of the shipment was erased meanwhile: the document is not kept.";

function whyNot(outcome: Exclude<SpendOutcome<unknown>, { kind: "ANSWERED" }>): ShippingUserError[] {
  if (outcome.kind !== "UNKNOWN") return failureErrors(outcome, ["input"]);
  return [userError("CARRIER_UNAVAILABLE", outcome.message, ["input"])];
}
