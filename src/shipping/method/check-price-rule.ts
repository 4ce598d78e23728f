import type { StoredPriceRule, StoredRuleCondition } from "../../entities/values/stored-method-rules.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { checkDecimal, checkExact } from "./amounts.js";
import { checkDestination } from "./destination.js";

export const mostConditions = 10;

/** INVALID or REQUIRED at the place of whatever cannot be meant. */
export function checkRule(rule: StoredPriceRule, currencyCode: string, at: string[]): ShippingUserError[] {
  return [
    ...checkConditions(rule.conditions, currencyCode, [...at, "conditions"]),
    ...checkDestination(rule.destination, [...at, "destination"]),
    ...checkExact(rule.base, currencyCode, [...at, "base"]),
    ...checkDecimal(rule.base, [...at, "base"], { least: 0 }),
    ...checkDecimal(rule.factor, [...at, "factor"], { least: 0 }),
    ...checkFactor(rule, at),
  ];
}

/** A factor and what it is multiplied by come together. */
function checkFactor({ factor, factorVariable }: StoredPriceRule, at: string[]): ShippingUserError[] {
  const isZero = Number(factor) === 0;
  if (isZero === (factorVariable === null)) return [];
  return isZero
    ? [userError("REQUIRED", "The variable needs a factor other than zero.", [...at, "factor"])]
    : [userError("REQUIRED", "The factor needs the variable that it is multiplied by.", [...at, "factorVariable"])];
}

function checkConditions(conditions: StoredRuleCondition[], currencyCode: string, at: string[]): ShippingUserError[] {
  if (conditions.length > mostConditions)
    return [userError("INVALID", `A rule has at most ${mostConditions} conditions.`, at)];
  return conditions.flatMap(({ variable, value }, index) => {
    const field = [...at, String(index), "value"];
    const isMoney = variable === "ORDER_AMOUNT";
    return [...checkDecimal(value, field, { least: 0 }), ...(isMoney ? checkExact(value, currencyCode, field) : [])];
  });
}
