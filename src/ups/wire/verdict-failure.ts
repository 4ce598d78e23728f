import { isAbout } from "../words/error-codes/find-error-code.js";
import type { Verdict } from "./classify.js";
import {
  accountRefused,
  type CallFailure,
  faulted,
  notSent,
  productNotAdded,
  rateLimited,
  refused,
} from "./failures.js";

type Bad = Exclude<Verdict, { kind: "OK" }>;

/** What a verdict without an answer means for a call to one of UPS's products. */
export function toFailure(verdict: Bad): CallFailure {
  const failure = meaningOf(verdict);
  return "isDoubtful" in verdict ? { ...failure, isProcessed: "MAYBE" } : failure;
}

function meaningOf(verdict: Bad): CallFailure {
  switch (verdict.kind) {
    case "RATE_LIMITED":
      return rateLimited(verdict.retryAfterSeconds, verdict.errors);
    case "FAULT":
      return faulted(verdict);
    case "REFUSED":
      return refused(verdict.errors);
    case "UNAUTHORIZED":
      return unauthorized(verdict);
    case "BLOCKED":
      return notSent(accountRefused("BAD_CREDENTIALS", "UPS has blocked these credentials", verdict.errors));
  }
}

/** Of the token call itself: whatever UPS refuses here are the credentials, and nothing was bought. */
export function toTokenFailure(verdict: Bad): CallFailure {
  if (verdict.kind === "RATE_LIMITED") return rateLimited(verdict.retryAfterSeconds, verdict.errors);
  if (verdict.kind === "FAULT") return { ...faulted(verdict), isProcessed: "NO" };
  return notSent(accountRefused("BAD_CREDENTIALS", "UPS does not accept the client id and secret", verdict.errors));
}

/** Refused with a token just fetched: the credentials are good, so the app lacks the product, or UPS does not say. */
function unauthorized({ errors }: Bad): CallFailure {
  return notSent(
    isAbout(errors, "PRODUCT_NOT_ADDED")
      ? productNotAdded(errors)
      : accountRefused("BAD_CREDENTIALS", "UPS refuses a token that it has just given out", errors),
  );
}
