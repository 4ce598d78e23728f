import type { FieldProblem, CarrierMessage as PortMessage } from "../carrier/values.js";
import type { CarrierMessage } from "../entities/values/carrier-message.js";
import type { ShippingErrorCode } from "../entities/values/enums.js";
import type { ShippingUserError } from "../entities/values/user-error.js";

/** `field` is the path in the input, from `input` on. */
export function userError(
  code: ShippingErrorCode,
  message: string,
  field: (string | number)[] | null = null,
  carrierErrorCode: string | null = null,
): ShippingUserError {
  return { code, message, field: field?.map(String) ?? null, carrierErrorCode };
}

/** A carrier's rule that the input breaks, under the place of the input that was checked. */
export function problemError(problem: FieldProblem, at: string[]): ShippingUserError {
  return userError(problem.code, problem.message, [...at, ...problem.path]);
}

export function carrierMessages(messages: PortMessage[]): CarrierMessage[] {
  return messages.map(({ code, severity, text }) => ({ carrierErrorCode: code, severity, text }));
}
