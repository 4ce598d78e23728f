import { Decimal } from "decimal.js";
import {
  plainPriceRules,
  type StoredPriceRounding,
  type StoredPriceRules,
} from "../../entities/values/stored-method-rules.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { InputOf } from "../input-of.js";
import { userError } from "../user-error.js";
import { checkAmount, checkDecimal, checkExact, inFullDecimals, type NamedCurrency } from "./amounts.js";
import { mergeParts } from "./merge-parts.js";

export type RoundingInput = InputOf<StoredPriceRounding, "increment" | "direction">;

export interface PriceRulesInput extends Omit<InputOf<StoredPriceRules>, "rounding"> {
  rounding?: RoundingInput | null;
}

/** A discount of all of the price, and ten times the price on top of it. */
export const marginBounds = { least: -100, most: 1000 };
/** A tenth more than the value is usual where freight is insured too; nobody insures for more than twice. */
export const insuranceBounds = { least: 0, most: 200 };

const amounts = ["marginAmount", "handlingAmount", "freeAbove"] as const;

/** What is given over what is stored; null empties. */
export function priceRules(input: PriceRulesInput | null | undefined, stored: StoredPriceRules): StoredPriceRules {
  const rounding = input?.rounding && withEnding(input.rounding);
  const merged = mergeParts(plainPriceRules, stored, input && { ...input, rounding });
  const exact = amounts.map((part) => [part, merged[part] && inFullDecimals(merged[part])]);
  return { ...merged, ...Object.fromEntries(exact) };
}

const withEnding = ({ increment, ending, direction }: RoundingInput): StoredPriceRounding => ({
  increment,
  ending: ending ?? "0",
  direction,
});

/** INVALID at the place of whatever cannot be meant. `currencyCode`: of the method's amounts; null: it has none. */
export function checkPriceRules(
  rules: StoredPriceRules,
  currencyCode: string | null,
  at: string[],
): ShippingUserError[] {
  const { marginAmount, handlingAmount, freeAbove, rounding } = rules;
  return [
    ...checkDecimal(rules.marginPercent, [...at, "marginPercent"], marginBounds),
    ...(marginAmount ? checkAmount(marginAmount, [...at, "marginAmount"], {}) : []),
    ...(handlingAmount ? checkAmount(handlingAmount, [...at, "handlingAmount"], { least: 0 }) : []),
    ...(freeAbove ? checkAmount(freeAbove, [...at, "freeAbove"], { least: 0 }) : []),
    ...checkDecimal(rules.insurancePercent, [...at, "insurancePercent"], insuranceBounds),
    ...(rounding ? checkRounding(rounding, currencyCode, [...at, "rounding"]) : []),
  ];
}

function checkRounding(
  { increment, ending }: StoredPriceRounding,
  currencyCode: string | null,
  at: string[],
): ShippingUserError[] {
  const fail = (field: string, message: string) => userError("INVALID", message, [...at, field]);
  const isPoint = new Decimal(ending).greaterThanOrEqualTo(0) && new Decimal(ending).lessThan(increment);
  return [
    ...(new Decimal(increment).greaterThan(0) ? [] : [fail("increment", "The increment is greater than zero.")]),
    ...(isPoint ? [] : [fail("ending", "The ending is at least zero and less than the increment.")]),
    ...(currencyCode === null ? [] : checkExact(increment, currencyCode, [...at, "increment"])),
    ...(currencyCode === null ? [] : checkExact(ending, currencyCode, [...at, "ending"])),
  ];
}

/** The currencies of the rules; `input` tells which it names. */
export function currenciesOf(
  rules: StoredPriceRules,
  input: PriceRulesInput | null | undefined,
  at: string[],
): NamedCurrency[] {
  return amounts.flatMap((part) => {
    const money = rules[part];
    const isStated = input?.[part] != null;
    return money ? [{ currencyCode: money.currencyCode, at: [...at, part, "currencyCode"], isStated }] : [];
  });
}
