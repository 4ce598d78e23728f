import type { RateRefusalReason } from "../../carrier/rating.js";
import type { OutsideReason } from "../area/why-outside.js";

/** Why a method's own conditions leave it out. */
export type ConditionKey =
  | OutsideReason
  | "ARCHIVED"
  | "NOT_PUBLISHED"
  | "NOT_QUOTABLE"
  | "CHANNEL_NOT_SERVED"
  | "BLACKOUT_DAY"
  | "WEIGHT_REQUIRED"
  | "WEIGHT_LIMIT"
  | "VOLUME_REQUIRED"
  | "VOLUME_LIMIT"
  | "TAG_MISSING"
  | "TAG_EXCLUDED";

/** Why it has no price: of the method's own rules, or of a carrier. */
type PriceKey =
  | RateRefusalReason
  | "CURRENCY_MISMATCH"
  | "ORDER_AMOUNT_REQUIRED"
  | "NO_RULE_MATCHES"
  | "FACT_MISSING"
  | "SERVICE_NOT_SUPPORTED"
  | "METHOD_REQUIRED"
  | "INCOMPLETE"
  | "NO_PRICE"
  | "ACCOUNT_NOT_READY"
  | "CARRIER_REJECTED"
  | "CARRIER_UNAVAILABLE";

/** All that a shop may have to tell a buyer; each has a text in every language. */
export type UnavailableKey = ConditionKey | PriceKey;

/** What is none of a buyer's business: a shop says nothing of such a method, not even its name. */
const hidden = new Set<UnavailableKey>(["ARCHIVED", "NOT_PUBLISHED", "NOT_QUOTABLE", "CHANNEL_NOT_SERVED"]);

export const isHiddenFromBuyers = (key: UnavailableKey) => hidden.has(key);
