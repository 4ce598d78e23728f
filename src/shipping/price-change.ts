import { Decimal } from "decimal.js";
import type { Money } from "../carrier/values.js";
import type { PriceChange } from "../entities/values/price-change.js";
import { subtractMoney } from "../money.js";

/** `was` null: no offer was accepted. */
export function priceChange(was: Money | null, now: Money): PriceChange {
  const isComparable = was?.currencyCode === now.currencyCode;
  return { was, now, difference: was && isComparable ? subtractMoney(now, was) : null };
}

/** Null: nothing changed. */
export function priceChangeIfAny(was: Money, now: Money): PriceChange | null {
  const change = priceChange(was, now);
  return change.difference && new Decimal(change.difference.amount).isZero() ? null : change;
}
