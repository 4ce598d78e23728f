import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { RateQuote } from "../../entities/rate-quote.js";
import type { FreightPayer, InvoicingPolicy } from "../../entities/values/enums.js";
import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";

export interface Charges {
  estimated: MonetaryAmount | null;
  actual: MonetaryAmount | null;
  isActualEstimated: boolean;
  invoiceable: MonetaryAmount | null;
}

/** What a shipment costs; `purchases` newest first, of which the latest that gave labels counts. */
export function chargesOf(
  purchases: LabelPurchase[],
  quote: RateQuote | null,
  policy: keyof typeof InvoicingPolicy,
  payer: keyof typeof FreightPayer,
): Charges {
  const bought = purchases.find((purchase) => purchase.state === "PURCHASED");
  const estimated = quote?.price ?? null;
  const actual = bought?.charges ?? null;
  const due = policy === "ESTIMATED" ? estimated : actual;
  // Whom the carrier bills must not be billed again.
  const invoiceable = due && payer !== "SENDER" ? { ...due, amount: "0.00" } : due;
  return { estimated, actual, isActualEstimated: bought?.chargesAreEstimated ?? false, invoiceable };
}
