import { Decimal } from "decimal.js";
import type { Money } from "./carrier/values.js";

/** Decimal text in, decimal text out; never a float. Exact, in the decimals of the longer amount, two at least. */
export function addAmounts(a: string, b: string): string {
  return new Decimal(a).plus(b).toFixed(placesOf(a, b));
}

/** Both must be in one currency: the caller has checked. */
export function addMoney(a: Money, b: Money): Money {
  return { amount: addAmounts(a.amount, b.amount), currencyCode: a.currencyCode };
}

/** As `addMoney`; negative when `b` is more. */
export function subtractMoney(a: Money, b: Money): Money {
  const amount = new Decimal(a.amount).minus(b.amount).toFixed(placesOf(a.amount, b.amount));
  return { amount, currencyCode: a.currencyCode };
}

/** Zero for none. */
export function sumOf(monies: Money[], currencyCode: string): Money {
  return monies.reduce(addMoney, { amount: "0.00", currencyCode });
}

function placesOf(...amounts: string[]): number {
  return Math.max(2, ...amounts.map((amount) => new Decimal(amount).decimalPlaces()));
}
