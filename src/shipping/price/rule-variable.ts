import type { Decimal } from "decimal.js";
import type { PriceVariable, StoredRules } from "../../entities/values/stored-method-rules.js";
import type { OrderFacts } from "../order-facts.js";
import { Exact } from "./exact.js";
import { asBefore, inCubicCentimetres, inKilograms } from "./measures.js";
import { type RefusedPrice, refusedPrice } from "./priced.js";

type Units = Pick<StoredRules, "currencyCode" | "weightUnit" | "dimensionUnit">;

/** What a rule looks at, in the units of the rules; REFUSED where the order does not tell it. */
export function variableOf(name: PriceVariable, units: Units, facts: OrderFacts): Decimal | RefusedPrice {
  const readers = { WEIGHT: weight, VOLUME: volume, QUANTITY: quantity, ORDER_AMOUNT: orderAmount };
  return readers[name](facts, units);
}

function weight({ weight: of }: OrderFacts, { weightUnit: unit }: Units): Decimal | RefusedPrice {
  if (of === null) return missing("weight");
  return asBefore(new Exact(inKilograms(of)).dividedBy(inKilograms({ value: 1, unit })));
}

function volume({ volume: of }: OrderFacts, { dimensionUnit: unit }: Units): Decimal | RefusedPrice {
  if (of === null) return missing("volume");
  return asBefore(new Exact(inCubicCentimetres(of)).dividedBy(inCubicCentimetres({ value: 1, unit })));
}

function quantity({ quantity: of }: OrderFacts): Decimal | RefusedPrice {
  return of === null ? missing("number of pieces") : new Exact(of);
}

function orderAmount({ orderAmount: of }: OrderFacts, { currencyCode }: Units): Decimal | RefusedPrice {
  if (of === null) return refusedPrice("ORDER_AMOUNT_REQUIRED", "The rules look at the order's amount: give it.");
  if (of.currencyCode === currencyCode) return new Exact(of.amount);
  const message = `The order amount is in ${of.currencyCode}, the rules in ${currencyCode}: nothing is converted.`;
  return refusedPrice("CURRENCY_MISMATCH", message);
}

function missing(what: string): RefusedPrice {
  return refusedPrice("FACT_MISSING", `The rules look at the ${what} of the order, which is not known.`);
}
