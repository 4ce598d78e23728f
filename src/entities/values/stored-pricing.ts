import type { PackageWeight } from "./measures.js";
import type { MonetaryAmount } from "./monetary-amount.js";
import type { StoredPriceRules, StoredVolume } from "./stored-method-rules.js";

/** What a price after rules was made with, kept with an accepted offer: an actual cost goes through the same. */
export interface AcceptedPricing {
  rules: StoredPriceRules;
  /** Null: it was not given. */
  orderAmount: MonetaryAmount | null;
}

/**
 * What a quote's price was made with, as it was then: the method may be changed since. The destination is the quote's, and
 * a method's own price is in the explanation.
 */
export interface QuotePricing extends AcceptedPricing {
  weight: PackageWeight | null;
  volume: StoredVolume | null;
  quantity: number | null;
  tags: string[];
  channel: string | null;
}
