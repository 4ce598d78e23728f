import { Decimal } from "decimal.js";
import type { Money } from "../../carrier/values.js";
import type { PriceStepKind } from "../../entities/values/price-step.js";
import type { StoredPriceRules } from "../../entities/values/stored-method-rules.js";
import { unitPlaces } from "../../money.js";
import { Exact } from "./exact.js";
import { pricePoint } from "./price-point.js";

/** What is known of the order beside the price to start with. */
export interface PriceFacts {
  /** Null: not known, then nothing is free. */
  orderAmount: Money | null;
  /** The carrier bills the recipient or a third party. */
  isPaidByBuyersAccount: boolean;
}

export interface PriceTerms {
  rules: StoredPriceRules;
  facts: PriceFacts;
  currencyCode: string;
}

/** Where a step leads from a total; null: it does not apply. */
export type Step = (total: Decimal, terms: PriceTerms) => Next | null;

interface Next {
  kind: PriceStepKind;
  total: Decimal;
  text: string;
}

/** The order of operations: docs/pricing.md tells it, with worked examples. */
export const stepsInOrder: Step[] = [
  insurance,
  marginPercent,
  marginAmount,
  handling,
  notBelowZero,
  toPricePoint,
  toCurrencyUnit,
  freeAbove,
  buyersAccount,
];

function insurance(total: Decimal, { rules: { insurancePercent } }: PriceTerms): Next | null {
  if (new Exact(insurancePercent).isZero()) return null;
  const text = `${insurancePercent}% of the goods' value is declared for each package; a carrier's price includes it.`;
  return { kind: "INSURANCE", total, text };
}

/** A discount of more than everything would make dearer transport cheaper. */
function marginPercent(total: Decimal, { rules }: PriceTerms): Next | null {
  const percent = Exact.max(rules.marginPercent, -100);
  if (percent.isZero()) return null;
  const raised = total.plus(total.times(percent).times("0.01"));
  return { kind: "MARGIN_PERCENT", total: raised, text: `Margin of ${percent.toFixed()}%.` };
}

function marginAmount(total: Decimal, { rules }: PriceTerms): Next | null {
  return plus(total, rules.marginAmount, "MARGIN_AMOUNT", "Fixed margin.");
}

function handling(total: Decimal, { rules }: PriceTerms): Next | null {
  return plus(total, rules.handlingAmount, "HANDLING", "Handling.");
}

function plus(total: Decimal, money: Money | null, kind: PriceStepKind, text: string): Next | null {
  return money === null || new Exact(money.amount).isZero() ? null : { kind, total: total.plus(money.amount), text };
}

function notBelowZero(total: Decimal): Next | null {
  if (!total.lessThan(0)) return null;
  return { kind: "NOT_BELOW_ZERO", total: new Exact(0), text: "A price is never less than zero." };
}

function toPricePoint(total: Decimal, { rules: { rounding } }: PriceTerms): Next | null {
  if (rounding === null) return null;
  const { increment, ending, direction } = rounding;
  const text = `${directions[direction]} price point: a multiple of ${increment}${pluses(ending)}.`;
  return rounded(total, pricePoint(total, rounding), text);
}

const directions = { UP: "Up to the next", NEAREST: "To the nearest", DOWN: "Down to the last" };
const pluses = (ending: string) => (new Exact(ending).isZero() ? "" : ` plus ${ending}`);

/** Half up; also of price points that are finer than the currency. */
function toCurrencyUnit(total: Decimal, { currencyCode }: PriceTerms): Next | null {
  const places = unitPlaces(currencyCode);
  const text = `To the unit of ${currencyCode}, which has ${places || "no"} decimals.`;
  return rounded(total, total.toDecimalPlaces(places, Decimal.ROUND_HALF_UP), text);
}

function rounded(from: Decimal, total: Decimal, text: string): Next | null {
  return from.equals(total) ? null : { kind: "ROUNDING", total, text };
}

function freeAbove(_: Decimal, { rules, facts: { orderAmount } }: PriceTerms): Next | null {
  const least = rules.freeAbove;
  if (least === null || orderAmount === null || new Exact(orderAmount.amount).lessThan(least.amount)) return null;
  const text = `Free from an order amount of ${least.amount} ${least.currencyCode} on: it is ${orderAmount.amount}.`;
  return { kind: "FREE_ABOVE", total: new Exact(0), text };
}

function buyersAccount(_: Decimal, { facts }: PriceTerms): Next | null {
  if (!facts.isPaidByBuyersAccount) return null;
  const text = "The carrier bills the recipient or a third party.";
  return { kind: "BUYERS_ACCOUNT", total: new Exact(0), text };
}
