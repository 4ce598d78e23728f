import type { Decimal } from "decimal.js";
import type { StoredPriceRule, StoredRuleCondition, StoredRules } from "../../entities/values/stored-method-rules.js";
import { whyOutside } from "../area/why-outside.js";
import type { OrderFacts } from "../order-facts.js";
import { type RefusedPrice, refusedPrice } from "./priced.js";
import { variableOf } from "./rule-variable.js";

/** Whether a rule matches; REFUSED where that hangs on what is not known of the order. */
export function matches(rule: StoredPriceRule, rules: StoredRules, facts: OrderFacts): boolean | RefusedPrice {
  const verdicts = [isInArea(rule, facts), ...rule.conditions.map((condition) => holds(condition, rules, facts))];
  // What does not hold in one condition does not match, whatever is unknown of the others.
  if (verdicts.includes(false)) return false;
  return verdicts.find((verdict) => verdict !== true) ?? true;
}

function isInArea({ destination }: StoredPriceRule, facts: OrderFacts): boolean | RefusedPrice {
  const why = whyOutside(destination, facts.destination);
  if (why === null) return true;
  if (why === "REGION_REQUIRED") return refusedPrice("FACT_MISSING", "The rules look at the destination's region.");
  if (why !== "POSTAL_CODE_REQUIRED") return false;
  return refusedPrice("FACT_MISSING", "The rules look at the destination's postal code.");
}

function holds(condition: StoredRuleCondition, rules: StoredRules, facts: OrderFacts): boolean | RefusedPrice {
  const variable = variableOf(condition.variable, rules, facts);
  return "kind" in variable ? variable : compare[condition.operator](variable, condition.value);
}

const compare: Record<StoredRuleCondition["operator"], (a: Decimal, b: string) => boolean> = {
  LESS: (a, b) => a.lessThan(b),
  LESS_OR_EQUAL: (a, b) => a.lessThanOrEqualTo(b),
  EQUAL: (a, b) => a.equals(b),
  GREATER_OR_EQUAL: (a, b) => a.greaterThanOrEqualTo(b),
  GREATER: (a, b) => a.greaterThan(b),
};
