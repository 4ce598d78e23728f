import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import {
  availableToAll,
  plainPriceRules,
  type StoredProviderConfiguration,
} from "../../entities/values/stored-method-rules.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkLength } from "../check-length.js";
import { refusedNulls } from "../null-rule.js";
import { checkOneCurrency } from "./amounts.js";
import { type AvailabilityInput, availability, checkAvailability } from "./availability.js";
import { checkDispatch, type DispatchInput, dispatch, plainDispatch } from "./dispatch.js";
import { checkOwnPrice, currencyOf, type OwnPriceInput } from "./own-price.js";
import { checkPriceRules, currenciesOf, type PriceRulesInput, priceRules } from "./price-rules.js";

/** What a method says besides where its price comes from, as callers give it; in changes, what is absent stays. */
export interface MethodRulesInput {
  priceRules?: PriceRulesInput | null;
  availability?: AvailabilityInput | null;
  dispatch?: DispatchInput | null;
  productReference?: string | null;
}

export type MethodRules = Pick<CarrierShippingMethod, "priceRules" | "availability" | "dispatch" | "productReference">;

/** Of a method of which none is given. */
export const plainRules: MethodRules = {
  priceRules: plainPriceRules,
  availability: availableToAll,
  dispatch: plainDispatch,
  productReference: null,
};

const at = (part: string) => ["input", part];

/** What is given over what is stored; null empties. */
export function methodRules(input: MethodRulesInput, stored: MethodRules): MethodRules {
  const { productReference = stored.productReference } = input;
  return {
    priceRules: priceRules(input.priceRules, stored.priceRules),
    availability: availability(input.availability, stored.availability),
    dispatch: dispatch(input.dispatch, stored.dispatch),
    productReference: productReference?.trim() || null,
  };
}

/** Everything that is wrong with the rules and with a price of the method's own, which are in one currency. */
export function checkMethodRules(
  rules: MethodRules,
  configuration: StoredProviderConfiguration | null,
  input: MethodRulesInput & OwnPriceInput,
): ShippingUserError[] {
  const currencies = [
    ...currencyOf(configuration, input, ["input"]),
    ...currenciesOf(rules.priceRules, input.priceRules, at("priceRules")),
  ];
  return [
    ...checkOwnPrice(configuration, ["input"]),
    ...checkPriceRules(rules.priceRules, currencies[0]?.currencyCode ?? null, at("priceRules")),
    ...checkOneCurrency(currencies),
    ...checkAvailability(rules.availability, at("availability")),
    ...checkDispatch(rules.dispatch, at("dispatch")),
    ...checkLength(rules.productReference, at("productReference")),
  ];
}

/** INVALID for null where there is always a value. */
export function refusedRuleNulls(input: MethodRulesInput): ShippingUserError[] {
  return [
    ...refusedNulls(input, ["priceRules", "availability", "dispatch"], ["input"]),
    ...refusedNulls(input.priceRules, ["marginPercent", "insurancePercent"], at("priceRules")),
    ...refusedNulls(input.dispatch, ["handlingDays"], at("dispatch")),
  ];
}

/** By the names that callers know them by. */
export function partsOf({
  priceRules,
  availability,
  dispatch,
  productReference,
}: MethodRules): Record<string, unknown> {
  const parts = Object.entries({ priceRules, availability, dispatch }).flatMap(([group, values]) =>
    Object.entries(values).map(([part, value]) => [`${group}.${part}`, value]),
  );
  return { ...Object.fromEntries(parts), productReference };
}
