import { once } from "node:events";
import { createServer } from "node:http";
import { ApolloGateway, IntrospectAndCompose } from "@apollo/gateway";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse } from "graphql";

/** A neighbour that owns orders. */
const orders = buildSubgraphSchema({
  typeDefs: parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { order(id: ID!): Order }
    type Order @key(fields: "id") { id: ID! customer: String }
  `),
  resolvers: { Query: { order: (_, { id }) => ({ id, customer: "City Hall" }) } },
});

/** Asks a gateway over both subgraphs for an order and its shipments. */
export async function queryThroughGateway(shippingUrl, orderId) {
  const neighbour = createServer(answer).listen(0, "127.0.0.1");
  await once(neighbour, "listening");
  const subgraphs = [
    { name: "orders", url: `http://127.0.0.1:${neighbour.address().port}/` },
    { name: "shipping", url: `${shippingUrl}/graphql` },
  ];
  const logger = { debug() {}, info() {}, warn() {}, error: console.error };
  const gateway = new ApolloGateway({ supergraphSdl: new IntrospectAndCompose({ subgraphs }), logger });
  try {
    const { executor } = await gateway.load();
    return await ask(executor, orderId);
  } finally {
    await gateway.stop();
    neighbour.close();
    neighbour.closeAllConnections();
  }
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

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
  const result = await graphql({ schema: orders, source: query, variableValues: variables });
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(result));
}
