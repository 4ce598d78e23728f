import { parse } from "graphql";
import { printSubgraph } from "../../src/subgraph.js";
import { addPublished } from "../support/delivery.js";
import { startGateway } from "../support/gateway.js";
import { startTestHttpServer } from "../support/http.js";
import { type Neighbour, startNeighbour } from "../support/neighbour-subgraph.js";
import { addAccount } from "../support/rate-setup.js";
import { newYork } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const order = { typeName: "SalesOrder", keyField: "number", optionsWithinMs: 20_000 };
const product = { typeName: "Product", keyField: "id", answerWithinMs: 20_000 };
const routerSecret = "the-router-and-nobody-else-knows-this";
const { city, region, postalCode, countryCode } = newYork;

const products = Array.from({ length: 48 }, (_, index) => ({
  ...{ id: String(index), name: `Product ${index}` },
  shippingWeight: index === 7 ? null : { value: 0.1 * 1.14 ** index, unit: "KG" },
}));
const salesOrder = {
  number: "SO-1",
  shippingItems: [{ productId: "1", sku: "MUG-01", quantity: 2, weight: { value: 1.5, unit: "LB" } }],
  shippingDestination: { city, region, postalCode, countryCode },
};

let service: TestService;
let gateway: Awaited<ReturnType<typeof startGateway>>;
const started: { stop(): Promise<unknown> }[] = [];

beforeAll(async () => {
  service = await startTestService({ order, product });
  const tenant = { deps: service.deps, tenantId: service.tenantId };
  const account = await addAccount(tenant);
  await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
  const http = await startTestHttpServer({
    schema: service.schema,
    createContext: () => service.context({ scopes: ["quote"] }),
    authenticate: async () => service.context({ scopes: ["quote"] }).caller,
    routerSecrets: [routerSecret],
  });
  const neighbours: Neighbour[] = [
    await startNeighbour("catalog", { Query: { products: () => products } }),
    await startNeighbour("sales-orders", { Query: { salesOrder: () => salesOrder } }),
  ];
  const typeDefs = parse(printSubgraph({ order, product, scopes: false }));
  gateway = await startGateway(
    [{ name: "shipping", typeDefs, url: `${http.local}/graphql` }, ...neighbours],
    routerSecret,
  );
  started.push(gateway, http, ...neighbours);
});
afterAll(async () => {
  for (const part of started) await part.stop();
  await service?.close();
});
beforeEach(() => service.control.clearRequests());

const rateCalls = async () => (await service.control.requests()).filter(({ operation }) => operation === "RATE").length;

it("a router brings the weights of a page of 48 products, which cost six calls at most", async () => {
  const source = `query ($postalCode: String!, $countryCode: String!) { products(first: 48) {
    name shippingEstimate(postalCode: $postalCode, countryCode: $countryCode) { amount currencyCode } } }`;
  const { data, errors } = await gateway.execute(source, { postalCode, countryCode }, "Bearer buyer");
  expect(errors).toBeUndefined();
  const without = data.products.filter(({ shippingEstimate }: { shippingEstimate: unknown }) => !shippingEstimate);
  expect([data.products.length, without]).toEqual([48, [{ name: "Product 7", shippingEstimate: null }]]);
  expect(await rateCalls()).toBeGreaterThan(3);
  expect(await rateCalls()).toBeLessThanOrEqual(6);
});

it("a router brings the items and the destination of an order of another name and key", async () => {
  const source = `{ salesOrder(number: "SO-1") { number shipments { id }
    deliveryOptions(channel: "web") { options { name price { amount currencyCode } } userErrors { code } } } }`;
  const { data, errors } = await gateway.execute(source, {}, "Bearer buyer");
  expect(errors).toBeUndefined();
  expect(data.salesOrder).toEqual({
    number: "SO-1",
    shipments: [],
    deliveryOptions: {
      options: [{ name: "By road", price: { amount: "15.36", currencyCode: "USD" } }],
      userErrors: [],
    },
  });
  expect(await rateCalls()).toBe(1);
});
