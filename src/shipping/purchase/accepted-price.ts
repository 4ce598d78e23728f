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
  price: Money;
  field: string[];
}

const totalField = ["input", "maxTotalPrice"];
const increaseField = ["input", "maxPriceIncrease"];

/**
 * The total that is given, the offer with the increase that is given, or the lower of both; the offer alone without
 * either. Null: anything goes. Throws a `Refusal` for amounts in another currency than the carrier's, which `currencyCode`
 * is, and for an increase of no offer.
 */
export function acceptedPrice(
  limits: PriceLimits,
  offer: ChosenOffer | null,
  currencyCode: string,
): AcceptedPrice | null {
  const total = inCurrency(limits.maxTotalPrice, currencyCode, totalField);
  const increase = inCurrency(limits.maxPriceIncrease, currencyCode, increaseField);
  if (increase !== null && offer === null)
    refuse("INVALID", "There is no accepted offer that it could be added to: give maxTotalPrice.", increaseField);
  const raised = increase && offer && { most: addMoney(offer.price, increase), field: increaseField };
  const accepted = [total && { most: total, field: totalField }, raised].filter((price) => price !== null);
  if (accepted.length === 0) return offer && { most: offer.price, field: offer.field };
  return accepted.reduce((lowest, price) => (isAbove(lowest.most, price.most) ? price : lowest));
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
