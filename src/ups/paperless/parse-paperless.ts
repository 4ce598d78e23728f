import { z } from "zod";
import type { UploadedDocument } from "../../carrier/documents.js";
import type { Answered } from "../../carrier/outcome.js";
import { answered, envelope, isFailure, isSuccess } from "../words/alerts.js";
import { listOf, maybe, needed, text } from "../words/shapes.js";

const uploadAnswer = z.object({
  UploadResponse: needed(
    z.object({
      Response: envelope,
      FormsHistoryDocumentID: maybe(z.object({ DocumentID: listOf(text) })),
    }),
  ),
});
const pushAnswer = z.object({ PushToImageRepositoryResponse: needed(z.object({ Response: envelope })) });
const deleteAnswer = z.object({ DeleteResponse: needed(z.object({ Response: envelope })) });

/** The number of the one document that was uploaded; null when there is none, or more. UPS tells no expiry. */
export function parseUpload(json: unknown): Answered<UploadedDocument> | null {
  const parsed = uploadAnswer.safeParse(json);
  if (!parsed.success || isFailure(parsed.data.UploadResponse.Response)) return null;
  const { Response, FormsHistoryDocumentID } = parsed.data.UploadResponse;
  const [carrierDocumentId, ...furtherIds] = FormsHistoryDocumentID?.DocumentID ?? [];
  if (!carrierDocumentId || furtherIds.length > 0) return null;
  return answered({ carrierDocumentId, expiresAt: null }, Response?.Alert);
}

export function parsePush(json: unknown): Answered<null> | null {
  const parsed = pushAnswer.safeParse(json);
  const isPushed = parsed.success && isSuccess(parsed.data.PushToImageRepositoryResponse.Response);
  return isPushed ? answered(null) : null;
}

export function parseDelete(json: unknown): Answered<"DELETED"> | null {
  const parsed = deleteAnswer.safeParse(json);
  const isDeleted = parsed.success && isSuccess(parsed.data.DeleteResponse.Response);
  return isDeleted ? answered("DELETED") : null;
}
