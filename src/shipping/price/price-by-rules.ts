import type { Money } from "../../carrier/values.js";
import type { PriceStep } from "../../entities/values/price-step.js";
import type { StoredPriceRules } from "../../entities/values/stored-method-rules.js";
import { unitPlaces } from "../../money.js";
import { Exact } from "./exact.js";
import { type Priced, type RefusedPrice, refusedPrice, startWith, stepTo } from "./priced.js";
import { type PriceFacts, stepsInOrder } from "./steps.js";

export type { Priced } from "./priced.js";
export type { PriceFacts } from "./steps.js";

/**
 * The buyer's price, exact to the currency's unit and never negative, made of the carrier's total, or of a method's own
 * price with the steps that led to it. REFUSED with CURRENCY_MISMATCH where an amount of the rules, or the order's where
 * they look at it, is in another currency: nothing is converted.
 */
export function priceByRules(
  base: Money,
  rules: StoredPriceRules,
  facts: PriceFacts,
  before: PriceStep[] = startWith("CARRIER_PRICE", base, "The carrier's total, taxes included."),
): Priced {
  const { currencyCode } = base;
  const foreign = foreignAmount(currencyCode, rules, facts);
  if (foreign !== null) return foreign;
  const steps = [...before];
  let total = new Exact(base.amount);
  for (const step of stepsInOrder) {
    const next = step(total, { rules, facts, currencyCode });
    if (next === null) continue;
    steps.push(stepTo(next.kind, next.total, total, currencyCode, next.text));
    total = next.total;
  }
  return { kind: "PRICED", price: { amount: total.toFixed(unitPlaces(currencyCode)), currencyCode }, steps };
}

function foreignAmount(currencyCode: string, rules: StoredPriceRules, facts: PriceFacts): RefusedPrice | null {
  const amounts: [string, Money | null][] = [
    ["margin", rules.marginAmount],
    ["handling", rules.handlingAmount],
    ["free order amount", rules.freeAbove],
    ["order amount", rules.freeAbove && facts.orderAmount],
  ];
  for (const [name, money] of amounts)
    if (money !== null && money.currencyCode !== currencyCode) return mismatch(name, money, currencyCode);
  return null;
}

function mismatch(name: string, money: Money, currencyCode: string): RefusedPrice {
  const message = `The ${name} is in ${money.currencyCode}, the price in ${currencyCode}: nothing is converted.`;
  return refusedPrice("CURRENCY_MISMATCH", message);
}
