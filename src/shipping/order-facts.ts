import type { PackageWeight } from "../entities/values/measures.js";
import type { MonetaryAmount } from "../entities/values/monetary-amount.js";
import type { StoredVolume } from "../entities/values/stored-method-rules.js";

/** What a method's rules look at, of an order that is to be shipped. Null: not known. */
export interface OrderFacts {
  destination: { countryCode: string; region: string | null; postalCode: string | null };
  /** Of all packages together, tare included. */
  weight: PackageWeight | null;
  /** Of all packages together, by their outer sizes; of the items where there are none. */
  volume: StoredVolume | null;
  /** Pieces of goods. */
  quantity: number | null;
  orderAmount: MonetaryAmount | null;
  tags: string[];
  channel: string | null;
}
