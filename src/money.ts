import { Decimal } from "decimal.js";
import type { Money } from "./carrier/values.js";

const units = new Map<string, number>();

/** Decimals of a currency's smallest unit, by ISO 4217: 0 for JPY, 2 for USD, 3 for KWD; 2 for what is no currency. */
export function unitPlaces(currencyCode: string): number {
  const places = units.get(currencyCode);
  if (places !== undefined) return places;
  const byIso = placesByIso(currencyCode);
  // What callers write is kept only where it can be a currency.
  if (/^[A-Z]{3}$/.test(currencyCode)) units.set(currencyCode, byIso);
  return byIso;
}

function placesByIso(currency: string): number {
  if (!/^[A-Za-z]{3}$/.test(currency)) return 2;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
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
