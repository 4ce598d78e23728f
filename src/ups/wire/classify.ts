import type { Unavailable } from "../../carrier/outcome.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { mayHoldUnstorable, toStorable } from "../../storable-text.js";
import { effectOf, isAbout } from "../words/error-codes/find-error-code.js";
import { isHardRefusal, isOfThingDone } from "../words/error-codes/hard-refusals.js";
import { parseErrors, parseProductErrors } from "./errors.js";
import { holdsAnswer } from "./holds-answer.js";
import { isNestedDeeper } from "./nesting.js";
import { parseRetryAfter } from "./retry.js";
import type { WireAnswer, WireResult } from "./wire.js";

/** What one attempt means. `isProcessed` NO: UPS provably did nothing with it. */
export type Verdict =
  | { kind: "OK"; json: unknown }
  | ({ kind: "REFUSED" | "UNAUTHORIZED" | "BLOCKED"; errors: CarrierMessage[] } & Doubt)
  | ({ kind: "RATE_LIMITED"; retryAfterSeconds: number | null; errors: CarrierMessage[] } & Doubt)
  | Fault;

/** Believed of questions. Of what spends money it is no proof that nothing was sold: HTTP says success. */
interface Doubt {
  isDoubtful?: true;
}

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
  const errors = allErrors(result, json);
  if (result.status === 401) return { kind: "UNAUTHORIZED", errors };
  if (result.status === 429) return rateLimited(result, now, errors);
  // Whoever gave up waiting does not know what UPS has done meanwhile.
  if (result.status >= 500 || result.status === 408)
    return fault("CARRIER_FAULT", `HTTP ${result.status}`, true, errors);
  if (result.status >= 400 && errors.length > 0) return refusal(result, now, errors);
  if (result.status < 200 || result.status >= 300) {
    return fault("PROTOCOL_ERROR", `HTTP ${result.status} without UPS's words`, false, errors);
  }
  return readSuccess(result, now, json, errors);
}

/**
 * HTTP says success, and UPS may say no all the same: in the headers, as Ship was seen to beside an empty body, or in the
 * body, as its products before REST do. That is believed where the body holds no answer, else something may have been
 * sold; and in a body of codes that are known alone. A notice is no refusal: it stands beside what was sold. Whoever
 * spends money believes less of it: see `isDoubtful`.
 */
function readSuccess(result: WireAnswer, now: Date, json: unknown, errors: CarrierMessage[]): Verdict {
  const isClear = result.errorInHeaders !== null || errors.every((error) => effectOf(error));
  const isRefusal = isClear && errors.some((error) => effectOf(error) !== "NOTICE");
  if (isRefusal && !holdsAnswer(result.body, json)) {
    const verdict = refusal(result, now, errors);
    return verdict.kind !== "FAULT" && isDoubtful(result, errors) ? { ...verdict, isDoubtful: true } : verdict;
  }
  if (json === undefined) return fault("PROTOCOL_ERROR", "the answer is not JSON", false, errors);
  if (parseErrors(json).length > 0)
    return fault("PROTOCOL_ERROR", "errors in an answer that says success", false, errors);
  return { kind: "OK", json };
}

/**
 * Ship was seen to refuse in headers beside an empty body, for a code of any kind; in the body of a success never, so
 * there only what is a hard refusal by UPS's own tables is one (INFERRED: docs/fidelity.md).
 */
function isDoubtful({ errorInHeaders }: WireAnswer, errors: CarrierMessage[]): boolean {
  if (errorInHeaders === null) return !errors.every(isHardRefusal);
  return [errorInHeaders, ...errors].some(isOfThingDone);
}

/** The body's; where that has none, the one in the headers. In a success a product's own envelope is the product's to read. */
function allErrors({ status, errorInHeaders }: WireAnswer, json: unknown): CarrierMessage[] {
  const errors = [...parseErrors(json), ...(status >= 400 ? parseProductErrors(json) : [])];
  return errors.length > 0 || errorInHeaders === null ? errors : [errorInHeaders];
}

function refusal(result: WireAnswer, now: Date, errors: CarrierMessage[]): Exclude<Verdict, { kind: "OK" }> {
  if (result.status === 403) return { kind: "BLOCKED", errors };
  if (isAbout(errors, "RATE_LIMITED")) return rateLimited(result, now, errors);
  if (isAbout(errors, "TRANSIENT")) return fault("CARRIER_FAULT", `UPS answered ${errors[0]?.code}`, true, errors);
  return { kind: "REFUSED", errors };
}

function rateLimited({ retryAfter }: WireAnswer, now: Date, errors: CarrierMessage[]) {
  return { kind: "RATE_LIMITED" as const, retryAfterSeconds: parseRetryAfter(retryAfter, now), errors };
}

function fault(reason: Unavailable["reason"], message: string, isRepeatable: boolean, errors: CarrierMessage[]): Fault {
  return { kind: "FAULT", reason, message, isProcessed: "MAYBE", isRepeatable, errors };
}

/** Undefined: it is none, or nested beyond what any answer is. Its texts can be stored, whatever UPS wrote into them. */
function parseJson(body: Buffer): unknown {
  const text = body.toString("utf8");
  if (isNestedDeeper(text, deepest)) return undefined;
  try {
    return JSON.parse(text, mayHoldUnstorable(text) ? storableTexts : undefined);
  } catch {
    return undefined;
  }
}

const storableTexts = (_: string, value: unknown) => (typeof value === "string" ? toStorable(value) : value);

/** UPS's own are nested by a dozen. What is more would take the stack of those who read it. */
const deepest = 100;
