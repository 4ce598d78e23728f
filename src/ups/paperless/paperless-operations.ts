import type { CallContext, CarrierAccountAccess } from "../../carrier/account-access.js";
import type { DocumentUpload, PushRequest, UploadedDocument } from "../../carrier/documents.js";
import type { Outcome, SpendOutcome } from "../../carrier/outcome.js";
import type { SendResult, UpsCall, UpsClient } from "../wire/client.js";
import { ask, spend } from "../wire/operation.js";
import { answered } from "../words/alerts.js";
import { isAbout } from "../words/error-codes/find-error-code.js";
import { parseDelete, parsePush, parseUpload } from "./parse-paperless.js";
import {
  deletePath,
  paperlessHeaders,
  pushPath,
  serialisePush,
  serialiseUpload,
  uploadPath,
} from "./serialise-paperless.js";

type Account = CarrierAccountAccess;

/** Has the form of UPS's document numbers and belongs to nobody. */
const noSuchDocument = "2000-01-01-00.00.00.000000";

/** Paperless Documents: each sent once. Files take as long to send as a purchase may take. */
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
    return spend(this.client, account, context, {
      call: this.#once("UPLOAD_DOCUMENT", "POST", uploadPath, paperlessHeaders(account), body),
      parse: parseUpload,
      answerName: "answer to a document's upload",
    });
  }

  async push(account: Account, request: PushRequest, context: CallContext): Promise<Outcome<null>> {
    const body = serialisePush(account, request);
    return ask(this.client, account, context, {
      call: this.#once("PUSH_DOCUMENT", "POST", pushPath, paperlessHeaders(account), body),
      parse: parsePush,
      answerName: "answer to a document's push",
    });
  }

  async delete(account: Account, documentId: string, context: CallContext): Promise<Outcome<"DELETED" | "UNKNOWN">> {
    return ask<"DELETED" | "UNKNOWN">(this.client, account, context, {
      call: this.#deletion(account, documentId),
      parse: parseDelete,
      answerName: "answer to a document's delete",
      answerOfRefusal: (messages) => (isAbout(messages, "NO_DOCUMENT") ? answered("UNKNOWN") : null),
    });
  }

  /** What UPS says to deleting a document that nobody has: whether the product is there. */
  probe(account: Account, context: CallContext): Promise<SendResult> {
    return this.client.send(account, this.#deletion(account, noSuchDocument), context);
  }

  #deletion(account: Account, documentId: string): UpsCall {
    return this.#once("DELETE_DOCUMENT", "DELETE", deletePath, paperlessHeaders(account, documentId), null);
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
