import { aKey, aShipment, bought, buy, draft, purchaseBy, requestCount } from "../support/purchases.js";
import { addMethod, toronto } from "../support/rate-setup.js";
import { aPackage, berlin, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

const aBought = (packageCount: number, format: string, serviceCode = "UPS_GROUND") => ({
  purchase: {
    id: expect.stringMatching(/^lpu_/),
    state: "PURCHASED",
    retryAfterSeconds: null,
    carrierReference: expect.stringMatching(/^S[0-9A-Z]{13}$/),
    charges: { amount: expect.stringMatching(/^\d+\.\d\d$/), currencyCode: "USD" },
  },
  shipment: {
    id: expect.stringMatching(/^shp_/),
    number: expect.stringMatching(/^S-[0-9A-Z]{8}$/),
    status: "PURCHASED",
    service: { code: serviceCode },
    packages: Array.from({ length: packageCount }, () => ({
      id: expect.stringMatching(/^pkg_/),
      trackingNumber: expect.stringMatching(/^1Z0A1B2C[0-9A-Z]{10}$/),
      voidState: "NOT_VOIDED",
      label: { id: expect.stringMatching(/^lab_/), format, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })),
  },
  userErrors: [],
});

const ratesFor = async (input: Record<string, unknown>) => {
  const { shippingRates } = await service.run(
    `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
      quotes { id isSaturdayDelivery service { code } price { amount currencyCode } } userErrors { message } } }`,
    { input },
  );
  return shippingRates.quotes as { id: string; isSaturdayDelivery: boolean; service: { code: string } }[];
};

const parts = (() => {
  const { service: _, ...rest } = aShipment();
  return rest;
})();

it("buys the first label in one call", async () => {
  const answer = await buy(service);
  expect(answer).toEqual(aBought(1, "PDF"));
  const [booked] = (await service.control.ledger()).slice(-1);
  expect({ ...booked, packages: booked?.packages.map((pkg) => pkg.trackingNumber) }).toMatchObject({
    references: [answer.purchase.carrierReference],
    packages: [answer.shipment.packages[0].trackingNumber],
    total: answer.purchase.charges,
    voidedAt: null,
  });
});

it("buys a draft as it was saved", async () => {
  const shipmentId = await draft(service, { service: "UPS_2ND_DAY_AIR" });
  const answer = await buy(service, { shipmentId });
  expect(answer).toEqual(aBought(1, "PDF", "UPS_2ND_DAY_AIR"));
  expect(answer.shipment.id).toBe(shipmentId);
});

it("buys a draft with another service than it was saved with", async () => {
  const answer = await buy(service, { shipmentId: await draft(service), service: "UPS_NEXT_DAY_AIR" });
  expect(answer).toEqual(aBought(1, "PDF", "UPS_NEXT_DAY_AIR"));
});

it("buys a quote without anything typed again", async () => {
  const quotes = await ratesFor(parts);
  const quote = quotes.find((candidate) => candidate.service.code === "UPS_GROUND") as { id: string; price?: unknown };
  const answer = await buy(service, { shipment: { rateQuoteId: quote.id } });
  expect(answer).toEqual(aBought(1, "PDF"));
  expect(answer.purchase.charges).toEqual(quote.price);
});

it("buys the quote that a draft was rated with", async () => {
  const shipmentId = await draft(service, { service: null });
  const quotes = await ratesFor({ shipmentId });
  const quote = quotes.find((candidate) => candidate.service.code === "UPS_NEXT_DAY_AIR");
  expect(await buy(service, { shipmentId, rateQuoteId: quote?.id })).toEqual(aBought(1, "PDF", "UPS_NEXT_DAY_AIR"));
});

const shipOptions = async () => {
  const ship = (await service.control.requests()).find((request) => request.operation === "SHIP");
  const body = ship?.body as { ShipmentRequest: { Shipment: { ShipmentServiceOptions?: object } } };
  return body.ShipmentRequest.Shipment.ShipmentServiceOptions;
};

const nextDayOf = (quotes: Awaited<ReturnType<typeof ratesFor>>, isSaturdayDelivery: boolean) =>
  quotes.find((quote) => quote.isSaturdayDelivery === isSaturdayDelivery && quote.service.code === "UPS_NEXT_DAY_AIR")
    ?.id;

it.each([
  [true, { SaturdayDeliveryIndicator: "" }],
  [false, undefined],
])("buys a quote for the day it was made for (Saturday: %p)", async (isSaturday, options) => {
  const quotes = await ratesFor({ ...parts, options: { isSaturdayDelivery: true } });
  const answer = await buy(service, { shipment: { rateQuoteId: nextDayOf(quotes, isSaturday) } });
  expect(answer).toEqual(aBought(1, "PDF", "UPS_NEXT_DAY_AIR"));
  expect(await shipOptions()).toEqual(options);
});

it.each([
  [true, { SaturdayDeliveryIndicator: "" }],
  [false, undefined],
])("buys a draft's quote for the day it was made for (Saturday: %p)", async (isSaturday, options) => {
  const shipmentId = await draft(service, { service: null, options: { isSaturdayDelivery: true } });
  const rateQuoteId = nextDayOf(await ratesFor({ shipmentId }), isSaturday);
  const answer = await buy(service, { shipmentId, rateQuoteId });
  expect(answer).toEqual(aBought(1, "PDF", "UPS_NEXT_DAY_AIR"));
  expect(await shipOptions()).toEqual(options);
});

it("buys with what a shipping method brings: account, service, units and label format", async () => {
  const method = await addMethod(service, accountId, { service: "UPS_3_DAY_SELECT", labelFormat: "ZPL" });
  const shipment = { ...parts, shippingMethodId: method.id };
  expect(await buy(service, { shipment })).toEqual(aBought(1, "ZPL", "UPS_3_DAY_SELECT"));
});

it("buys across a border", async () => {
  const value = { declaredValue: { amount: "40.00", currencyCode: "USD" } };
  const items = [{ description: "Mug", quantity: 1 }];
  const shipment = { shipTo: berlin, service: "UPS_WORLDWIDE_SAVER", packages: [{ ...aPackage, ...value, items }] };
  expect(await buy(service, { shipment })).toEqual(aBought(1, "PDF", "UPS_WORLDWIDE_SAVER"));
});

it("buys to Canada with the values of the items, and pays for no insurance", async () => {
  const shipTo = toronto;
  const priceWith = async (pkg: object) => {
    const packages = [{ ...aPackage, items: [{ description: "Mug", quantity: 2 }], ...pkg }];
    const quotes = await ratesFor({ ...parts, carrierAccountId: accountId, shipTo, packages });
    return (quotes.find((quote) => quote.service.code === "UPS_STANDARD") as { price?: { amount: string } }).price;
  };
  const unitValue = { amount: "150.25", currencyCode: "USD" };
  const items = [{ description: "Mug", quantity: 2, unitValue }];
  const shipment = { shipTo, service: "UPS_STANDARD", packages: [{ ...aPackage, items }] };

  const answer = await buy(service, { shipment });

  expect(answer).toEqual(aBought(1, "PDF", "UPS_STANDARD"));
  expect(answer.purchase.charges).toEqual(await priceWith({}));
  const declaredValue = { amount: "300.50", currencyCode: "USD" };
  expect(Number((await priceWith({ declaredValue }))?.amount)).toBeGreaterThan(Number(answer.purchase.charges.amount));
  const ship = (await service.control.requests()).find((request) => request.operation === "SHIP");
  expect(ship?.body).toMatchObject({
    ShipmentRequest: { Shipment: { InvoiceLineTotal: { CurrencyCode: "USD", MonetaryValue: "300.50" } } },
  });
});

it("names the items when the value of goods to Canada is missing", async () => {
  const packages = [{ ...aPackage, items: [{ description: "Mug", quantity: 2 }] }];
  const answer = await buy(service, { shipment: { shipTo: toronto, service: "UPS_STANDARD", packages } });
  expect(answer).toEqual({
    purchase: null,
    shipment: null,
    userErrors: [
      {
        code: "REQUIRED",
        message: expect.stringMatching(/unitValue.*declaredValue/),
        field: ["input", "shipment", "packages", "0", "items"],
        carrierErrorCode: null,
      },
    ],
  });
});

it.each(["PDF", "ZPL", "EPL", "SPL", "GIF"])("gives the label as %s", async (labelFormat) => {
  expect(await buy(service, { labelFormat })).toEqual(aBought(1, labelFormat));
});

it.each([2, 20])("buys a shipment of %i packages with one request, in their order", async (count) => {
  const packages = Array.from({ length: count }, (_, index) => ({
    ...aPackage,
    weight: { value: index + 1, unit: "LB" },
  }));
  const answer = await buy(service, { shipment: aShipment({ packages }), labelFormat: "ZPL" });
  expect(answer).toEqual(aBought(count, "ZPL"));
  expect(await requestCount(service, "SHIP")).toBe(1);
  const booked = (await service.control.ledger()).at(-1);
  expect(answer.shipment.packages.map((pkg: { trackingNumber: string }) => pkg.trackingNumber)).toEqual(
    booked?.packages.map((pkg) => pkg.trackingNumber),
  );
});

it("buys the 200 packages that UPS takes at most", async () => {
  const packages = Array.from({ length: 200 }, () => aPackage);
  const answer = await buy(service, { shipment: aShipment({ packages }), labelFormat: "ZPL" });
  expect(answer).toEqual(aBought(200, "ZPL"));
  expect(new Set(answer.shipment.packages.map((pkg: { trackingNumber: string }) => pkg.trackingNumber)).size).toBe(200);
});

it("answers the same key and input with the same purchase and buys once", async () => {
  const input = { idempotencyKey: aKey(), shipment: aShipment() };
  const first = await buy(service, input);
  expect(await buy(service, input)).toEqual(first);
  expect(await requestCount(service, "SHIP")).toBe(1);
});

it("takes absent and null for the same input", async () => {
  const idempotencyKey = aKey();
  const first = await bought(service, { idempotencyKey });
  const again = await buy(service, {
    idempotencyKey,
    shipment: aShipment({ options: null, orderId: null }),
    service: null,
  });
  expect(again).toEqual(first);
});

it("puts the carrier's exchanges on record with the purchase", async () => {
  const { purchase } = await bought(service);
  await service.settled();
  const { labelPurchase } = await service.run(
    `query ($id: ID) { labelPurchase(id: $id) { carrierRequests { operation httpStatus carrierErrorCode } } }`,
    { id: purchase.id },
  );
  expect(labelPurchase.carrierRequests).toEqual([{ operation: "SHIP", httpStatus: 200, carrierErrorCode: null }]);
});

it("gives a purchase by its id and by its key, and null for what is unknown", async () => {
  const idempotencyKey = aKey();
  const { purchase } = await bought(service, { idempotencyKey });
  const byId = await purchaseBy(service, { id: purchase.id });
  expect(byId).toMatchObject({ ...purchase, userErrors: [] });
  expect(await purchaseBy(service, { idempotencyKey })).toEqual(byId);
  expect(await purchaseBy(service, { id: "lpu_unknown" })).toBeNull();
  expect(await purchaseBy(service, { idempotencyKey: "never used" })).toBeNull();
  await expect(purchaseBy(service, {})).rejects.toThrow("one of them");
  await expect(purchaseBy(service, { id: purchase.id, idempotencyKey })).rejects.toThrow("one of them");
});
