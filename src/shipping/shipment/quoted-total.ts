import type { Money } from "../../carrier/values.js";
import type { RateQuote } from "../../entities/rate-quote.js";
import { sumOf } from "../../money.js";

/** What the carrier asked in all, with taxes, whoever pays. Null: the price is the method's own, and it was not asked. */
export function quotedTotal(quote: RateQuote): Money | null {
  const { carrierAmount: amount, carrierCurrency: currencyCode, priceExplanation } = quote;
  if (amount !== null) return { amount, currencyCode };
  return priceExplanation === null ? totalOfCharges(quote) : null;
}

/** Of a quote from before its total was kept: its charges sum to it. */
function totalOfCharges(quote: RateQuote): Money {
  const { carrierCurrency: currencyCode, charges } = quote;
  if (charges.length > 0)
    return sumOf(
      charges.map(({ amount }) => amount),
      currencyCode,
    );
  return { amount: quote.negotiatedAmount ?? quote.publishedAmount ?? quote.priceAmount, currencyCode };
}
