import type { AccountRefused, Failure, Rejected, SpendOutcome, Unavailable } from "../../carrier/outcome.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { isAbout } from "../words/error-codes/find-error-code.js";
import type { Fault } from "./classify.js";

/** Why a call brought no answer, and whether UPS may have acted on it all the same. */
export interface CallFailure {
  kind: "FAILED";
  failure: Failure;
  isProcessed: "NO" | "MAYBE";
}

/** UPS refused in its own words; an account or credentials that are not ours to use are the account's trouble, not the input's. */
export function refused(errors: CarrierMessage[]): CallFailure {
  return notSent(accountTrouble(errors) ?? ({ kind: "REJECTED", messages: errors } satisfies Rejected));
}

function accountTrouble(errors: CarrierMessage[]): AccountRefused | null {
  if (isAbout(errors, "ACCOUNT")) return wrongAccount(errors);
  if (isAbout(errors, "PRODUCT_NOT_ADDED")) return productNotAdded(errors);
  if (isAbout(errors, "CREDENTIALS"))
    return accountRefused("BAD_CREDENTIALS", "UPS does not accept these credentials", errors);
  return null;
}

export function wrongAccount(errors: CarrierMessage[]): AccountRefused {
  return accountRefused("WRONG_ACCOUNT", "UPS does not accept this account number with these credentials", errors);
}

export function productNotAdded(errors: CarrierMessage[]): AccountRefused {
  return accountRefused("PRODUCT_NOT_ADDED", "The UPS app lacks this product, or it is still pending", errors);
}

export function accountRefused(
  reason: AccountRefused["reason"],
  message: string,
  messages: CarrierMessage[],
): AccountRefused {
  return { kind: "ACCOUNT_REFUSED", reason, message, messages };
}

export function rateLimited(retryAfterSeconds: number | null, messages: CarrierMessage[]): CallFailure {
  const message = "UPS asks for fewer requests";
  return notSent({ kind: "UNAVAILABLE", reason: "RATE_LIMITED", message, retryAfterSeconds, messages });
}

/** Ours, not UPS's: refused before anything was sent. */
export function tooManyAsks(): CallFailure {
  const message = "Too many questions to UPS wait for an answer";
  return notSent({ kind: "UNAVAILABLE", reason: "RATE_LIMITED", message, retryAfterSeconds: 5, messages: [] });
}

export function faulted(fault: Fault): CallFailure {
  const { reason, message, isProcessed, errors } = fault;
  return { kind: "FAILED", isProcessed, failure: unavailable(reason, `UPS gave no usable answer: ${message}`, errors) };
}

export function notSent(failure: Failure): CallFailure {
  return { kind: "FAILED", failure, isProcessed: "NO" };
}

export function unavailable(
  reason: Unavailable["reason"],
  message: string,
  messages: CarrierMessage[] = [],
): Unavailable {
  return { kind: "UNAVAILABLE", reason, message, retryAfterSeconds: null, messages };
}

/** The same failure as a buyer must read it: without a clear no, UPS may have sold the shipment. */
export function toSpendOutcome({ failure, isProcessed }: CallFailure): SpendOutcome<never> {
  if (failure.kind !== "UNAVAILABLE") return isProcessed === "NO" ? failure : refusedInSuccess(failure);
  const { reason, message, messages, retryAfterSeconds } = failure;
  return isProcessed === "NO"
    ? { kind: "NOT_SENT", reason, message, retryAfterSeconds, messages }
    : { kind: "UNKNOWN", reason, message, messages };
}

/** A refusal that HTTP calls a success, and that a sold shipment could go with. */
function refusedInSuccess({ messages }: Rejected | AccountRefused): SpendOutcome<never> {
  const message = "UPS gave no usable answer: errors in an answer that says success";
  return { kind: "UNKNOWN", reason: "PROTOCOL_ERROR", message, messages };
}
