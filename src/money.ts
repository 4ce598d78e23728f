import { Decimal } from "decimal.js";
import type { Money } from "./carrier/values.js";

/** By ISO 4217, those that have other than two. Not asked of `Intl`, whose data leave out what is not used in shops. */
const otherPlaces = new Map<string, number>([
  ...codes("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0),
  ...codes("BHD IQD JOD KWD LYD OMR TND", 3),
  ...codes("CLF UYW", 4),
]);

function codes(text: string, places: number): [string, number][] {
  return text.split(" ").map((code) => [code, places]);
}

/** Decimals of a currency's smallest unit, by ISO 4217: 0 for JPY, 2 for USD, 3 for KWD; 2 for what is no currency. */
export function unitPlaces(currencyCode: string): number {
  return otherPlaces.get(currencyCode) ?? 2;
}

/** In the currency's decimals, in more only where the amount has more. */
export function amountText(amount: Decimal, currencyCode: string): string {
  return amount.toFixed(Math.max(unitPlaces(currencyCode), amount.decimalPlaces()));
}

/** Decimal text in, decimal text out; never a float. Exact, in the currency's decimals or those of the longer amount. */
export function addAmounts(a: string, b: string, currencyCode: string): string {
  return amountText(new Decimal(a).plus(b), currencyCode);
}

/** Both must be in one currency: the caller has checked. */
export function addMoney(a: Money, b: Money): Money {
  return { amount: addAmounts(a.amount, b.amount, a.currencyCode), currencyCode: a.currencyCode };
}

/** As `addMoney`; negative when `b` is more. */
export function subtractMoney(a: Money, b: Money): Money {
  const { currencyCode } = a;
  return { amount: amountText(new Decimal(a.amount).minus(b.amount), currencyCode), currencyCode };
}

/** Zero for none. */
export function sumOf(monies: Money[], currencyCode: string): Money {
  return monies.reduce(addMoney, { amount: amountText(new Decimal(0), currencyCode), currencyCode });
}
