import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { longestForeignKey } from "../shipment/build-goods.js";
import { checkTags, keptTags } from "../shipment/tags.js";
import { userError } from "../user-error.js";
import type { RatesInput } from "./rates-input.js";

/** What callers say of the order itself, beside what is shipped. */
export interface OrderGiven {
  /** Null: not given. */
  orderAmount: MonetaryAmount | null;
  tags: string[];
  channel: string | null;
}

type Given = Pick<RatesInput, "orderAmount" | "tags" | "channel">;

/** As it is compared and kept; checked before. */
export function orderGiven({ orderAmount, tags, channel }: Given): OrderGiven {
  return {
    orderAmount: orderAmount ? { amount: orderAmount.amount, currencyCode: currencyOf(orderAmount) } : null,
    tags: keptTags(tags),
    channel: channel?.trim() || null,
  };
}

const currencyOf = ({ currencyCode }: MonetaryAmount) => currencyCode.trim().toUpperCase();

/** INVALID and TOO_LONG, with paths under `at`. */
export function checkOrder({ orderAmount, tags, channel }: Given, at: string[]): ShippingUserError[] {
  const errors = checkTags(tags, [...at, "tags"]);
  if (orderAmount?.amount.startsWith("-"))
    errors.push(userError("INVALID", "An order's amount is not negative.", [...at, "orderAmount", "amount"]));
  if (orderAmount && !/^[A-Z]{3}$/.test(currencyOf(orderAmount)))
    errors.push(userError("INVALID", "It is no currency code.", [...at, "orderAmount", "currencyCode"]));
  if ((channel?.trim().length ?? 0) > longestForeignKey)
    errors.push(userError("TOO_LONG", `It has at most ${longestForeignKey} characters.`, [...at, "channel"]));
  return errors;
}
