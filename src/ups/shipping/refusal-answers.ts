import type { Answered, SpendOutcome } from "../../carrier/outcome.js";
import type { RecoverAnswer, ShippedShipment, VoidAnswer, VoidRefusalReason } from "../../carrier/shipping.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { answered } from "../words/alerts.js";
import { isAbout, isOnlyAbout } from "../words/error-codes/find-error-code.js";

/**
 * What Label Recovery's refusal tells of the shipments asked for; null: nothing. A purchase is given up where none is
 * there, so that takes a code known to say so, and no other beside it.
 */
export function recoveryAnswerOfRefusal(messages: CarrierMessage[]): Answered<RecoverAnswer> | null {
  if (isAbout(messages, "EXISTS")) return answered({ found: "EXISTS" });
  if (isAbout(messages, "VOIDED")) return answered({ found: "VOIDED" });
  return isOnlyAbout(messages, "NO_SHIPMENT") ? answered({ found: "NONE" }) : null;
}

/** Refused because it is done: the labels are in force no longer. Null: it is not, or something else is said beside it. */
export function voidAnswerOfRefusal(messages: CarrierMessage[]): Answered<VoidAnswer> | null {
  const told = messages.filter((message) => !isAbout([message], "NOTICE"));
  return isOnlyAbout(told, "VOID_DONE") ? answered({ isVoided: true, packages: [] }) : null;
}

/** Why UPS voids it not; null: its codes do not tell more than that. */
export function voidRefusalReason(messages: { code: string }[]): VoidRefusalReason | null {
  if (isAbout(messages, "VOID_WINDOW_CLOSED")) return "WINDOW_CLOSED";
  if (isAbout(messages, "VOIDED_AS_A_WHOLE_ONLY")) return "AS_A_WHOLE_ONLY";
  return isAbout(messages, "NEVER_VOIDED") ? "NEVER" : null;
}

/** Ship refuses to make a shipment again that it has made: what was bought is to be looked for. Null: a plain refusal. */
export function shipAnswerOfRefusal(messages: CarrierMessage[]): SpendOutcome<ShippedShipment> | null {
  if (!isAbout(messages, "EXISTS")) return null;
  return { kind: "UNKNOWN", reason: "CARRIER_FAULT", message: "UPS says that it was bought before", messages };
}
