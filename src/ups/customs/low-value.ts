import { Decimal } from "decimal.js";
import type { CustomsDeclaration } from "../../carrier/customs.js";
import { euroBounds, leastInDollars, mostInDollars } from "../words/dollar-bounds.js";
import { goodsValueOf } from "./scheme-limits.js";

/** Goods of low value, in euros (Shipping.yaml, EUDeMinimisIndicator; Regulation (EC) 1186/2009, article 23). */
export const lowValueEur = 150;

/** As declared, else as the value of the goods says; null: another currency leaves it open. */
export function isLowValue(customs: CustomsDeclaration): boolean | null {
  return customs.isLowValue ?? judgeValue(customs);
}

/** Exact in euros; elsewhere only what holds at any plausible rate. Null: it stays open. */
export function judgeValue(customs: CustomsDeclaration): boolean | null {
  const { items, currencyCode } = customs;
  if (items.length === 0 || items.some(({ unitValue }) => unitValue === null)) return null;
  const total = goodsValueOf(customs);
  if (currencyCode === "EUR") return new Decimal(total.amount).lessThanOrEqualTo(lowValueEur);
  if (mostInDollars(total).lessThanOrEqualTo(euroBounds.least.times(lowValueEur))) return true;
  return leastInDollars(total).greaterThan(euroBounds.most.times(lowValueEur)) ? false : null;
}
