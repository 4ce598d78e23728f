import type { RateQuote } from "../../entities/rate-quote.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { isOnSaturday } from "./delivery-day.js";
import { quoteFingerprint } from "./quote-fingerprint.js";

/** What is about to be bought with a quote; `serviceCode` null: whatever was quoted. */
export interface QuotedPurchase {
  details: StoredShipmentDetails;
  accountId: string;
  serviceCode: string | null;
}

/**
 * Whether the quote may still be bought for exactly this: one user error at the path `at`, or none. NOT_FOUND for
 * null, QUOTE_EXPIRED from its last instant on, QUOTE_MISMATCH for another account, service or priced part, Saturday
 * delivery included. `now` is the database's time.
 */
export function checkQuote(
  quote: RateQuote | null,
  against: QuotedPurchase,
  now: Date,
  at: string[],
): ShippingUserError[] {
  if (quote === null) return [userError("NOT_FOUND", "There is no such rate quote.", at)];
  if (Date.parse(quote.expiresAt) <= now.getTime()) {
    return [userError("QUOTE_EXPIRED", `The rate quote expired at ${quote.expiresAt}: ask for rates again.`, at)];
  }
  const difference = differenceOf(quote, against);
  if (difference === null) return [];
  return [userError("QUOTE_MISMATCH", `The rate quote was made for ${difference}: ask for rates again.`, at)];
}

/** Whether the quote was made for exactly this, however old it is. */
export function fitsQuote(quote: RateQuote, against: QuotedPurchase): boolean {
  return differenceOf(quote, against) === null;
}

function differenceOf(quote: RateQuote, { details, accountId, serviceCode }: QuotedPurchase): string | null {
  if (quote.accountId !== accountId) return "another carrier account";
  if (serviceCode !== null && quote.serviceCode !== serviceCode) return `the service ${quote.serviceCode}`;
  const isSaturday = isOnSaturday(quote);
  if (isSaturday !== isOnSaturday(details.options)) return `delivery on a ${isSaturday ? "Saturday" : "weekday"}`;
  return quote.detailsFingerprint === quoteFingerprint(details) ? null : "another shipment";
}
