import { buildSubgraphSchema } from "@apollo/subgraph";
import { GraphQLError, graphql, parse } from "graphql";

/** A neighbour in the same supergraph: it owns orders, and the shipping service adds their shipments. */
const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

  type Query {
    "An order by the id that its buyer was told; null: there is none."
    order(id: ID!): Order
  }

  type Mutation {
    "Places an order once for each key."
    placeOrder(input: PlaceOrderInput!): PlaceOrderPayload
  }

  input PlaceOrderInput {
    "Made by the page, one for each order."
    key: ID!
    lines: [OrderLineInput!]!
    shipTo: AddressInput!
    "Of the delivery that was chosen."
    rateQuoteId: ID!
    "Where it is picked up; null: it is brought to the address."
    carrierLocationId: ID
  }

  input OrderLineInput {
    sku: String!
    quantity: Int!
  }

  input AddressInput {
    name: String!
    email: String!
    lines: [String!]!
    city: String!
    region: String
    postalCode: String
    countryCode: String!
    phone: String
  }

  type PlaceOrderPayload {
    order: Order
    "Why there is none, for the buyer."
    problem: String
  }

  type Order @key(fields: "id") {
    id: ID!
    number: String!
    "Of the delivery, in cents."
    deliveryCents: Int!
    "Of goods and delivery, in cents."
    totalCents: Int!
    "One for each parcel; empty: not handed over yet."
    trackingNumbers: [String!]!
  }
`);

/** Answers a GraphQL request `{ query, variables }` about `orders`. Faults are told to `complain` and masked. */
export function createOrdersGraph(orders, complain) {
  const schema = buildSubgraphSchema({
    typeDefs,
    resolvers: {
      Query: { order: (_, { id }) => orders.find(id) },
      Mutation: { placeOrder: (_, { input }) => orders.place(input) },
      Order: { __resolveReference: ({ id }) => orders.find(id) },
    },
  });
  return async ({ query, variables }) => {
    const answer = await graphql({ schema, source: String(query), variableValues: variables });
    return { ...answer, ...(answer.errors && { errors: answer.errors.map((error) => masked(error, complain)) }) };
  };
}

function masked(error, complain) {
  if (error.originalError === undefined || error.originalError instanceof GraphQLError) return error;
  complain(error.originalError);
  return new GraphQLError("The shop cannot do this at the moment.", { path: error.path });
}
