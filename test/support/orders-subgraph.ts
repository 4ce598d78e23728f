import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import type { Subgraph } from "./composers.js";

export interface StoredOrder {
  id: string;
  number: string;
  lastShipment?: { __typename: "Shipment"; id: string };
}

/** A neighbour's order service: knows its orders and, of shipments, ids only. */
export async function startOrdersSubgraph(orders: StoredOrder[]): Promise<Subgraph & { stop(): Promise<void> }> {
  const typeDefs = parse(readFileSync(resolve(__dirname, "../../schema/neighbours/orders.graphql"), "utf8"));
  const find = ({ id }: { id: string }) => orders.find((order) => order.id === id) ?? null;
  const resolvers = {
    Query: {
      order: (_: unknown, key: { id: string }) => find(key),
      orders: () => ({ edges: orders.map((node) => ({ node, cursor: node.id })), pageInfo: {} }),
    },
    Order: { __resolveReference: find },
  };
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }] as never);
  const server = new ApolloServer({ schema, plugins: [ApolloServerPluginInlineTraceDisabled()] });
  const { url } = await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: 0 } });
  return { name: "orders", typeDefs, url, stop: () => server.stop() };
}
