import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { UnavailableReason } from "../rate/unavailable-option.js";

/** All that buyers are told of why a method is not offered. */
export type BuyersReason =
  | "DESTINATION_NOT_SERVED"
  | "ADDRESS_INCOMPLETE"
  | "ADDRESS_INVALID"
  | "WEIGHT_LIMIT"
  | "SIZE_LIMIT"
  | "GOODS_NOT_ALLOWED"
  | "CURRENCY_MISMATCH"
  | "NOT_TODAY"
  | "CARRIER_UNAVAILABLE"
  | "NOT_AVAILABLE";

/** A method without an option, as buyers are told of it. */
export interface UndeliverableMethod {
  name: string;
  reason: BuyersReason;
  message: string;
}

/** What is the merchant's own business, such as an account that is not ready, is told as if nobody answered. */
const reasons: Record<UnavailableReason, BuyersReason> = {
  LANE_NOT_SERVED: "DESTINATION_NOT_SERVED",
  ADDRESS_INVALID: "ADDRESS_INVALID",
  WEIGHT_LIMIT: "WEIGHT_LIMIT",
  SIZE_LIMIT: "SIZE_LIMIT",
  OPTION_NOT_ALLOWED: "NOT_AVAILABLE",
  SERVICE_NOT_SUPPORTED: "NOT_AVAILABLE",
  METHOD_REQUIRED: "NOT_AVAILABLE",
  INCOMPLETE: "NOT_AVAILABLE",
  NO_PRICE: "CARRIER_UNAVAILABLE",
  CURRENCY_MISMATCH: "NOT_AVAILABLE",
  ORDER_AMOUNT_REQUIRED: "NOT_AVAILABLE",
  NO_RULE_MATCHES: "NOT_AVAILABLE",
  FACT_MISSING: "NOT_AVAILABLE",
  CARRIER_REJECTED: "NOT_AVAILABLE",
  ACCOUNT_NOT_READY: "CARRIER_UNAVAILABLE",
  CARRIER_UNAVAILABLE: "CARRIER_UNAVAILABLE",
};

const texts: Record<BuyersReason, string> = {
  DESTINATION_NOT_SERVED: "Not available for this destination.",
  ADDRESS_INCOMPLETE: "The address is incomplete.",
  ADDRESS_INVALID: "The address is not valid.",
  WEIGHT_LIMIT: "The order is too heavy.",
  SIZE_LIMIT: "The order is too large.",
  GOODS_NOT_ALLOWED: "Not available for these goods.",
  CURRENCY_MISMATCH: "Not available in this currency.",
  NOT_TODAY: "Not available today.",
  CARRIER_UNAVAILABLE: "Not available at the moment. Please try again later.",
  NOT_AVAILABLE: "Not available for this order.",
};

/** Never in a carrier's words. */
export function tellBuyers({ name }: CarrierShippingMethod, why: UnavailableReason): UndeliverableMethod {
  const reason = reasons[why];
  return { name, reason, message: texts[reason] };
}
