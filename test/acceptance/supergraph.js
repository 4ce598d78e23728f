import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { composeServices } from "@apollo/composition";
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from "@apollo/gateway";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";

const ordersTypeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { order(id: ID!): Order }
  type Order @key(fields: "id") { id: ID! customer: String }
`);

/** A neighbour that owns orders. */
const orders = buildSubgraphSchema({
  typeDefs: ordersTypeDefs,
  resolvers: { Query: { order: (_, { id }) => ({ id, customer: "City Hall" }) } },
});

/** Asks a gateway over both subgraphs for an order and its shipments. */
export async function queryThroughGateway(clone, shippingUrl, orderId) {
  const gateway = new ApolloGateway({
    supergraphSdl: await compose(clone),
    buildService: ({ name }) =>
      name === "orders"
        ? new LocalGraphQLDataSource(orders)
        : new RemoteGraphQLDataSource({ url: `${shippingUrl}/graphql` }),
    logger: { debug() {}, info() {}, warn() {}, error: console.error },
  });
  const { executor } = await gateway.load();
  return ask(executor, orderId).finally(() => gateway.stop());
}

/** @apollo/gateway enforces no scopes and refuses a supergraph that asks it to: the subgraph checks them itself. */
async function compose(clone) {
  const print = ["dist/src/print-schema.js", "--order", "Order.id", "--without-scopes"];
  const { stdout } = await promisify(execFile)("node", print, { cwd: clone });
  const { supergraphSdl, errors } = composeServices([
    { name: "orders", typeDefs: ordersTypeDefs },
    { name: "shipping", typeDefs: parse(stdout) },
  ]);
  if (errors?.length) throw new Error(errors.join("; "));
  return supergraphSdl;
}

async function ask(executor, orderId) {
  const source = `query ($id: ID!) { order(id: $id) { id customer shipments { number status packages { trackingNumber } } } }`;
  const { data, errors } = await executor({
    document: parse(source),
    request: { query: source, variables: { id: orderId } },
    operationName: null,
    queryHash: source,
    context: {},
    metrics: {},
    cache: { get: async () => undefined, set: async () => undefined, delete: async () => true },
    schema: undefined,
  });
  if (errors?.length) throw new Error(errors.map((error) => error.message).join("; "));
  return data.order;
}
