import type { CatalogueService } from "../../carrier/catalogue.js";
import type { RatedService } from "../../carrier/rating.js";
import { plainPriceRules } from "../../entities/values/stored-method-rules.js";
import type { QuotePricing } from "../../entities/values/stored-pricing.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import { ownPrice } from "../price/own-price.js";
import { type Priced, priceByRules } from "../price/price-by-rules.js";
import { orderFactsOf } from "./order-facts-of.js";
import type { OrderGiven } from "./order-given.js";
import type { RateChoice } from "./rate-choice.js";

/** What can be offered, for whom it was asked and what exactly was priced. */
export interface Offer {
  choice: RateChoice;
  details: StoredShipmentDetails;
  /** As it is shown; null: it is none of a carrier's. */
  service: CatalogueService | null;
  /** Null: the price is the method's own, and no carrier was asked. */
  rated: RatedService | null;
}

/** The buyer's price: of all services of an account the carrier's, else by the rules of the method. */
export function priceOffer({ choice, details, rated }: Offer, order: OrderGiven, isPaidByMerchant: boolean): Priced {
  // Where no carrier ships it, none bills anybody.
  const isPaidByBuyersAccount = choice.accountId !== null && !isPaidByMerchant;
  const facts = { orderAmount: order.orderAmount, isPaidByBuyersAccount };
  const rules = choice.method?.priceRules ?? plainPriceRules;
  if (rated !== null) return priceByRules(rated.total, rules, facts);
  const own = ownPrice(choice.method!.providerConfiguration!, orderFactsOf(details, order));
  return own.kind === "REFUSED" ? own : priceByRules(own.price, rules, facts, own.steps);
}

/** What the price was made with; null: with no method. */
export function pricingOf({ choice: { method }, details }: Offer, order: OrderGiven): QuotePricing | null {
  if (method === null) return null;
  const { destination: _, ...facts } = orderFactsOf(details, order);
  return { rules: method.priceRules, ...facts };
}
