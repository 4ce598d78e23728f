import { z } from "zod";
import { parseVoid } from "../ups/shipping/parse-void.js";
import { voidAnswerOfRefusal } from "../ups/shipping/refusal-answers.js";
import { parseErrors } from "../ups/wire/errors.js";
import { listOf, maybe, text } from "../ups/words/shapes.js";
import type { SideAnswer } from "./probe.js";

const shipped = z.object({
  ShipmentResponse: z.object({ ShipmentResults: z.object({ ShipmentIdentificationNumber: text }) }),
});

/** The number that a booking was answered with; null: it was refused, or the answer cannot be read. */
export function shipmentNumberOf(answer: SideAnswer | null): string | null {
  const parsed = shipped.safeParse(answer?.json);
  return (parsed.success && parsed.data.ShipmentResponse.ShipmentResults.ShipmentIdentificationNumber) || null;
}

const uploaded = z.object({
  UploadResponse: z.object({ FormsHistoryDocumentID: maybe(z.object({ DocumentID: listOf(text) })) }),
});

export function documentNumberOf(answer: SideAnswer | null): string | null {
  const parsed = uploaded.safeParse(answer?.json);
  return (parsed.success && parsed.data.UploadResponse.FormsHistoryDocumentID?.DocumentID[0]) || null;
}

const found = z.object({
  LabelRecoveryResponse: z.object({
    ShipmentIdentificationNumber: text.optional(),
    LabelResults: listOf(z.object({ TrackingNumber: text })),
    TrackingCandidate: listOf(z.object({ TrackingNumber: text })),
  }),
});

/** The numbers of what Label Recovery finds under a reference. */
export function foundNumbersOf({ json }: SideAnswer): string[] {
  const parsed = found.safeParse(json);
  if (!parsed.success) return [];
  const { ShipmentIdentificationNumber, LabelResults, TrackingCandidate } = parsed.data.LabelRecoveryResponse;
  const [first] = LabelResults;
  const own = ShipmentIdentificationNumber || first?.TrackingNumber;
  return [...(own ? [own] : []), ...TrackingCandidate.map(({ TrackingNumber }) => TrackingNumber)];
}

/** Whether a void, or the deletion of a document, did what was asked, or found it done. */
export function isUndoneBy(answer: SideAnswer | null): boolean {
  if (answer?.isRefusal) return voidAnswerOfRefusal(parseErrors(answer.json)) !== null;
  if (answer === null || answer.status !== 200 || answer.headerCode !== null) return false;
  return isDeleted(answer.json) || parseVoid(answer.json)?.value.isVoided === true;
}

const isDeleted = (json: unknown) => typeof json === "object" && json !== null && "DeleteResponse" in json;
