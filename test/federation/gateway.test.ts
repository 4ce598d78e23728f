import type { IncomingHttpHeaders } from "node:http";
import { parse } from "graphql";
import type { Caller, Scope } from "../../src/security/scopes.js";
import { printSubgraph } from "../../src/subgraph.js";
import { startGateway } from "../support/gateway.js";
import { nobody, startTestHttpServer } from "../support/http.js";
import { startOrdersSubgraph } from "../support/orders-subgraph.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { buyLabel } from "../support/seed-entities.js";
import { startTestService, type TestService } from "../support/service.js";

const shipmentFields = `
  number
  status
  packages { sequence trackingNumber label { id format sha256 trackingNumber file { contentType byteLength } } }
`;
const orderQuery = `query ($id: ID!) { order(id: $id) { number shipments { ${shipmentFields} } } }`;
const shipmentQuery = `query ($id: ID!) { shipment(id: $id) { ${shipmentFields} } }`;
const lastShipmentQuery = `query ($id: ID!) { order(id: $id) { number lastShipment { id number } } }`;
const voidMutation = `mutation ($id: ID!) {
  voidShipment(input: { shipmentId: $id }) { shipment { id } userErrors { code field } }
}`;

const purchaseMutation = `mutation ($input: PurchaseLabelInput!) {
  purchaseLabel(input: $input) {
    purchase { state charges { amount } carrierRequests { operation } }
    shipment { ${shipmentFields} carrierAccount { name } }
    userErrors { code field }
  }
}`;

const order = { typeName: "Order", keyField: "id" };
const routerSecret = "the-router-and-nobody-else-knows-this";
const staff = "Bearer read ship";
const buyer = "Bearer quote";
const shipper = "Bearer ship";

let service: TestService;
let shipmentId: string;
let http: Awaited<ReturnType<typeof startTestHttpServer>>;
let orders: Awaited<ReturnType<typeof startOrdersSubgraph>>;
let gateway: Awaited<ReturnType<typeof startGateway>>;

/** Takes the scopes from the token as it stands: verifying tokens has tests of its own. */
const authenticate = async ({ authorization }: IncomingHttpHeaders): Promise<Caller> => {
  const [, granted] = /^Bearer (.+)$/.exec(authorization ?? "") ?? [];
  if (granted === undefined) return nobody;
  const { tenantId } = service;
  return { kind: "user", tenantId, scopes: new Set(granted.split(" ") as Scope[]), subject: "somebody" };
};

beforeAll(async () => {
  service = await startTestService({ order });
  await seedAccount(service);
  shipmentId = (await buyLabel(service, "1001")).shipment.id;
  http = await startTestHttpServer({
    schema: service.schema,
    createContext: ({ tenantId, scopes }) => service.context({ tenantId, scopes: [...scopes] }),
    authenticate,
    routerSecrets: [routerSecret],
    introspection: ["router"],
  });
  orders = await startOrdersSubgraph([
    { id: "1001", number: "SO-1", lastShipment: { __typename: "Shipment", id: shipmentId } },
    { id: "1002", number: "SO-2", lastShipment: { __typename: "Shipment", id: "shp_long_gone" } },
  ]);
  // Apollo's JavaScript gateway starts with no supergraph that asks it to check scopes; the subgraph checks them.
  const typeDefs = parse(printSubgraph({ order, scopes: false }));
  const shipping = { name: "shipping", typeDefs, url: `${http.local}/graphql` };
  gateway = await startGateway([shipping, orders], routerSecret);
});
afterAll(async () => {
  await gateway?.stop();
  await orders?.stop();
  await http?.stop();
  await service?.close();
});

it("goes from an order to its shipments, packages and labels, with the data that we give directly", async () => {
  const direct = await service.run(shipmentQuery, { id: shipmentId });
  expect(direct.shipment.packages).toHaveLength(1);
  expect(await gateway.execute(orderQuery, { id: "1001" }, staff)).toEqual({
    data: { order: { number: "SO-1", shipments: [direct.shipment] } },
    errors: undefined,
  });
});

it("an order that we know nothing of has an empty list of shipments", async () => {
  expect(await gateway.execute(orderQuery, { id: "1002" }, staff)).toEqual({
    data: { order: { number: "SO-2", shipments: [] } },
    errors: undefined,
  });
});

it("completes a shipment that a neighbour knows by its id", async () => {
  const { data } = await gateway.execute(lastShipmentQuery, { id: "1001" }, staff);
  expect(data.order.lastShipment).toEqual({ id: shipmentId, number: expect.any(String) });
});

it("a shipment that is gone erases nothing else of the order", async () => {
  const { data } = await gateway.execute(lastShipmentQuery, { id: "1002" }, staff);
  expect(data).toEqual({ order: { number: "SO-2", lastShipment: null } });
});

it("shows buyers the tracking number and keeps the label from them", async () => {
  const { data, errors } = await gateway.execute(orderQuery, { id: "1001" }, buyer);
  const [pkg] = data.order.shipments[0].packages;
  expect(pkg).toEqual({ sequence: 1, trackingNumber: expect.stringMatching(/^1Z/), label: null });
  expect(errors).toEqual([expect.objectContaining({ extensions: expect.objectContaining({ code: "FORBIDDEN" }) })]);
});

it("gives who may only buy the whole of what was bought", async () => {
  const shipment = { service: "UPS_GROUND", shipTo: newYork, packages: [aPackage], orderId: "1003" };
  const { data, errors } = await gateway.execute(
    purchaseMutation,
    { input: { idempotencyKey: "k", shipment } },
    shipper,
  );
  expect(errors).toBeUndefined();
  expect(data.purchaseLabel).toMatchObject({
    purchase: { state: "PURCHASED", carrierRequests: [{ operation: "SHIP" }] },
    shipment: { packages: [{ label: { trackingNumber: expect.stringMatching(/^1Z/) } }], carrierAccount: {} },
    userErrors: [],
  });
});

it("lets who may only buy look nothing up, by query or by a neighbour's reference", async () => {
  const found = await gateway.execute(shipmentQuery, { id: shipmentId }, shipper);
  expect(found.data).toEqual({ shipment: null });
  expect(found.errors).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code: "FORBIDDEN" }) }),
  ]);
  const { data, errors } = await gateway.execute(lastShipmentQuery, { id: "1001" }, shipper);
  expect(data).toEqual({ order: { number: "SO-1", lastShipment: null } });
  expect(errors).toEqual([expect.objectContaining({ extensions: expect.objectContaining({ code: "FORBIDDEN" }) })]);
});

it("gives what the caller can put right as data, which no router redacts", async () => {
  const { data, errors } = await gateway.execute(voidMutation, { id: "shp_unknown" }, staff);
  expect(errors).toBeUndefined();
  expect(data.voidShipment).toEqual({
    shipment: null,
    userErrors: [{ code: "NOT_FOUND", field: ["input", "shipmentId"] }],
  });
});

it("tells the caller's mistakes from ours: without a token the order stays and its shipments are null", async () => {
  const { data, errors } = await gateway.execute(orderQuery, { id: "1001" });
  expect(data).toEqual({ order: { number: "SO-1", shipments: null } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED" });
});

it("answers nobody but the router", async () => {
  const answer = await http.query("{ carriers { code } }", { authorization: staff });
  expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
});
