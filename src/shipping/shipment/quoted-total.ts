import type { Money } from "../../carrier/values.js";
import type { RateQuote } from "../../entities/rate-quote.js";
import { sumOf } from "../../money.js";

/** What the carrier asked in all, with taxes, whoever pays: the quote's charges sum to it. */
export function quotedTotal(quote: RateQuote): Money {
  const { carrierCurrency: currencyCode, charges } = quote;
  if (charges.length > 0)
    return sumOf(
      charges.map(({ amount }) => amount),
      currencyCode,
    );
  return { amount: quote.negotiatedAmount ?? quote.publishedAmount ?? quote.priceAmount, currencyCode };
}
