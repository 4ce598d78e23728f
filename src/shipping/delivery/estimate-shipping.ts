import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import { AppError } from "../../errors.js";
import type { Actor, ShippingDeps } from "../deps.js";
import type { CarrierAllowance } from "./carrier-allowance.js";
import { deliveryOptions } from "./delivery-options.js";
import { bucketOf, mergeBuckets } from "./weight-buckets.js";

/** What the delivery of one piece costs at a place. */
export interface EstimateQuestion {
  kilograms: number;
  postalCode: string;
  countryCode: string;
}

type Estimate = MonetaryAmount | null | AppError;

/**
 * The cheapest published price of each, in the order of the questions, by weight in buckets, so that a page of products
 * costs a few calls and never more than the allowance. Null: nothing is delivered there, or it is too heavy for a parcel.
 * What cannot be told now is an error in its place, and the others stand.
 */
export async function estimateShipping(
  deps: ShippingDeps,
  actor: Actor,
  questions: readonly EstimateQuestion[],
  allowance: CarrierAllowance,
): Promise<Estimate[]> {
  const places = new Map<string, EstimateQuestion[]>();
  for (const question of questions) {
    const place = JSON.stringify([question.countryCode, question.postalCode]);
    places.set(place, [...(places.get(place) ?? []), question]);
  }
  const prices = new Map<EstimateQuestion, Promise<Estimate>>();
  for (const ofPlace of places.values()) {
    const wanted = new Set(ofPlace.flatMap(({ kilograms }) => bucketOf(kilograms) ?? []));
    const buckets = mergeBuckets(wanted, await allowance.grant(wanted.size));
    for (const [question, price] of priced(deps, actor, ofPlace, buckets)) prices.set(question, price);
  }
  return Promise.all(questions.map((question) => prices.get(question)!));
}

/** Each bucket is asked about once. */
function priced(deps: ShippingDeps, actor: Actor, questions: EstimateQuestion[], buckets: number[]) {
  const [place] = questions;
  const byBucket = new Map(buckets.map((bucket) => [bucket, ask(deps, actor, place!, bucket)]));
  return questions.map((question): [EstimateQuestion, Promise<Estimate>] => {
    const bound = bucketOf(question.kilograms);
    if (bound === null) return [question, Promise.resolve(null)];
    const bucket = buckets.find((each) => bound <= each);
    return [question, byBucket.get(bucket ?? 0) ?? Promise.resolve(tooMany())];
  });
}

function tooMany(): AppError {
  return new AppError("TOO_MANY_ITEMS", "This page asks the carriers for more estimates than one request may.");
}

async function ask(deps: ShippingDeps, actor: Actor, place: EstimateQuestion, kilograms: number): Promise<Estimate> {
  const { postalCode, countryCode } = place;
  const shipTo = { postalCode, countryCode };
  const packages = [{ weight: { value: kilograms, unit: "KG" as const } }];
  try {
    const { value, userErrors } = await deliveryOptions(deps, actor, { shipTo, packages });
    if (value === null) return new AppError("BAD_USER_INPUT", userErrors[0]?.message ?? "There is no such place.");
    const cheapest = value.options.find(({ isCheapest }) => isCheapest);
    if (cheapest !== undefined) return cheapest.price;
    return value.isComplete ? null : new AppError("CARRIER_UNAVAILABLE", noPrice);
  } catch (error) {
    return error instanceof AppError ? error : new AppError("CARRIER_UNAVAILABLE", noPrice, { cause: error });
  }
}

const noPrice = "There is no price at the moment.";
