import type { Failure } from "../../carrier/outcome.js";
import type { Money } from "../../carrier/values.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { failureErrors } from "../failure-errors.js";
import { priceChange } from "../price-change.js";
import { currentPrice } from "../rate/current-price.js";
import { Refusal } from "../result.js";
import { quotedTotal } from "../shipment/quoted-total.js";
import { userError } from "../user-error.js";
import { type AcceptedPrice, acceptedPrice, isAbove, type PriceLimits } from "./accepted-price.js";
import type { PurchasePlan } from "./assemble-purchase.js";
import { carrierErrors } from "./carrier-errors.js";

/** What the carrier asks, and the most that the caller accepts. */
export interface CheckedPrice {
  price: Money;
  /** Null: anything. */
  most: Money | null;
}

/**
 * What the carrier now asks. Throws a `Refusal`, before the claim, so that there is no purchase and no shipment:
 * PRICE_CHANGED when that is more than is accepted, OPTION_NOT_ALLOWED without asking where the price is known only after
 * it was bought, or why the carrier gives none.
 */
export async function checkPrice(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  plan: PurchasePlan,
  limits: PriceLimits,
): Promise<CheckedPrice> {
  const { returnService } = plan.details;
  const isPriced = returnService === null || plan.adapter.returns?.isPricedBefore(returnService);
  if (!isPriced) throw new Refusal([unpriced(plan, limits)]);
  const outcome = await currentPrice(deps, loaded, plan.details, plan.serviceCode, plan.units);
  if (outcome.kind !== "ANSWERED") throw new Refusal(unchecked(outcome, plan));
  const { total } = outcome.value;
  const offer = plan.quote && { price: quotedTotal(plan.quote), field: plan.offerField };
  const accepted = acceptedPrice(limits, offer, total.currencyCode);
  if (accepted && isAbove(total, accepted.most)) throw new Refusal([tooDear(total, accepted, offer?.price ?? null)]);
  return { price: total, most: accepted?.most ?? null };
}

/** Told where the offer stands, if there is one: without it the shipment could be bought all the same. */
function unchecked(failure: Failure, plan: PurchasePlan): ShippingUserError[] {
  const { quote, offerField } = plan;
  if (quote === null) return carrierErrors(failure, plan);
  const errors = failureErrors(failure, offerField);
  return errors.map((error) => ({ ...error, message: `The offered price could not be checked: ${error.message}` }));
}

/** Without a limit of the caller's it is one on amounts that needs the price; what is not saved yet is a return that names its kind. */
function unpriced({ adapter, shipment, field: place }: PurchasePlan, limits: PriceLimits): ShippingUserError {
  const why = `${adapter.name} gives no price for this return service before it is bought`;
  const limit = (["maxTotalPrice", "maxPriceIncrease"] as const).find((name) => limits[name] != null);
  if (limit) return userError("OPTION_NOT_ALLOWED", `${why}: leave ${limit} out.`, ["input", limit]);
  const at = shipment !== null ? place : ["input", "returnService", "kind"];
  return userError("OPTION_NOT_ALLOWED", `${why}, and the limits on amounts need one: choose another kind.`, at);
}

function tooDear(total: Money, { most, field }: AcceptedPrice, offered: Money | null): ShippingUserError {
  const was = offered ? `was ${inWords(offered)} and ` : "";
  const message = `The price ${was}is now ${inWords(total)}; ${inWords(most)} is accepted.`;
  return { ...userError("PRICE_CHANGED", message, field), priceChange: priceChange(offered, total) };
}

function inWords({ amount, currencyCode }: Money): string {
  return `${amount} ${currencyCode}`;
}
