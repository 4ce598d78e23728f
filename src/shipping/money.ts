import { Decimal } from "decimal.js";
import type { Money } from "../carrier/values.js";

/** Exact sums, in the decimals of the longer amount, two at least. Both must be in one currency: the caller has checked. */
export function addMoney(a: Money, b: Money): Money {
  return { amount: new Decimal(a.amount).plus(b.amount).toFixed(placesOf(a, b)), currencyCode: a.currencyCode };
}

/** As `addMoney`; negative when `b` is more. */
export function subtractMoney(a: Money, b: Money): Money {
  return { amount: new Decimal(a.amount).minus(b.amount).toFixed(placesOf(a, b)), currencyCode: a.currencyCode };
}

/** Zero for none. */
export function sumOf(monies: Money[], currencyCode: string): Money {
  return monies.reduce(addMoney, { amount: "0.00", currencyCode });
}

function placesOf(...monies: Money[]): number {
  return Math.max(2, ...monies.map(({ amount }) => new Decimal(amount).decimalPlaces()));
}
