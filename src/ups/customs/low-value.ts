import { Decimal } from "decimal.js";
import type { CustomsDeclaration } from "../../carrier/customs.js";
import type { Money } from "../../carrier/values.js";
import { euroBounds, leastInDollars, mostInDollars } from "../words/dollar-bounds.js";
import { lineTotal } from "./product-lines.js";

/** Goods of low value, in euros (Shipping.yaml, EUDeMinimisIndicator; Regulation (EC) 1186/2009, article 23). */
export const lowValueEur = 150;

/** As declared, else as the value of the goods says; null: another currency leaves it open. */
export function isLowValue(customs: CustomsDeclaration): boolean | null {
  return customs.isLowValue ?? judgeValue(customs);
}

/** Exact in euros; elsewhere only what holds at any plausible rate. */
function judgeValue({ items, currencyCode }: CustomsDeclaration): boolean | null {
  if (items.length === 0 || items.some(({ unitValue }) => unitValue === null)) return null;
  const total: Money = {
    amount: items.reduce((sum, item) => sum.plus(lineTotal(item)), new Decimal(0)).toFixed(),
    currencyCode,
  };
  if (currencyCode === "EUR") return new Decimal(total.amount).lessThanOrEqualTo(lowValueEur);
  if (mostInDollars(total).lessThanOrEqualTo(euroBounds.least.times(lowValueEur))) return true;
  return leastInDollars(total).greaterThan(euroBounds.most.times(lowValueEur)) ? false : null;
}
