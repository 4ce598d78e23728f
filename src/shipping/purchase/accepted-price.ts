import { Decimal } from "decimal.js";
import type { Money } from "../../carrier/values.js";
import { addMoney } from "../../money.js";
import { refuse } from "../result.js";
import type { PurchaseInput } from "./purchase-input.js";

/** The most that the purchase may cost, and where in the input that is said. */
export interface AcceptedPrice {
  most: Money;
  field: string[];
}

export type PriceLimits = Pick<PurchaseInput, "maxTotalPrice" | "maxPriceIncrease">;

/** Whether the caller says what it may cost: the carrier is asked for its price before it is bought. */
export function needsPrice({ maxTotalPrice, maxPriceIncrease, rateQuoteId }: PurchaseInput): boolean {
  return [maxTotalPrice, maxPriceIncrease, rateQuoteId].some((value) => value != null);
}

/** What the caller takes: an offer, and where in the input it stands. */
export interface ChosenOffer {
  /** The carrier's, whatever the buyer pays. Null: the price is the method's own, and none of the carrier's was offered. */
  price: Money | null;
  field: string[];
}

const totalField = ["input", "maxTotalPrice"];
const increaseField = ["input", "maxPriceIncrease"];

/**
 * The total that is given, the offer with the increase that is given, or the lower of both; the offer alone without
 * either. Null: anything goes. Throws a `Refusal` for amounts in another currency than the carrier's, which `currencyCode`
 * is, and for an increase of no offer, or of one that is no carrier's.
 */
export function acceptedPrice(
  limits: PriceLimits,
  offer: ChosenOffer | null,
  currencyCode: string,
): AcceptedPrice | null {
  const total = inCurrency(limits.maxTotalPrice, currencyCode, totalField);
  const increase = inCurrency(limits.maxPriceIncrease, currencyCode, increaseField);
  const price = offer?.price ?? null;
  if (increase !== null && price === null) refuse("INVALID", nothingToRaise(offer), increaseField);
  const raised = increase && price && { most: addMoney(price, increase), field: increaseField };
  const accepted = [total && { most: total, field: totalField }, raised].filter((most) => most !== null);
  if (accepted.length === 0) return offer && price && { most: price, field: offer.field };
  return accepted.reduce((lowest, next) => (isAbove(lowest.most, next.most) ? next : lowest));
}

function nothingToRaise(offer: ChosenOffer | null): string {
  const what = offer === null ? "no accepted offer" : "no price of the carrier's in the accepted offer";
  return `There is ${what} that it could be added to: give maxTotalPrice.`;
}

/** Amounts of different currencies cannot be compared: any is above what was accepted in another. */
export function isAbove(price: Money, most: Money): boolean {
  return price.currencyCode !== most.currencyCode || new Decimal(price.amount).greaterThan(most.amount);
}

function inCurrency(money: Money | null | undefined, currencyCode: string, field: string[]): Money | null {
  if (money == null) return null;
  if (money.currencyCode.toUpperCase() !== currencyCode)
    refuse("INVALID", `The carrier charges in ${currencyCode}.`, [...field, "currencyCode"]);
  return { amount: money.amount, currencyCode };
}
