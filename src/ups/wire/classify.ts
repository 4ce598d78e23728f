import type { Unavailable } from "../../carrier/outcome.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { transientCodes } from "./error-codes.js";
import { parseErrors } from "./errors.js";
import { parseRetryAfter } from "./retry.js";
import type { WireResult } from "./wire.js";

/** What one attempt means. `isProcessed` NO: UPS provably did nothing with it. */
export type Verdict =
  | { kind: "OK"; json: unknown }
  | { kind: "REFUSED" | "UNAUTHORIZED" | "BLOCKED"; errors: CarrierMessage[] }
  | { kind: "RATE_LIMITED"; retryAfterSeconds: number | null; errors: CarrierMessage[] }
  | Fault;

export interface Fault {
  kind: "FAULT";
  reason: Unavailable["reason"];
  message: string;
  isProcessed: "NO" | "MAYBE";
  isRepeatable: boolean;
  errors: CarrierMessage[];
}

/** The one place where HTTP becomes meaning. Only a refusal in UPS's own words is a refusal. */
export function classify(result: WireResult, now: Date): Verdict {
  if (result.kind === "NO_ANSWER") {
    const isProcessed = result.isSent ? "MAYBE" : "NO";
    const { reason, message, isRepeatable } = result;
    return { kind: "FAULT", reason, message, isProcessed, isRepeatable, errors: [] };
  }
  const json = parseJson(result.body);
  const errors = allErrors(json, result.errorInHeaders);
  if (result.status === 401) return { kind: "UNAUTHORIZED", errors };
  if (result.status === 429) {
    return { kind: "RATE_LIMITED", retryAfterSeconds: parseRetryAfter(result.retryAfter, now), errors };
  }
  if (result.status >= 500) return fault("CARRIER_FAULT", `HTTP ${result.status}`, true, errors);
  if (result.status >= 400 && errors.length > 0) return refusal(result.status, errors);
  if (result.status < 200 || result.status >= 300) {
    return fault("PROTOCOL_ERROR", `HTTP ${result.status} without UPS's words`, false, errors);
  }
  if (result.body.length === 0 && errors.length > 0) return refusal(result.status, errors);
  if (json === undefined) return fault("PROTOCOL_ERROR", "the answer is not JSON", false, errors);
  if (parseErrors(json).length > 0)
    return fault("PROTOCOL_ERROR", "errors in an answer that says success", false, errors);
  return { kind: "OK", json };
}

/** The body's; where that has none, the one in the headers. */
function allErrors(json: unknown, errorInHeaders: CarrierMessage | null): CarrierMessage[] {
  const errors = parseErrors(json);
  return errors.length > 0 || errorInHeaders === null ? errors : [errorInHeaders];
}

function refusal(status: number, errors: CarrierMessage[]): Verdict {
  if (status === 403) return { kind: "BLOCKED", errors };
  if (errors.some((error) => transientCodes.has(error.code))) {
    return fault("CARRIER_FAULT", `UPS answered ${errors[0]?.code}`, true, errors);
  }
  return { kind: "REFUSED", errors };
}

function fault(reason: Unavailable["reason"], message: string, isRepeatable: boolean, errors: CarrierMessage[]): Fault {
  return { kind: "FAULT", reason, message, isProcessed: "MAYBE", isRepeatable, errors };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
