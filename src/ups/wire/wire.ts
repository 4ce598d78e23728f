import type { Unavailable } from "../../carrier/outcome.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { mayHoldUnstorable, toStorable } from "../../storable-text.js";

/** One HTTP request, complete but for its origin. `path` starts with a slash and holds the query. */
export interface WireRequest {
  method: "GET" | "POST" | "DELETE";
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

/** `carrierTransactionId`: UPS's own number of the exchange, from the header `bkndtransid`; null: it gave none. */
export interface WireAnswer {
  kind: "ANSWER";
  status: number;
  retryAfter: string | null;
  errorInHeaders: CarrierMessage | null;
  carrierTransactionId: string | null;
  body: Buffer;
}

/**
 * What one HTTP attempt came to. `isSent` is false only when no byte of the request can have left; `isRepeatable`:
 * a read may be tried again with hope.
 */
export type WireResult =
  | WireAnswer
  | { kind: "NO_ANSWER"; reason: Unavailable["reason"]; isSent: boolean; isRepeatable: boolean; message: string };

/** What is sent: of a text that was shortened in the middle of a letter's two halves, the one that is left is replaced. */
export function jsonText(body: object): string {
  const text = JSON.stringify(body);
  if (!mayHoldUnstorable(text)) return text;
  return JSON.stringify(body, (_, value: unknown) => (typeof value === "string" ? toStorable(value) : value));
}
