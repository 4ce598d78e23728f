import type { GraphQLFieldResolver } from "graphql";
import type { Context } from "../../context.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import { type FirstArgs, firstOf } from "../page.js";
import { forBuyers } from "./contribution-values.js";
import { orderOptionsFields, orderOptionsResolver } from "./order-delivery-options.js";

/** The neighbour's type that we add shipments to, and the field of its key. */
export interface OrderContribution {
  typeName: string;
  keyField: string;
  /** How long a page waits for an order's delivery options; null or absent: they are not added. */
  optionsWithinMs?: number | null;
}

/** What we add to another team's order type. Its key stays theirs. */
export function orderTypeDefs({ typeName, keyField, optionsWithinMs = null }: OrderContribution): string {
  return `
    """An order of the order service, extended with its shipments."""
    type ${typeName} @key(fields: "${keyField}") {
      "Id of the order in the order service."
      ${keyField}: ID!
      "The order's shipments and returns, oldest first; direction tells them apart. The rest of more than 100: the root's shipments by orderId. Buyers see those under way: bought, and not voided. Null: they could not be read."
      shipments(
        "How many at most, from 1 to 100."
        first: Int = 20 ${forBuyers}
      ): [Shipment!] ${buyersAndReaders} ${forBuyers}
      ${optionsWithinMs === null ? "" : orderOptionsFields}
    }
  `;
}

/** Orders are not ours: each that has a key is taken to exist, and an unknown one simply has no shipments. */
export function orderResolvers({ typeName, keyField, optionsWithinMs = null }: OrderContribution) {
  const hasKey = (order: Record<string, unknown>) => ["string", "number"].includes(typeof order[keyField]);
  const shipments: GraphQLFieldResolver<Record<string, unknown>, Context, FirstArgs> = async (order, args, context) =>
    context.loaders.shipmentsByOrderId.load(firstOf(String(order[keyField]), args));
  const __resolveReference = (reference: Record<string, unknown>) => (hasKey(reference) ? reference : null);
  const options = optionsWithinMs === null ? {} : { deliveryOptions: orderOptionsResolver(optionsWithinMs) };
  return { [typeName]: { __resolveReference, shipments, ...options } };
}
