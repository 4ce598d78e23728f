import { aShipment, bought, buy, draft, sql, voidShipment } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { type As, startTestService, type TestService } from "../support/service.js";

let service: TestService;
let shipment: { id: string; number: string; packages: { id: string; trackingNumber: string; label: { id: string } }[] };
let purchaseId: string;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  const packages = [{ ...aPackage, items: [{ description: "Mug", quantity: 2 }] }];
  const answer = await bought(service, { shipment: aShipment({ packages, reference: "secret margin" }) });
  shipment = answer.shipment;
  purchaseId = answer.purchase.id;
});
afterAll(() => service.close());

const buyer: As = { scopes: ["quote"] };
const codesOf = (errors: readonly { originalError?: unknown }[] | undefined) =>
  errors?.map((error) => (error.originalError as { code?: string } | undefined)?.code);

describe("a storefront's token", () => {
  it("sees number, status, tracking and items of a shipment", async () => {
    const query = `query ($id: ID!) { shipment(id: $id) {
      id number status direction createdAt orderId service { code name }
      packages { id trackingNumber trackingUrl voidState items { description quantity } } } }`;
    const [pkg] = shipment.packages;
    expect(await service.run(query, { id: shipment.id }, buyer)).toEqual({
      shipment: {
        ...{ id: shipment.id, number: shipment.number, status: "PURCHASED", direction: "OUTBOUND", orderId: null },
        createdAt: expect.stringMatching(/^\d{4}-/),
        service: { code: "UPS_GROUND", name: expect.stringContaining("Ground") },
        packages: [
          {
            ...{ id: pkg?.id, trackingNumber: pkg?.trackingNumber, voidState: "NOT_VOIDED" },
            trackingUrl: expect.stringContaining(pkg?.trackingNumber as string),
            items: [{ description: "Mug", quantity: 2 }],
          },
        ],
      },
    });
  });

  it("sees neither drafts nor what was voided", async () => {
    const voided = (await bought(service)).shipment.id;
    await voidShipment(service, { shipmentId: voided });
    for (const id of [await draft(service), voided])
      expect(await service.run(`query ($id: ID!) { shipment(id: $id) { id } }`, { id }, buyer)).toEqual({
        shipment: null,
      });
  });

  it.each([
    ["shipFrom { city }"],
    ["shipTo { city }"],
    ["reference"],
    ["shippingMethod { id }"],
    ["carrierAccount { id }"],
    ["environment"],
    ["options { payer }"],
    ["purchases { id }"],
    ["charges { actual { amount } }"],
    ["labelsDocument { url }"],
  ])("is refused %s of a shipment", async (field) => {
    const { data, errors } = await service.execute(
      `query ($id: ID!) { shipment(id: $id) { id ${field} } }`,
      { id: shipment.id },
      buyer,
    );
    expect(codesOf(errors)).toEqual(["FORBIDDEN"]);
    expect(data?.shipment).toEqual({ id: shipment.id, [field.split(" ")[0] as string]: null });
  });

  it.each([
    ["label { id }"],
    ["weight { value }"],
    ["dimensions { length }"],
    ["declaredValue { amount }"],
    ["reference"],
    ["packageType { code }"],
  ])("is refused %s of a package", async (field) => {
    const { data, errors } = await service.execute(
      `query ($id: ID!) { shipment(id: $id) { packages { id ${field} } } }`,
      { id: shipment.id },
      buyer,
    );
    expect(codesOf(errors)).toEqual(["FORBIDDEN"]);
    expect(JSON.stringify(data)).not.toMatch(/lab_|2\.5|secret/);
  });

  it.each([
    ["shipments", `{ shipments { nodes { id } } }`],
    ["shippingLabel", `query ($label: ID!) { shippingLabel(id: $label) { id } }`],
    ["shippingLabels", `{ shippingLabels { nodes { id } } }`],
    ["labelPurchase", `query ($purchase: ID!) { labelPurchase(id: $purchase) { id } }`],
    ["stuckPurchases", `{ stuckPurchases { nodes { id } } }`],
    ["createShipment", `mutation { createShipment(input: {}) { shipment { id } } }`],
    ["updateShipment", `mutation ($id: ID!) { updateShipment(input: { shipmentId: $id }) { shipment { id } } }`],
    ["deleteShipment", `mutation ($id: ID!) { deleteShipment(input: { shipmentId: $id }) { deletedShipmentId } }`],
    [
      "purchaseLabel",
      `mutation ($id: ID!) { purchaseLabel(input: { idempotencyKey: "k", shipmentId: $id }) { purchase { id } } }`,
    ],
    ["voidShipment", `mutation ($id: ID!) { voidShipment(input: { shipmentId: $id }) { shipment { id } } }`],
    [
      "markLabelsPrinted",
      `mutation ($label: ID!) { markLabelsPrinted(input: { labelIds: [$label] }) { labels { id } } }`,
    ],
    [
      "resolvePurchase",
      `mutation ($purchase: ID!) { resolvePurchase(input: { purchaseId: $purchase, decision: CHECK_NOW }) { purchase { id } } }`,
    ],
  ])("is refused %s", async (field, source) => {
    const all = { id: shipment.id, label: shipment.packages[0]?.label.id, purchase: purchaseId };
    const variables = Object.fromEntries(Object.entries(all).filter(([name]) => source.includes(`$${name}:`)));
    await service.control.clearRequests();
    const { data, errors } = await service.execute(source, variables, buyer);
    expect(codesOf(errors)).toEqual(["FORBIDDEN"]);
    expect(data).toEqual({ [field]: null });
    expect(await service.control.requests()).toEqual([]);
  });
});

