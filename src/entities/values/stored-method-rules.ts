import type { PackageDimensionUnit, PackageWeightUnit } from "./enums.js";
import type { PackageWeight } from "./measures.js";
import type { MonetaryAmount } from "./monetary-amount.js";

/** Prices a buyer is shown end so: `k x increment + ending`, for whole k from 0; both in the price's currency. */
export interface StoredPriceRounding {
  /** Decimal text, more than zero: "1.00", "0.05", "100". */
  increment: string;
  /** Decimal text, from zero to less than the increment: "0.99"; "0" for multiples of the increment. */
  ending: string;
  direction: "UP" | "NEAREST" | "DOWN";
}

/** How a shipping method makes the buyer's price of the carrier's, or of the method's own. Decimals are text. */
export interface StoredPriceRules {
  marginPercent: string;
  marginAmount: MonetaryAmount | null;
  handlingAmount: MonetaryAmount | null;
  /** Free from this order amount on. */
  freeAbove: MonetaryAmount | null;
  /** Of the value of the goods; declared to the carrier for each package, whose price then includes it. */
  insurancePercent: string;
  rounding: StoredPriceRounding | null;
}

export interface StoredPostalRange {
  from: string;
  to: string;
}

export interface StoredVolume {
  value: number;
  /** Cubic inches or cubic centimetres. */
  unit: PackageDimensionUnit;
}

/** Whom a method is offered to. Empty lists: no such condition. */
export interface StoredAvailability {
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** ISO 3166-2, such as US-CA. */
  regions: string[];
  postalPrefixes: string[];
  postalRanges: StoredPostalRange[];
  maxWeight: PackageWeight | null;
  maxVolume: StoredVolume | null;
  /** The order has all of these. */
  requiredTags: string[];
  /** The order has none of these. */
  excludedTags: string[];
  channels: string[];
}

/** Working days on the way; both whole, from 0, `min` no more than `max`. */
export interface StoredTransitDays {
  min: number;
  max: number;
}

/** When a parcel of a method leaves, which moves the promised day. */
export interface StoredDispatch {
  /** Working days between the order and the handover to the carrier. */
  handlingDays: number;
  /** HH:MM in the sender's time zone; later orders count as the next working day's. Null: the day's end. */
  cutOffTime: string | null;
  /** IANA name; null: that of the ship-from place. */
  timeZone: string | null;
  /** YYYY-MM-DD: on these days the method is not offered, and nothing is handed over. */
  blackoutDays: string[];
  /** What the merchant promises where no carrier says it; none: not promised. */
  transitDays?: StoredTransitDays | null;
}

export interface StoredFixedPrice {
  provider: "FIXED";
  price: MonetaryAmount;
}

export type PriceVariable = "WEIGHT" | "VOLUME" | "QUANTITY" | "ORDER_AMOUNT";

export interface StoredRuleCondition {
  variable: PriceVariable;
  operator: "LESS" | "LESS_OR_EQUAL" | "EQUAL" | "GREATER_OR_EQUAL" | "GREATER";
  /** Decimal text, in the units and the currency of the rules. */
  value: string;
}

/** Empty lists: anywhere. */
export type StoredRuleDestination = Pick<
  StoredAvailability,
  "countries" | "regions" | "postalPrefixes" | "postalRanges"
>;

/** base + factor x variable, where all conditions hold. */
export interface StoredPriceRule {
  conditions: StoredRuleCondition[];
  destination: StoredRuleDestination;
  base: string;
  factor: string;
  /** Null: the factor is zero. */
  factorVariable: PriceVariable | null;
}

/** The first rule that matches gives the price. */
export interface StoredRules {
  provider: "RULES";
  currencyCode: string;
  weightUnit: PackageWeightUnit;
  /** Volume in cubic inches or cubic centimetres. */
  dimensionUnit: PackageDimensionUnit;
  rules: StoredPriceRule[];
}

/** Of methods whose price is no carrier's. */
export type StoredProviderConfiguration = StoredFixedPrice | StoredRules;

export const plainPriceRules: StoredPriceRules = {
  marginPercent: "0",
  marginAmount: null,
  handlingAmount: null,
  freeAbove: null,
  insurancePercent: "0",
  rounding: null,
};

export const availableToAll: StoredAvailability = {
  countries: [],
  regions: [],
  postalPrefixes: [],
  postalRanges: [],
  maxWeight: null,
  maxVolume: null,
  requiredTags: [],
  excludedTags: [],
  channels: [],
};

export const dispatchedAtOnce: StoredDispatch = { handlingDays: 0, cutOffTime: null, timeZone: null, blackoutDays: [] };
