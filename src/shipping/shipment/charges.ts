import type { Money } from "../../carrier/values.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { PurchasedPackage } from "../../entities/purchased-package.js";
import type { InvoicingPolicy } from "../../entities/values/account-enums.js";
import type { InvoiceableBasis } from "../../entities/values/invoiceable-basis.js";
import type { AcceptedPricing } from "../../entities/values/stored-pricing.js";
import { sumOf } from "../../money.js";
import { priceByRules } from "../price/price-by-rules.js";
import { type PurchaseCharges, purchaseCharges, sumCharges } from "./purchase-charges.js";

/** What a shipment costs, over all of its purchases. */
export interface Charges {
  estimated: Money | null;
  purchased: Money | null;
  voided: Money | null;
  actual: Money | null;
  paidByMerchant: Money | null;
  paidByOthers: Money | null;
  isActualEstimated: boolean;
  hasUnknownVoidedCharges: boolean;
  invoiceable: Money | null;
  invoiceableBasis: InvoiceableBasis | null;
}

/** The offer that was accepted: what the buyer was told to pay, and what the price was made with. */
export interface AcceptedTerms {
  price: Money;
  /** Null: of no method, or from before prices were made by rules. */
  pricing: AcceptedPricing | null;
}

/** A purchase that gave labels, with what became of them. */
interface Bought extends PurchaseCharges {
  purchase: LabelPurchase;
}

/**
 * `purchases` newest first, of which those count that gave labels; `packages`: of each of them, in the same order. `offer`
 * null: none was accepted for what the shipment is now.
 */
export function chargesOf(
  purchases: LabelPurchase[],
  packages: PurchasedPackage[][],
  offer: AcceptedTerms | null,
  policy: InvoicingPolicy,
): Charges {
  const estimated = offer?.price ?? null;
  const bought = purchases
    .map((purchase, index): Bought => ({ purchase, ...purchaseCharges(purchase, packages[index] ?? []) }))
    .filter(({ purchase }) => purchase.state === "PURCHASED");
  const live = bought.find(({ purchase }) => purchase.voidedAt === null) ?? null;
  const actual = live ? live.net : (bought[0]?.net ?? null);
  const isPaidByOthers = live !== null && live.purchase.payer !== "SENDER";
  return {
    estimated,
    purchased: sumCharges(bought.map(({ purchased }) => purchased)),
    voided: sumCharges(bought.map(({ voided }) => voided)),
    actual,
    paidByMerchant: isPaidByOthers ? nothingOf(actual) : actual,
    paidByOthers: isPaidByOthers ? actual : nothingOf(actual),
    isActualEstimated: live?.purchase.chargesAreEstimated ?? false,
    hasUnknownVoidedCharges: bought.some(({ hasUnknownVoided }) => hasUnknownVoided),
    ...invoiceableOf({ estimated, actual, isBought: bought.length > 0, live, policy, offer }),
  };
}

interface Invoicing extends Pick<Charges, "estimated" | "actual"> {
  isBought: boolean;
  live: Bought | null;
  policy: InvoicingPolicy;
  offer: AcceptedTerms | null;
}

/** Nothing for what is voided, or what the carrier bills to others: it must not be billed again. */
function invoiceableOf({ estimated, actual, isBought, live, policy, offer }: Invoicing) {
  const due = (invoiceable: Money | null, basis: InvoiceableBasis) => ({
    invoiceable,
    invoiceableBasis: invoiceable && basis,
  });
  if (isBought && live === null) return due(nothingOf(actual ?? estimated), "VOIDED");
  if (live !== null && live.purchase.payer !== "SENDER") return due(nothingOf(actual ?? estimated), "PAID_BY_OTHERS");
  if (policy === "ESTIMATED" && estimated !== null) return due(estimated, "ESTIMATED");
  return due(actual && throughRules(actual, offer?.pricing ?? null), "ACTUAL");
}

/** The cost as the rules of the offer make a price of it; as it is without an offer. Null: its currency is not theirs. */
function throughRules(actual: Money, pricing: AcceptedPricing | null): Money | null {
  if (pricing === null) return actual;
  const facts = { orderAmount: pricing.orderAmount, isPaidByBuyersAccount: false };
  const priced = priceByRules(actual, pricing.rules, facts);
  return priced.kind === "PRICED" ? priced.price : null;
}

function nothingOf(money: Money | null): Money | null {
  return money && sumOf([], money.currencyCode);
}