it("a token to read cannot spend, and a token to spend cannot read", async () => {
  const input = { idempotencyKey: "k", shipment: aShipment() };
  const mutation = `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) { userErrors { code } } }`;
  expect(codesOf((await service.execute(mutation, { input }, { scopes: ["read"] })).errors)).toEqual(["FORBIDDEN"]);
  const query = `query ($id: ID!) { shipment(id: $id) { id } }`;
  expect(codesOf((await service.execute(query, { id: shipment.id }, { scopes: ["ship"] })).errors)).toEqual([
    "FORBIDDEN",
  ]);
});

it("nobody without a token sees or does anything", async () => {
  const query = `query ($id: ID!) { shipment(id: $id) { id } }`;
  const { data, errors } = await service.execute(query, { id: shipment.id }, { tenantId: null });
  expect([data, codesOf(errors)]).toEqual([{ shipment: null }, ["UNAUTHENTICATED"]]);
});

describe("another tenant", () => {
  const stranger = (): As => ({ tenantId: service.otherTenantId });
  beforeAll(() => seedAccount(service, { accountNumber: "Z9Y8X7" }, stranger()));

  it("reads nothing by our ids", async () => {
    const query = `query ($id: ID!, $label: ID!, $purchase: ID!) {
      shipment(id: $id) { id } shippingLabel(id: $label) { id } labelPurchase(id: $purchase) { id }
      shipments { nodes { id } } shippingLabels { nodes { id } } stuckPurchases { nodes { id } } }`;
    const ids = { id: shipment.id, label: shipment.packages[0]?.label.id, purchase: purchaseId };
    const none = { nodes: [] };
    expect(await service.run(query, ids, stranger())).toEqual({
      ...{ shipment: null, shippingLabel: null, labelPurchase: null },
      ...{ shipments: none, shippingLabels: none, stuckPurchases: none },
    });
  });

  it("changes, buys and voids nothing of ours", async () => {
    const mine = await draft(service);
    await service.control.clearRequests();
    const input = { shipmentId: shipment.id };
    const { updateShipment, deleteShipment, markLabelsPrinted, resolvePurchase } = await service.run(
      `mutation ($id: ID!, $label: ID!, $purchase: ID!) {
        updateShipment(input: { shipmentId: $id }) { userErrors { code } }
        deleteShipment(input: { shipmentId: $id }) { userErrors { code } }
        markLabelsPrinted(input: { labelIds: [$label] }) { userErrors { code } }
        resolvePurchase(input: { purchaseId: $purchase, decision: NOT_CREATED }) { userErrors { code } } }`,
      { id: mine, label: shipment.packages[0]?.label.id, purchase: purchaseId },
      stranger(),
    );
    const notFound = { userErrors: [{ code: "NOT_FOUND" }] };
    expect([updateShipment, deleteShipment, markLabelsPrinted, resolvePurchase]).toEqual(Array(4).fill(notFound));
    expect((await voidShipment(service, input, stranger())).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await buy(service, { shipmentId: mine }, stranger())).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await service.control.requests()).toEqual([]);
  });

  it("has keys of its own: the same one buys for both", async () => {
    const input = { idempotencyKey: "shared key", shipment: aShipment() };
    const ours = await buy(service, input);
    const theirs = await buy(service, input, stranger());
    expect([ours, theirs].map((answer) => answer.purchase.state)).toEqual(["PURCHASED", "PURCHASED"]);
    expect(theirs.purchase.id).not.toBe(ours.purchase.id);
    expect(
      (await sql(service, "select count(*) as n from label_purchase where id = $1", [theirs.purchase.id]))[0].n,
    ).toBe("0");
  });
});
