import { z } from "zod";
import type { UploadedDocument } from "../../carrier/documents.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { alertMessages, envelope, isSuccess } from "../words/alerts.js";
import { listOf, maybe, text } from "../words/shapes.js";

const uploadAnswer = z.object({
  UploadResponse: z.object({
    Response: envelope,
    FormsHistoryDocumentID: maybe(z.object({ DocumentID: listOf(text) })),
  }),
});
const pushAnswer = z.object({ PushToImageRepositoryResponse: z.object({ Response: envelope }) });
const deleteAnswer = z.object({ DeleteResponse: z.object({ Response: envelope }) });

/** The number of the one document that was uploaded; null when there is none, or more. UPS tells no expiry. */
export function parseUpload(json: unknown): { document: UploadedDocument; messages: CarrierMessage[] } | null {
  const parsed = uploadAnswer.safeParse(json);
  if (!parsed.success || !isSuccess(parsed.data.UploadResponse.Response)) return null;
  const { Response, FormsHistoryDocumentID } = parsed.data.UploadResponse;
  const [carrierDocumentId, ...others] = FormsHistoryDocumentID?.DocumentID ?? [];
  if (!carrierDocumentId || others.length > 0) return null;
  return { document: { carrierDocumentId, expiresAt: null }, messages: alertMessages(Response?.Alert ?? []) };
}

export function isPushed(json: unknown): boolean {
  const parsed = pushAnswer.safeParse(json);
  return parsed.success && isSuccess(parsed.data.PushToImageRepositoryResponse.Response);
}

export function isDeleted(json: unknown): boolean {
  const parsed = deleteAnswer.safeParse(json);
  return parsed.success && isSuccess(parsed.data.DeleteResponse.Response);
}
