import type { CatalogueService } from "../../carrier/catalogue.js";
import type { Failure } from "../../carrier/outcome.js";
import type { RateRefusalReason } from "../../carrier/rating.js";
import type { CarrierMessage, Money } from "../../carrier/values.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { PriceRefusalReason } from "../price/priced.js";

export type UnavailableReason =
  | RateRefusalReason
  | PriceRefusalReason
  | "SERVICE_NOT_SUPPORTED"
  | "METHOD_REQUIRED"
  | "INCOMPLETE"
  | "NO_PRICE"
  | "ACCOUNT_NOT_READY"
  | "CARRIER_REJECTED"
  | "CARRIER_UNAVAILABLE";

/** What could not be priced, beside what could. */
export interface UnavailableOption {
  /** Null: all services of an account were asked for. */
  shippingMethod: CarrierShippingMethod | null;
  service: CatalogueService | null;
  reason: UnavailableReason;
  message: string;
}

export type Why = Pick<UnavailableOption, "reason" | "message">;

/** Transport is never free for whoever pays it: carriers answer zero where they could not price (recorded at UPS). */
export function noPrice({ amount }: Money): Why {
  const answer = amount.startsWith("-") ? "a negative amount" : "zero";
  return { reason: "NO_PRICE", message: `The carrier gave no price for it: it answered ${answer}.` };
}

/** The carrier priced it, and the price is none that can be read; null: it says so of no such service. */
export function unreadPrice(messages: CarrierMessage[], wanted: string): Why | null {
  const unread = messages.find(({ code, serviceCode }) => code === "PRICE_UNREADABLE" && serviceCode === wanted);
  return unread ? { reason: "NO_PRICE", message: unread.text } : null;
}

/** Of services that are rated by name only. */
export function methodRequired({ name, code }: Pick<CatalogueService, "name" | "code">): Why {
  const message = `${name} is offered only where a shipping method has it: create one with the service ${code}.`;
  return { reason: "METHOD_REQUIRED", message };
}

/** Why a carrier's failure leaves an option without a price. `classify`: the adapter's reading of its own codes. */
export function whyFailed(failure: Failure, classify: (messages: CarrierMessage[]) => RateRefusalReason | null): Why {
  switch (failure.kind) {
    case "REJECTED":
      return { reason: classify(failure.messages) ?? "CARRIER_REJECTED", message: inWords(failure.messages) };
    case "ACCOUNT_REFUSED":
      return { reason: "ACCOUNT_NOT_READY", message: `${failure.message}.` };
    case "UNAVAILABLE":
      return { reason: "CARRIER_UNAVAILABLE", message: `${failure.message}.` };
  }
}

function inWords(messages: CarrierMessage[]): string {
  return messages.map((message) => message.text).join(" ") || "The carrier refused without saying why.";
}

/** Which reason a fault of the input is for one method, by the part that is at fault. */
export function whyNotAllowed({ field, message }: { field: string[] | null; message: string }): Why {
  const reason = partReasons.find(([part]) => field?.includes(part))?.[1] ?? "OPTION_NOT_ALLOWED";
  return { reason, message };
}

const partReasons: [string, UnavailableReason][] = [
  ["service", "LANE_NOT_SERVED"],
  ["shipFrom", "ADDRESS_INVALID"],
  ["shipTo", "ADDRESS_INVALID"],
  ["weight", "WEIGHT_LIMIT"],
  ["dimensions", "SIZE_LIMIT"],
];
