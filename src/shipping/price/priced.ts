import type { Decimal } from "decimal.js";
import type { Money } from "../../carrier/values.js";
import type { PriceStep, PriceStepKind } from "../../entities/values/price-step.js";
import { amountText } from "../../money.js";
import { Exact } from "./exact.js";

export type PriceRefusalReason = "CURRENCY_MISMATCH" | "ORDER_AMOUNT_REQUIRED" | "NO_RULE_MATCHES" | "FACT_MISSING";

/** There is no price, and why; `message` is for staff. */
export interface RefusedPrice {
  kind: "REFUSED";
  reason: PriceRefusalReason;
  message: string;
}

/** A price with the steps that led to it, whose changes add up to it; or why there is none. */
export type Priced = { kind: "PRICED"; price: Money; steps: PriceStep[] } | RefusedPrice;

export function refusedPrice(reason: PriceRefusalReason, message: string): RefusedPrice {
  return { kind: "REFUSED", reason, message };
}

/** What a calculation starts with. */
export function startWith(kind: PriceStepKind, base: Money, text: string): PriceStep[] {
  return [stepTo(kind, new Exact(base.amount), new Exact(0), base.currencyCode, text)];
}

/** The step from one total to another. */
export function stepTo(
  kind: PriceStepKind,
  total: Decimal,
  before: Decimal,
  currencyCode: string,
  text: string,
): PriceStep {
  const money = (amount: Decimal): Money => ({ amount: amountText(amount, currencyCode), currencyCode });
  return { kind, change: money(total.minus(before)), total: money(total), text };
}
