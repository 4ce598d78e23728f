import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import type {
  StoredPriceRule,
  StoredProviderConfiguration,
  StoredRuleCondition,
  StoredRuleDestination,
  StoredRules,
} from "../../entities/values/stored-method-rules.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { InputOf } from "../input-of.js";
import { userError } from "../user-error.js";
import { checkAmount, checkCurrency, inFullDecimals, type NamedCurrency } from "./amounts.js";
import { checkRule } from "./check-price-rule.js";
import { writtenDestination } from "./destination.js";
import { mergeParts } from "./merge-parts.js";

export interface FixedPriceInput {
  price: MonetaryAmount;
}

export interface PriceRuleInput {
  conditions?: StoredRuleCondition[] | null;
  destination?: InputOf<StoredRuleDestination> | null;
  base: string;
  factor?: string | null;
  factorVariable?: StoredPriceRule["factorVariable"];
}

export interface RulesInput extends Omit<StoredRules, "provider" | "rules"> {
  rules: PriceRuleInput[];
}

/** The configurations of prices that are no carrier's, where callers give them. */
export interface OwnPriceInput {
  fixed?: FixedPriceInput | null;
  rules?: RulesInput | null;
}

export const mostRules = 100;

const anywhere: StoredRuleDestination = { countries: [], regions: [], postalPrefixes: [], postalRanges: [] };

/** The configuration as it is stored; null: none is given. */
export function ownPriceConfiguration({ fixed, rules }: OwnPriceInput): StoredProviderConfiguration | null {
  if (fixed) return { provider: "FIXED", price: inFullDecimals(fixed.price) };
  if (!rules) return null;
  const { currencyCode, weightUnit, dimensionUnit } = rules;
  return { provider: "RULES", currencyCode, weightUnit, dimensionUnit, rules: rules.rules.map(storedRule) };
}

function storedRule({ conditions, destination, base, factor, factorVariable }: PriceRuleInput): StoredPriceRule {
  return {
    conditions: (conditions ?? []).map(({ variable, operator, value }) => ({ variable, operator, value })),
    destination: writtenDestination(mergeParts(anywhere, anywhere, destination)),
    base,
    factor: factor ?? "0",
    factorVariable: factorVariable ?? null,
  };
}

/** INVALID or REQUIRED at the place of whatever cannot be meant. `at`: of the method's input. */
export function checkOwnPrice(configuration: StoredProviderConfiguration | null, at: string[]): ShippingUserError[] {
  if (configuration === null) return [];
  if (configuration.provider === "FIXED")
    return checkAmount(configuration.price, [...at, "fixed", "price"], { least: 0 });
  return checkRules(configuration, [...at, "rules"]);
}

function checkRules({ rules, currencyCode }: StoredRules, at: string[]): ShippingUserError[] {
  const field = [...at, "rules"];
  const wrongCurrency = checkCurrency(currencyCode, [...at, "currencyCode"]);
  if (rules.length === 0) return [...wrongCurrency, userError("REQUIRED", "Prices by rules need a rule.", field)];
  if (rules.length > mostRules)
    return [...wrongCurrency, userError("INVALID", `At most ${mostRules} rules are kept.`, field)];
  return [
    ...wrongCurrency,
    ...rules.flatMap((rule, index) => checkRule(rule, currencyCode, [...field, String(index)])),
  ];
}

/** The one currency of the configuration, if there is a configuration. */
export function currencyOf(
  configuration: StoredProviderConfiguration | null,
  { fixed, rules }: OwnPriceInput,
  at: string[],
): NamedCurrency[] {
  if (configuration === null) return [];
  const isStated = (fixed ?? rules) != null;
  return configuration.provider === "FIXED"
    ? [{ currencyCode: configuration.price.currencyCode, at: [...at, "fixed", "price", "currencyCode"], isStated }]
    : [{ currencyCode: configuration.currencyCode, at: [...at, "rules", "currencyCode"], isStated }];
}
