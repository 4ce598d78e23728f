import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { RateQuote } from "../../entities/rate-quote.js";
import type { InvoicingPolicy } from "../../entities/values/account-enums.js";
import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";

export interface Charges {
  estimated: MonetaryAmount | null;
  actual: MonetaryAmount | null;
  isActualEstimated: boolean;
  invoiceable: MonetaryAmount | null;
}

/** What a shipment costs; `purchases` newest first, of which the latest that gave labels counts. */
export function chargesOf(purchases: LabelPurchase[], quote: RateQuote | null, policy: InvoicingPolicy): Charges {
  const bought = purchases.find((purchase) => purchase.state === "PURCHASED");
  const estimated = quote?.price ?? null;
  const actual = bought?.charges ?? null;
  // Whom the carrier bills must not be billed again; an offer's price says so by itself.
  const due = actual && bought?.payer !== "SENDER" ? { ...actual, amount: "0.00" } : actual;
  const invoiceable = policy === "ESTIMATED" ? estimated : due;
  return { estimated, actual, isActualEstimated: bought?.chargesAreEstimated ?? false, invoiceable };
}
