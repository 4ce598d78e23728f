import { z } from "zod";
import type { Answered } from "../../carrier/outcome.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { alertText } from "./message-text.js";
import { maybe, maybeText, readableOf, text } from "./shapes.js";

export const alertList = readableOf(z.object({ Code: text, Description: maybeText }));

/** `Response` of every XML-derived product; `Code` 1 is success. */
export const responseEnvelope = z.object({
  ResponseStatus: maybe(z.object({ Code: text })),
  Alert: alertList,
});

/** The container of an answer, with its `Response`. */
export const envelope = maybe(responseEnvelope);

export function isSuccess(response: z.infer<typeof responseEnvelope> | undefined): boolean {
  return response?.ResponseStatus?.Code === "1";
}

/** Said in so many words. An answer that brings what was asked for is none for lack of the word "success". */
export function isFailure(response: z.infer<typeof responseEnvelope> | undefined): boolean {
  return response?.ResponseStatus !== undefined && !isSuccess(response);
}

/** Alerts that only remark on the usual; the rest is worth a look. */
const remarks = new Set(["110971", "120900"]);

/** What UPS answered, and what it remarked on. */
export function answered<T>(value: T, alerts: z.infer<typeof alertList> = []): Answered<T> {
  return { kind: "ANSWERED", value, messages: alertMessages(alerts) };
}

export function alertMessages(alerts: z.infer<typeof alertList>): CarrierMessage[] {
  return alerts.map(({ Code, Description }) => ({
    code: Code,
    severity: remarks.has(Code) ? "INFO" : "WARNING",
    text: alertText(Code, Description),
  }));
}
