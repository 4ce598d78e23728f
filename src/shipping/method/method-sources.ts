import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { refuse } from "../result.js";
import { userError } from "../user-error.js";
import type { ConfigurationInput, MethodSources } from "./method-input.js";

/**
 * The carrier's settings of a new method. Throws a `Refusal` unless there is one source of prices: `fixed`, `rules`, or
 * else a carrier's configuration.
 */
export function requireOneSource(input: MethodSources): ConfigurationInput {
  const { configuration, fixed, rules } = input;
  if (fixed && rules) refuse("INVALID", "A method has a fixed price or prices by rules, not both.", ["input", "rules"]);
  if (!fixed && !rules && !configuration.settings) {
    refuse("REQUIRED", `It needs a price: ${configuration.at.at(-1)}, fixed or rules.`, ["input"]);
  }
  return carriersPart(input, Boolean(fixed || rules));
}

/** Of a price of the method's own what it ships with, else the source of its price. Throws a `Refusal` where the other is given. */
export function carriersPart({ configuration, shipsWith }: MethodSources, hasOwnPrice: boolean): ConfigurationInput {
  const [part, other] = hasOwnPrice ? [shipsWith, configuration] : [configuration, shipsWith];
  if (!other.settings) return part;
  const message = hasOwnPrice
    ? `The price is the method's own: what it ships with is said in ${part.at.at(-1)}.`
    : `The method ships with the carrier that prices it: see ${part.at.at(-1)}.`;
  refuse("INVALID", message, other.at);
}

type Shipping = Pick<CarrierShippingMethod, "accountId" | "serviceCode" | "integrationLevel">;

/** Whether a price of the method's own fits what it ships with: one service of one account, or nothing. */
export function checkShipsWith(
  { accountId, serviceCode, integrationLevel }: Shipping,
  hasOwnPrice: boolean,
  at: string[],
): ShippingUserError[] {
  if (!hasOwnPrice) return [];
  if (accountId === null) {
    const message = "A method that does not ship with a carrier gives prices only.";
    return integrationLevel === "RATE_ONLY" ? [] : [userError("NOT_ALLOWED", message, ["input", "integrationLevel"])];
  }
  if (serviceCode !== null) return [];
  return [userError("REQUIRED", "A method of its own price ships by one service.", [...at, "service"])];
}
