import type { GraphQLFieldResolver } from "graphql";
import type { Context } from "../../context.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import { AppError } from "../../errors.js";
import type { DeliveryOptionsInput } from "../../shipping/delivery/delivery-input.js";
import { deliveryOptions } from "../../shipping/delivery/delivery-options.js";
import { type DeliveryOptionsPayload, deliveryPayload } from "../delivery/delivery-options.js";
import { cartGiven, destinationSelection, forBuyers, itemSelection } from "./contribution-values.js";
import { allowanceOf, answeringWithin, inTime } from "./in-time.js";

/** Fields of the neighbour's order that we are given for `deliveryOptions`, and that field. */
export const orderOptionsFields = `
  "What the order consists of."
  shippingItems: [ShippingItem!] @external
  "Where it goes."
  shippingDestination: ShippingDestination @external
  "Ways of delivery that the buyer of this order can choose, as by the root's deliveryOptions. Calls the carrier and writes: quotes are stored. Null: the order has no items or no destination, or they could not be priced in time."
  deliveryOptions(
    "Sales channel, for example web; null: none."
    channel: String ${forBuyers}
    "Language of messages, as a language tag such as de; null: English."
    locale: String ${forBuyers}
  ): DeliveryOptionsPayload
    @requires(fields: "shippingItems { ${itemSelection} } shippingDestination { ${destinationSelection} }")
    ${buyersAndReaders} ${forBuyers}
`;

interface Arguments {
  channel?: string | null;
  locale?: string | null;
}

/** Throws TOO_MANY_ITEMS, CARRIER_UNAVAILABLE: of a list of orders the others stand. */
export function orderOptionsResolver(withinMs: number): GraphQLFieldResolver<unknown, Context, Arguments> {
  return async (order, { channel, locale }, context): Promise<DeliveryOptionsPayload | null> => {
    const cart = readCart(order);
    if (cart === null) return null;
    const { actor } = context;
    const ask = async () => {
      if ((await allowanceOf(context).grant(1)) === 0) throw new AppError("TOO_MANY_ITEMS", tooManyOrders);
      return deliveryOptions(answeringWithin(context.deps, withinMs), actor, { ...cart, channel, locale });
    };
    return deliveryPayload(await inTime(withinMs, ask()));
  };
}

const tooManyOrders = "Ask for the delivery options of fewer orders at once.";

function readCart(order: unknown): DeliveryOptionsInput | null {
  const { data } = cartGiven.safeParse(order);
  return data === undefined ? null : { items: data.shippingItems, shipTo: data.shippingDestination };
}
