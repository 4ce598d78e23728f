import type { CallContext, CarrierAccountAccess } from "../../carrier/account-access.js";
import type { DocumentUpload, PushRequest, UploadedDocument } from "../../carrier/documents.js";
import type { Outcome, SpendOutcome } from "../../carrier/outcome.js";
import type { SendResult, UpsCall, UpsClient } from "../wire/client.js";
import { DOCUMENT_NOT_FOUND_CODES } from "../wire/error-codes.js";
import { toSpendOutcome, unavailable } from "../wire/failures.js";
import { isDeleted, isPushed, parseUpload } from "./parse-paperless.js";
import {
  DELETE_PATH,
  PUSH_PATH,
  paperlessHeaders,
  serialisePush,
  serialiseUpload,
  UPLOAD_PATH,
} from "./serialise-paperless.js";

type Account = CarrierAccountAccess;

/** Has the form of UPS's document numbers and belongs to nobody. */
export const NO_SUCH_DOCUMENT = "2000-01-01-00.00.00.000000";

/** Paperless Documents: serialise, send once, parse. Files take as long to send as a purchase may take. */
export class PaperlessOperations {
  constructor(
    private readonly client: UpsClient,
    private readonly limits: { shipTimeoutMs: number },
  ) {}

  async upload(
    account: Account,
    upload: DocumentUpload,
    context: CallContext,
  ): Promise<SpendOutcome<UploadedDocument>> {
    const body = serialiseUpload(account, upload);
    const call = this.#once("UPLOAD_DOCUMENT", "POST", UPLOAD_PATH, paperlessHeaders(account), body);
    const result = await this.client.send(account, call, context);
    if (result.kind === "FAILED") return toSpendOutcome(result);
    const parsed = parseUpload(result.json);
    if (parsed) return { kind: "ANSWERED", value: parsed.document, messages: parsed.messages };
    return toSpendOutcome({ kind: "FAILED", failure: unreadable("upload"), isProcessed: "MAYBE" });
  }

  async push(account: Account, request: PushRequest, context: CallContext): Promise<Outcome<null>> {
    const body = serialisePush(account, request);
    const call = this.#once("PUSH_DOCUMENT", "POST", PUSH_PATH, paperlessHeaders(account), body);
    const result = await this.client.send(account, call, context);
    if (result.kind === "FAILED") return result.failure;
    return isPushed(result.json) ? { kind: "ANSWERED", value: null, messages: [] } : unreadable("push");
  }

  async delete(account: Account, documentId: string, context: CallContext): Promise<Outcome<"DELETED" | "UNKNOWN">> {
    const result = await this.sendDelete(account, documentId, context);
    if (isUnknownDocument(result)) return { kind: "ANSWERED", value: "UNKNOWN", messages: [] };
    if (result.kind === "FAILED") return result.failure;
    return isDeleted(result.json) ? { kind: "ANSWERED", value: "DELETED", messages: [] } : unreadable("delete");
  }

  sendDelete(account: Account, documentId: string, context: CallContext): Promise<SendResult> {
    const headers = paperlessHeaders(account, documentId);
    return this.client.send(account, this.#once("DELETE_DOCUMENT", "DELETE", DELETE_PATH, headers, null), context);
  }

  #once(
    operation: UpsCall["operation"],
    method: UpsCall["method"],
    path: string,
    headers: Record<string, string>,
    body: object | null,
  ): UpsCall {
    const timeoutMs = this.limits.shipTimeoutMs;
    return { operation, lane: "ASK", method, path, headers, body, isRepeatable: false, timeoutMs };
  }
}

function isUnknownDocument(result: SendResult): boolean {
  if (result.kind !== "FAILED" || result.failure.kind !== "REJECTED") return false;
  return result.failure.messages.some(({ code }) => DOCUMENT_NOT_FOUND_CODES.has(code));
}

function unreadable(call: string) {
  return unavailable("PROTOCOL_ERROR", `UPS's answer to a document's ${call} cannot be read`);
}
