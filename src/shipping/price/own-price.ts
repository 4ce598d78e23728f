import type { Decimal } from "decimal.js";
import type {
  StoredPriceRule,
  StoredProviderConfiguration,
  StoredRules,
} from "../../entities/values/stored-method-rules.js";
import { amountText } from "../../money.js";
import type { OrderFacts } from "../order-facts.js";
import { Exact } from "./exact.js";
import { type Priced, refusedPrice, startWith } from "./priced.js";
import { matches } from "./rule-match.js";
import { variableOf } from "./rule-variable.js";

/**
 * The price of a method that has its own, before margins and rounding: the fixed one, or that of the first rule that
 * matches. It can be negative, and finer than the currency. REFUSED where no rule matches, or where that cannot be told.
 */
export function ownPrice(configuration: StoredProviderConfiguration, facts: OrderFacts): Priced {
  if (configuration.provider === "RULES") return priceOfRules(configuration, facts);
  const { price } = configuration;
  return { kind: "PRICED", price, steps: startWith("FIXED_PRICE", price, "The method's fixed price.") };
}

function priceOfRules(rules: StoredRules, facts: OrderFacts): Priced {
  for (const [index, rule] of rules.rules.entries()) {
    const verdict = matches(rule, rules, facts);
    if (verdict === true) return priceOfRule(rule, index, rules, facts);
    if (verdict !== false) return verdict;
  }
  return refusedPrice("NO_RULE_MATCHES", "No rule of the method matches.");
}

function priceOfRule(rule: StoredPriceRule, index: number, rules: StoredRules, facts: OrderFacts): Priced {
  const variable = rule.factorVariable && variableOf(rule.factorVariable, rules, facts);
  if (variable !== null && "kind" in variable) return variable;
  const amount = variable === null ? new Exact(rule.base) : variable.times(rule.factor).plus(rule.base);
  const { currencyCode } = rules;
  const price = { amount: amountText(amount, currencyCode), currencyCode };
  return { kind: "PRICED", price, steps: startWith("RULE", price, inWords(rule, index, variable)) };
}

function inWords({ base, factor, factorVariable }: StoredPriceRule, index: number, variable: Decimal | null): string {
  const more = variable === null ? "" : ` + ${factor} x ${factorVariable} (${variable.toDecimalPlaces(6).toFixed()})`;
  return `Rule ${index + 1}: ${base}${more}.`;
}
