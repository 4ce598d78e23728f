import { Decimal } from "decimal.js";
import { z } from "zod";
import type { Money } from "../../carrier/values.js";
import { decimalsOf, isCurrency, isoCurrency } from "./currencies.js";
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

/** An amount as UPS writes it, as decimal text; unreadable when it is no number. */
export const upsAmount = text.transform((value) => decimalText(value) ?? value).refine(isAmount);

/** A currency as UPS names it, as ISO 4217 code; unreadable when it is none, such as "US$". */
export const upsCurrencyCode = text.transform(isoCurrency).refine(isCurrency);

/** UPS's money as decimal text and ISO 4217 code. */
export const upsMoney = z
  .object({ CurrencyCode: upsCurrencyCode, MonetaryValue: upsAmount })
  .transform((money): Money => {
    const { CurrencyCode: currencyCode, MonetaryValue } = money;
    const isWhole = !MonetaryValue.includes(".") && decimalsOf(currencyCode) === 2;
    return { amount: isWhole ? `${MonetaryValue}.00` : MonetaryValue, currencyCode };
  });

const withThousands = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;

/**
 * A number, also one of JSON's, as text with a point and two decimals at least where it has any; null for what is none.
 * Commas stand between thousands, or for the point before one or two digits at the end.
 */
function decimalText(value: string): string | null {
  const plain = withThousands.test(value)
    ? value.replaceAll(",", "")
    : value.replace(/^([+-]?\d+),(\d{1,2})$/, "$1.$2");
  const [, minus, whole, decimals = ""] = /^(?:\+|(-))?(\d*)\.?(\d*)$/.exec(plain) ?? [];
  if (whole === undefined || whole + decimals === "") return null;
  const digits = `${minus ?? ""}${whole || "0"}`;
  return decimals === "" ? digits : `${digits}.${decimals.padEnd(2, "0")}`;
}

/** A measure that UPS writes as text or number; null for none. */
export function numberOf(value: string | undefined): number | null {
  const decimal = decimalText(value?.trim() ?? "");
  return decimal === null ? null : Number(decimal);
}
