import type { ApolloServerPlugin } from "@apollo/server";
import { type FieldNode, Kind, type OperationDefinitionNode } from "graphql";
import { chooseLane, type Lane } from "../admission/work.js";
import type { Context } from "../context.js";

/** Root fields that spend money, give it back, or say what became of it. */
export const buyingFields = ["purchaseLabel", "purchaseReturnLabel", "voidShipment", "resolvePurchase"];

/** Queries that ask the carrier; mutations change something or ask it. */
export const askingFields = [
  "shippingRates",
  "deliveryOptions",
  "validateAddress",
  "carrierLocations",
  "carrierServiceOptions",
  "tracker",
];

/** Decides whose share of the database's connections an operation takes: that of the most important of its fields. */
export const operationLane: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation) chooseLane(laneOf(operation));
      },
    };
  },
};

/** A field inside a fragment is not seen: it works in the share of its kind of operation. */
export function laneOf({ operation, selectionSet }: OperationDefinitionNode): Lane {
  const fields = selectionSet.selections.filter((node): node is FieldNode => node.kind === Kind.FIELD);
  const names = fields.map(({ name }) => name.value);
  if (names.some((name) => buyingFields.includes(name))) return "BUYING";
  return operation === "mutation" || names.some((name) => askingFields.includes(name)) ? "ASKING" : "READING";
}
