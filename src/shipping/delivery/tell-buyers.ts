import type { StoredAvailability } from "../../entities/values/stored-method-rules.js";
import { reasonText } from "../availability/reason-text.js";
import { isHiddenFromBuyers, type UnavailableKey } from "../availability/unavailable-key.js";

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

/** Why a method has no option, with its own limits where they are the reason. */
export interface WhyNot {
  name: string;
  key: UnavailableKey;
  limits: Pick<StoredAvailability, "maxWeight" | "maxVolume"> | null;
}

/** What is the merchant's own business is told as what buyers can make something of: an account is never spoken of. */
const reasons: Record<UnavailableKey, BuyersReason> = {
  ARCHIVED: "NOT_AVAILABLE",
  NOT_PUBLISHED: "NOT_AVAILABLE",
  NOT_QUOTABLE: "NOT_AVAILABLE",
  CHANNEL_NOT_SERVED: "NOT_AVAILABLE",
  BLACKOUT_DAY: "NOT_TODAY",
  COUNTRY_NOT_SERVED: "DESTINATION_NOT_SERVED",
  REGION_NOT_SERVED: "DESTINATION_NOT_SERVED",
  POSTAL_CODE_NOT_SERVED: "DESTINATION_NOT_SERVED",
  LANE_NOT_SERVED: "DESTINATION_NOT_SERVED",
  REGION_REQUIRED: "ADDRESS_INCOMPLETE",
  POSTAL_CODE_REQUIRED: "ADDRESS_INCOMPLETE",
  ADDRESS_INVALID: "ADDRESS_INVALID",
  WEIGHT_LIMIT: "WEIGHT_LIMIT",
  VOLUME_LIMIT: "SIZE_LIMIT",
  SIZE_LIMIT: "SIZE_LIMIT",
  TAG_MISSING: "GOODS_NOT_ALLOWED",
  TAG_EXCLUDED: "GOODS_NOT_ALLOWED",
  CURRENCY_MISMATCH: "CURRENCY_MISMATCH",
  WEIGHT_REQUIRED: "NOT_AVAILABLE",
  VOLUME_REQUIRED: "NOT_AVAILABLE",
  ORDER_AMOUNT_REQUIRED: "NOT_AVAILABLE",
  NO_RULE_MATCHES: "NOT_AVAILABLE",
  FACT_MISSING: "NOT_AVAILABLE",
  OPTION_NOT_ALLOWED: "NOT_AVAILABLE",
  SERVICE_NOT_SUPPORTED: "NOT_AVAILABLE",
  METHOD_REQUIRED: "NOT_AVAILABLE",
  INCOMPLETE: "NOT_AVAILABLE",
  CARRIER_REJECTED: "NOT_AVAILABLE",
  NO_PRICE: "CARRIER_UNAVAILABLE",
  ACCOUNT_NOT_READY: "CARRIER_UNAVAILABLE",
  CARRIER_UNAVAILABLE: "CARRIER_UNAVAILABLE",
};

/** In the merchant's words for the reason, never in a carrier's. Null: buyers are not told of the method at all. */
export function tellBuyers({ name, key, limits }: WhyNot, locale: string | null): UndeliverableMethod | null {
  if (isHiddenFromBuyers(key)) return null;
  return { name, reason: reasons[key], message: reasonText(key, locale, limits) };
}
