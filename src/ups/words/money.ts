import { Decimal } from "decimal.js";
import { z } from "zod";
import type { Money } from "../../carrier/values.js";
import { decimalsOf } from "./currencies.js";
import { text } from "./shapes.js";

/** Whether the text is a decimal as UPS writes amounts. */
export function isAmount(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value);
}

/** Whether an amount has a form that UPS is sent: no sign, no more decimals than its currency has. */
export function isSendable({ amount, currencyCode }: Money): boolean {
  return /^\d+(\.\d{1,2})?$/.test(amount) && new Decimal(amount).decimalPlaces() <= decimalsOf(currencyCode);
}

/** What `isSendable` wants, for messages. */
export function sendableInWords(currencyCode: string): string {
  return decimalsOf(currencyCode) === 0 ? `whole amounts in ${currencyCode}` : "amounts of at most two decimals";
}

/** A sendable amount as UPS is sent it: without decimals where the currency has none. */
export function amountToSend({ amount, currencyCode }: Money): string {
  return decimalsOf(currencyCode) === 0 ? new Decimal(amount).toFixed(0) : amount;
}

/** UPS's money: a decimal text and an ISO 4217 code. An amount that is no number makes the answer unreadable. */
export const upsMoney = z
  .object({ CurrencyCode: text, MonetaryValue: text.refine(isAmount) })
  .transform((money): Money => ({ amount: money.MonetaryValue, currencyCode: money.CurrencyCode }));
