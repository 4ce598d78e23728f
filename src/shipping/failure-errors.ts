import type { Failure } from "../carrier/outcome.js";
import type { ShippingUserError } from "../entities/values/user-error.js";
import { userError } from "./user-error.js";

/** What a carrier's refusal or silence means for the caller: one user error for each thing it said. */
export function failureErrors(
  failure: Failure | { kind: "NOT_SENT"; message: string },
  field: string[] | null = null,
): ShippingUserError[] {
  switch (failure.kind) {
    case "REJECTED":
      return failure.messages.map(({ text, code }) => userError("CARRIER_REJECTED", text, field, code));
    case "ACCOUNT_REFUSED":
      return [userError("ACCOUNT_NOT_READY", failure.message, field, failure.messages[0]?.code ?? null)];
    default:
      return [userError("CARRIER_UNAVAILABLE", failure.message, field)];
  }
}

/** The same for buyers too: why an account is refused, or the carrier not reached, is its owner's business. */
export function discreetErrors(failure: Failure, field: string[]): ShippingUserError[] {
  if (failure.kind === "REJECTED") return failureErrors(failure, field);
  if (failure.kind === "UNAVAILABLE")
    return [userError("CARRIER_UNAVAILABLE", "The carrier does not answer at the moment.", field)];
  return [userError("ACCOUNT_NOT_READY", "The carrier refuses the account that asks: validateCarrierAccount.")];
}
