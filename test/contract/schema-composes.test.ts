import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type DocumentNode, parse } from "graphql";
import { printSubgraph, type SubgraphOptions } from "../../src/subgraph.js";
import { composers, type Subgraph, withApollo } from "../support/composers.js";

const folder = resolve(__dirname, "../../schema/neighbours");
const neighbour = (name: string): Subgraph => ({
  name,
  typeDefs: parse(readFileSync(resolve(folder, `${name}.graphql`), "utf8")),
});
const printed = new Map<string, Subgraph>();
/** Printed once for each way of it. */
function shipping(order: SubgraphOptions["order"] = null, product: SubgraphOptions["product"] = null): Subgraph {
  const key = JSON.stringify({ order, product });
  const subgraph = printed.get(key) ?? { name: "shipping", typeDefs: parse(printSubgraph({ order, product })) };
  printed.set(key, subgraph);
  return subgraph;
}
const neighbours = readdirSync(folder).map((file) => file.replace(/\.graphql$/, ""));

/** Where a neighbour has orders without shipments of their own. */
const orderTypes: Record<string, string> = { orders: "Order", "saleor-like": "Order", "vendure-like": "Order" };

/** They have cases of their own. */
const giveToShipping = ["catalog", "sales-orders"];
const alone = neighbours.filter((name) => !giveToShipping.includes(name));

const cases = composers.flatMap(([composer, compose]) =>
  alone.map((name) => ({ composer, compose, name, orderType: orderTypes[name] })),
);

it("there are neighbours to compose with", () => {
  expect(neighbours).toEqual([
    ...["catalog", "magento-like", "orders", "saleor-like", "sales-orders", "trivial", "vendure-like"],
  ]);
});

it.each(cases)("$composer composer joins the core with the subgraph $name", ({ compose, name }) => {
  expect(compose([shipping(), neighbour(name)]).errors).toEqual([]);
});

it.each(cases.filter(({ orderType }) => orderType))(
  "$composer composer adds the shipments to the orders of $name",
  ({ compose, name, orderType }) => {
    const order = { typeName: orderType ?? "", keyField: "id" };
    expect(compose([shipping(order), neighbour(name)]).errors).toEqual([]);
  },
);

describe.each(composers)("%s composer joins what is added to neighbours' types", (_, compose) => {
  const product = { typeName: "Product", keyField: "id", answerWithinMs: 1_000 };
  const [core, orders, salesOrders, catalog] = [null, "orders", "sales-orders", "catalog"].map((name) =>
    name === null ? shipping() : neighbour(name),
  );
  const order = (typeName: string, keyField: string) => ({ typeName, keyField, optionsWithinMs: 1_000 });

  it("nothing of it", () => {
    expect(compose([core!, orders!, catalog!]).errors).toEqual([]);
  });

  it("all of it", () => {
    expect(compose([shipping(order("Order", "id"), product), orders!, catalog!]).errors).toEqual([]);
  });

  it("each alone, and orders of another name and key", () => {
    expect(compose([shipping(null, product), catalog!]).errors).toEqual([]);
    expect(compose([shipping(order("SalesOrder", "number")), salesOrders!]).errors).toEqual([]);
    expect(compose([shipping(order("SalesOrder", "number"), product), salesOrders!, catalog!]).errors).toEqual([]);
  });

  it("not where the neighbour does not give what is needed", () => {
    expect(compose([shipping(order("Order", "id")), neighbour("vendure-like")]).errors).not.toEqual([]);
  });
});

it.each(composers)("%s composer finds a type of ours that a neighbour has otherwise", (_, compose) => {
  const clash: DocumentNode = parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { box: ShipmentPackage }
    type ShipmentPackage { id: ID! sequence: String! }
  `);
  expect(compose([shipping(), { name: "clash", typeDefs: clash }]).errors).not.toEqual([]);
});

describe("Apollo's composer", () => {
  const order = { typeName: "Order", keyField: "id" };

  it("has no advice about our types", () => {
    expect(withApollo([shipping(order), neighbour("orders")]).hints).toEqual([]);
  });

  it("carries the scopes into the supergraph, and without them nothing that asks a router to check tokens", () => {
    const open: Subgraph = { name: "shipping", typeDefs: parse(printSubgraph({ order, scopes: false })) };
    expect(withApollo([shipping(order), neighbour("orders")]).supergraphSdl).toContain("@requiresScopes(");
    expect(withApollo([open, neighbour("orders")])).toMatchObject({
      errors: [],
      supergraphSdl: expect.not.stringContaining("requiresScopes"),
    });
  });
});
