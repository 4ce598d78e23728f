import {
  aKey,
  aShipment,
  bought,
  buy,
  draft,
  purchaseBy,
  refused,
  requestCount,
  sql,
  voidShipment,
} from "../support/purchases.js";
import { bookedReturns, buyReturn, returnsOf } from "../support/returns.js";
import { aPackage, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(() => service.control.clearRequests());
afterEach(async () => {
  await service.control.clearFaults();
  await service.control.setPriceFactor(1);
});
afterAll(() => service.close());

const outbound = async (input: Record<string, unknown> = {}) =>
  (await bought(service, { shipment: aShipment(input), labelFormat: "ZPL" })).shipment;

const codes: [string, Record<string, unknown>, boolean][] = [
  ["2", { kind: "PRINT_AND_MAIL" }, false],
  ["3", { kind: "ONE_PICKUP_ATTEMPT" }, false],
  ["5", { kind: "THREE_PICKUP_ATTEMPTS" }, false],
  ["8", { kind: "ELECTRONIC_RETURN_LABEL", email: "returns@example.com" }, false],
  ["9", { kind: "PRINT_RETURN_LABEL" }, true],
  ["10", { kind: "EXCHANGE" }, true],
  ...[1, 2, 3, 4, 5].flatMap((boxNumber): [string, Record<string, unknown>, boolean][] => [
    [String(10 + boxNumber), { kind: "PACK_AND_COLLECT_ONE_ATTEMPT", boxNumber }, false],
    [String(15 + boxNumber), { kind: "PACK_AND_COLLECT_THREE_ATTEMPTS", boxNumber }, false],
  ]),
];

it.each(codes)("buys a return of code %s, with an image where there is one", async (code, returnService, isPrinted) => {
  const before = (await bookedReturns(service)).length;
  const { id } = await outbound({ reference: `out ${code}`, orderId: "order-1" });
  const { purchase, shipment, userErrors } = await buyReturn(service, { outboundShipmentId: id, returnService });
  expect(userErrors).toEqual([]);
  expect(purchase).toMatchObject({ state: "PURCHASED", charges: { currencyCode: "USD" } });
  const label = isPrinted ? { format: "ZPL", isDerived: false, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } : null;
  expect(shipment).toMatchObject({
    ...{ status: "PURCHASED", reference: `out ${code}`, orderId: "order-1", service: { code: "UPS_GROUND" } },
    returnService: { email: null, boxNumber: null, ...returnService },
    outboundShipment: { id },
    shipFrom: { lines: newYork.lines, city: "New York" },
    shipTo: { lines: sanFrancisco.lines, city: "San Francisco" },
    packages: [{ trackingNumber: expect.stringMatching(/^1Z/), voidState: "NOT_VOIDED", label }],
  });
  const [booked, ...more] = (await bookedReturns(service)).slice(before);
  const email = returnService.email ?? "";
  expect([booked, more]).toEqual([{ number: shipment.packages[0].trackingNumber, code, email }, []]);
  expect((await returnsOf(service, id)).returnShipments.map((candidate: { id: string }) => candidate.id)).toEqual([
    shipment.id,
  ]);
});

it("buys a return alone, to the account's own address", async () => {
  const { purchase, shipment } = await buyReturn(service, {
    shipment: { shipFrom: newYork, packages: [aPackage], service: "UPS_GROUND", reference: "RMA 7" },
  });
  expect(purchase.state).toBe("PURCHASED");
  expect(shipment).toMatchObject({
    ...{ reference: "RMA 7", outboundShipment: null, returnService: { kind: "PRINT_RETURN_LABEL" } },
    ...{ shipFrom: { city: "New York" }, shipTo: { city: "San Francisco" } },
    packages: [{ label: { format: "PDF", isDerived: true } }],
  });
});

it("brings chosen packages back, one after the other", async () => {
  const { id, packages } = await outbound({ packages: [aPackage, { ...aPackage, weight: { value: 7, unit: "LB" } }] });
  const back = (index: number) => buyReturn(service, { outboundShipmentId: id, packageIds: [packages[index].id] });
  const first = await back(0);
  const second = await back(1);
  expect([first, second].map(({ purchase }) => purchase.state)).toEqual(["PURCHASED", "PURCHASED"]);
  expect(Number(second.purchase.charges.amount)).toBeGreaterThan(Number(first.purchase.charges.amount));
  expect((await returnsOf(service, id)).returnShipments).toHaveLength(2);
});

it("never buys twice with the same key, and knows when it means something else", async () => {
  const input = { idempotencyKey: aKey(), outboundShipmentId: (await outbound()).id };
  const [first, again] = await Promise.all([buyReturn(service, input), buyReturn(service, input)]);
  expect(again.purchase.id).toBe(first.purchase.id);
  const other = await buyReturn(service, { ...input, returnService: { kind: "EXCHANGE" } });
  expect(other).toEqual(refused({ code: "IDEMPOTENCY_KEY_REUSED", field: "input.idempotencyKey" }));
  expect((await returnsOf(service, input.outboundShipmentId)).returnShipments).toHaveLength(1);
});

it("takes up the return again that an earlier try left behind", async () => {
  const { id } = await outbound();
  await service.control.addFault({ operation: "SHIP", kind: "STATUS", status: 429, times: 30 });
  const failed = await buyReturn(service, { outboundShipmentId: id });
  expect(failed).toMatchObject({ purchase: { state: "NOT_CREATED" }, shipment: { status: "DRAFT" } });
  await service.control.clearFaults();
  const { purchase, shipment } = await buyReturn(service, { outboundShipmentId: id });
  expect([purchase.state, shipment.id]).toEqual(["PURCHASED", failed.shipment.id]);
  expect((await returnsOf(service, id)).returnShipments).toMatchObject([
    { id: shipment.id, purchases: [{ state: "PURCHASED" }, { state: "NOT_CREATED" }] },
  ]);
});

it("adopts an electronic return whose answer was lost, without waiting for an image", async () => {
  const { id } = await outbound();
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  const returnService = { kind: "ELECTRONIC_RETURN_LABEL", email: "returns@example.com" };
  const { purchase } = await buyReturn(service, { outboundShipmentId: id, returnService });
  expect(purchase.state).toBe("UNKNOWN");
  const resolve = `mutation ($id: ID!) {
    resolvePurchase(input: { purchaseId: $id, decision: CHECK_NOW }) { purchase { state } userErrors { code } } }`;
  expect((await service.run(resolve, { id: purchase.id })).resolvePurchase).toEqual({
    purchase: { state: "PURCHASED" },
    userErrors: [],
  });
  const { shipment } = await purchaseBy(service, { id: purchase.id });
  expect(shipment.packages).toMatchObject([{ trackingNumber: expect.stringMatching(/^1Z/), label: null }]);
});

it("prices a return, and buys it by its quote", async () => {
  const returnService = { kind: "ONE_PICKUP_ATTEMPT" };
  const { shippingRates } = await service.run(
    `query ($input: ShippingRatesInput!) {
      shippingRates(input: $input) { quotes { id service { code } price { amount currencyCode } } userErrors { code } } }`,
    { input: { shipFrom: newYork, packages: [aPackage], returnService } },
  );
  const quote = shippingRates.quotes.find(
    (candidate: { service: { code: string } }) => candidate.service.code === "UPS_GROUND",
  );
  const shipment = { rateQuoteId: quote.id, shipFrom: newYork };
  const other = await buyReturn(service, { shipment, returnService: { kind: "EXCHANGE" } });
  expect(other).toEqual(refused({ code: "QUOTE_MISMATCH", field: "input.shipment.rateQuoteId" }));
  const { purchase, shipment: back } = await buyReturn(service, { shipment, returnService });
  expect(purchase).toMatchObject({ state: "PURCHASED", charges: quote.price });
  expect(back).toMatchObject({ shipFrom: { city: "New York" }, shipTo: { city: "San Francisco" } });
});

it("guards the price", async () => {
  const { id } = await outbound();
  const cheap = { outboundShipmentId: id, maxTotalPrice: { amount: "1.00", currencyCode: "USD" } };
  expect(await buyReturn(service, cheap)).toEqual(refused({ code: "PRICE_CHANGED", field: "input.maxTotalPrice" }));
  const unpriced = { ...cheap, returnService: { kind: "PRINT_AND_MAIL" } };
  expect(await buyReturn(service, unpriced)).toEqual(
    refused({ code: "OPTION_NOT_ALLOWED", field: "input.maxTotalPrice" }),
  );
  expect([await requestCount(service, "RATE"), await requestCount(service, "SHIP")]).toEqual([1, 1]);
});

it("buys nothing without a price under a limit on amounts, and says so", async () => {
  const { id } = await outbound();
  const limit = `insert into spend_limit (tenant_id, spender, period, unit, maximum) values ($1, '*', 'DAY', 'USD', 1000)`;
  await sql(service, limit, [service.tenantId]);
  const returnService = { kind: "PRINT_AND_MAIL" };
  const answer = await buyReturn(service, { outboundShipmentId: id, returnService });
  await sql(service, "delete from spend_limit");
  expect(answer).toEqual(refused({ code: "OPTION_NOT_ALLOWED", field: "input.returnService.kind" }));
  expect(await service.control.requests()).toHaveLength(1);
  expect((await buyReturn(service, { outboundShipmentId: id, returnService })).purchase.state).toBe("PURCHASED");
});

it("brings back what UPS has no room to describe, and says what it was told", async () => {
  const description = "Handmade stoneware coffee mugs with saucers";
  const item = { description, quantity: 2 };
  const { id } = await outbound({ packages: [{ ...aPackage, items: [item] }], options: { generateReturnLabel: true } });
  const messagesOf = async (shipmentId: string) => {
    const query = `query ($id: ID!) { shipment(id: $id) {
      purchases { carrierMessages { carrierErrorCode severity text } }
      generatedReturn { state shipment { purchases { carrierMessages { carrierErrorCode severity text } } } } } }`;
    return (await service.run(query, { id: shipmentId })).shipment;
  };
  const warning = {
    ...{ carrierErrorCode: "GOODS_DESCRIPTION_SHORTENED", severity: "WARNING" },
    text: expect.stringContaining('"Returned goods"'),
  };
  expect(await messagesOf(id)).toEqual({
    purchases: [{ carrierMessages: [] }],
    generatedReturn: { state: "PURCHASED", shipment: { purchases: [{ carrierMessages: [warning] }] } },
  });
  const alone = { shipFrom: newYork, packages: [{ ...aPackage, items: [item] }], service: "UPS_GROUND" };
  const { shipment } = await buyReturn(service, { shipment: alone });
  expect((await messagesOf(shipment.id)).purchases).toEqual([{ carrierMessages: [warning] }]);
});

it("counts against the spend limits", async () => {
  const { id } = await outbound();
  const limit = `insert into spend_limit (tenant_id, spender, period, unit, maximum) values ($1, '*', 'DAY', 'LABEL', 0)`;
  await sql(service, limit, [service.tenantId]);
  const answer = await buyReturn(service, { outboundShipmentId: id });
  await sql(service, "delete from spend_limit");
  expect(answer).toEqual(refused({ code: "SPEND_LIMIT_EXCEEDED", field: "input.outboundShipmentId" }));
});

describe("refuses, without asking UPS,", () => {
  let sent: { id: string; packages: { id: string }[] };
  beforeAll(async () => {
    sent = await outbound({ packages: [aPackage, aPackage] });
  });
  afterEach(async () => expect(await service.control.requests()).toEqual([]));

  const firstPackage = () => ({ outboundShipmentId: sent.id, packageIds: [sent.packages[0]?.id] });
  const kind = (returnService: object) => ({ ...firstPackage(), returnService });
  const alone = { shipFrom: newYork, packages: [aPackage], service: "UPS_GROUND" };

  it.each<[string, () => object, { code: string; field: string }]>([
    ["nothing", () => ({}), { code: "REQUIRED", field: "input.outboundShipmentId" }],
    ["both", () => ({ ...firstPackage(), shipment: alone }), { code: "INVALID", field: "input.shipment" }],
    [
      "an unknown outbound",
      () => ({ outboundShipmentId: "shp_1" }),
      { code: "NOT_FOUND", field: "input.outboundShipmentId" },
    ],
    [
      "two packages from the United States",
      () => ({ outboundShipmentId: sent.id }),
      { code: "NOT_ALLOWED", field: "input.packageIds" },
    ],
    [
      "a package of another",
      () => ({ ...firstPackage(), packageIds: ["pkg_1"] }),
      { code: "NOT_FOUND", field: "input.packageIds.0" },
    ],
    ["no package", () => ({ ...firstPackage(), packageIds: [] }), { code: "REQUIRED", field: "input.packageIds" }],
    [
      "packages of no outbound",
      () => ({ shipment: alone, packageIds: ["pkg_1"] }),
      { code: "INVALID", field: "input.packageIds" },
    ],
    [
      "a label to nobody",
      () => kind({ kind: "ELECTRONIC_RETURN_LABEL" }),
      { code: "REQUIRED", field: "input.returnService.email" },
    ],
    [
      "a label to nobody, alone",
      () => ({ shipment: alone, returnService: { kind: "ELECTRONIC_RETURN_LABEL" } }),
      { code: "REQUIRED", field: "input.returnService.email" },
    ],
    [
      "a sixth box",
      () => kind({ kind: "PACK_AND_COLLECT_ONE_ATTEMPT", boxNumber: 6 }),
      { code: "INVALID", field: "input.returnService.boxNumber" },
    ],
    [
      "a service without returns",
      () => ({ ...firstPackage(), service: "UPS_2ND_DAY_AIR_AM" }),
      { code: "NOT_ALLOWED", field: "input.service" },
    ],
    [
      "a reference that is too long",
      () => ({ ...firstPackage(), reference: "x".repeat(36) }),
      { code: "TOO_LONG", field: "input.reference" },
    ],
    [
      "a return from nowhere",
      () => ({ shipment: { ...alone, shipFrom: null } }),
      { code: "REQUIRED", field: "input.shipment.shipFrom" },
    ],
    [
      "a signature",
      () => ({ shipment: { ...alone, options: { signature: "SIGNATURE" } } }),
      { code: "OPTION_NOT_ALLOWED", field: "input.shipment.options.signature" },
    ],
    [
      "a return of the return",
      () => ({ shipment: { ...alone, options: { generateReturnLabel: true } } }),
      { code: "OPTION_NOT_ALLOWED", field: "input.shipment.options.generateReturnLabel" },
    ],
  ])("%s", async (_, input, error) => {
    expect(await buyReturn(service, input() as Record<string, unknown>)).toEqual(refused(error));
  });
});

it("knows no shipment and no package of another tenant", async () => {
  const stranger = { tenantId: service.otherTenantId };
  await seedAccount(service, {}, stranger);
  const foreign = await outbound();
  const { shipment: own } = await buy(service, { shipment: aShipment() }, stranger);
  const ask = (input: Record<string, unknown>) => buyReturn(service, input, stranger);
  expect(await ask({ outboundShipmentId: foreign.id })).toEqual(
    refused({ code: "NOT_FOUND", field: "input.outboundShipmentId" }),
  );
  expect(await ask({ outboundShipmentId: own.id, packageIds: [foreign.packages[0].id] })).toEqual(
    refused({ code: "NOT_FOUND", field: "input.packageIds.0" }),
  );
});

it("refuses the return of a draft, of a return, and of what was voided", async () => {
  const refusal = (code: string) => refused({ code, field: "input.outboundShipmentId" });
  expect(await buyReturn(service, { outboundShipmentId: await draft(service) })).toEqual(refusal("NOT_ALLOWED"));
  const { shipment } = await buyReturn(service, { outboundShipmentId: (await outbound()).id });
  expect(await buyReturn(service, { outboundShipmentId: shipment.id })).toEqual(refusal("NOT_ALLOWED"));
  const { id, packages } = await outbound({ packages: [aPackage, aPackage] });
  await voidShipment(service, { shipmentId: id, packageIds: [packages[0].id] });
  expect(await buyReturn(service, { outboundShipmentId: id, packageIds: [packages[0].id] })).toEqual(
    refused({ code: "ALREADY_VOIDED", field: "input.packageIds.0" }),
  );
  expect((await buyReturn(service, { outboundShipmentId: id })).purchase.state).toBe("PURCHASED");
  await voidShipment(service, { shipmentId: id });
  expect(await buyReturn(service, { outboundShipmentId: id })).toEqual(refusal("NOT_ALLOWED"));
});
