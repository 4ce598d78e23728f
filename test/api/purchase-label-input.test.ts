import { aShipment, bought, buy, draft, type Refusal, refused, sql, voidShipment } from "../support/purchases.js";
import { aPackage, berlin, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

/** Nothing reached UPS, and nothing is left in the database. */
const expectNothingDone = async (shipments: number) => {
  expect(await service.control.requests()).toEqual([]);
  expect(await shipmentCount()).toBe(shipments);
};

const shipmentCount = async () => Number((await sql(service, "select count(*) as n from shipment"))[0].n);

const parts = { shipTo: newYork, packages: [aPackage] };
const long = "x".repeat(36);

describe("checks the input before UPS is asked", () => {
  const to = (change: object) => aShipment({ shipTo: { ...newYork, ...change } });
  const pkg = (change: object) => aShipment({ packages: [aPackage, { ...aPackage, ...change }] });
  const items = (
    name: string,
    change: object,
    code: string,
    place: string,
  ): [string, Record<string, unknown>, Refusal[]][] => [
    [
      `an item with ${name}`,
      { shipment: pkg({ items: [{ description: "Mug", quantity: 1, ...change }] }) },
      [{ code, field: `input.shipment.packages.1.items.0.${place}` }],
    ],
  ];
  it.each<[string, Record<string, unknown>, Refusal[]]>([
    ["an empty key", { idempotencyKey: " " }, [{ code: "REQUIRED", field: "input.idempotencyKey" }]],
    [
      "a key of 256 characters",
      { idempotencyKey: "k".repeat(256) },
      [{ code: "TOO_LONG", field: "input.idempotencyKey" }],
    ],
    ["nothing to buy", { shipment: null }, [{ code: "REQUIRED", field: "input.shipmentId" }]],
    [
      "two things to buy",
      { shipmentId: "shp_1", shipment: aShipment() },
      [{ code: "INVALID", field: "input.shipment" }],
    ],
    ["an unknown draft", { shipmentId: "shp_unknown" }, [{ code: "NOT_FOUND", field: "input.shipmentId" }]],
    ["an unknown quote", { rateQuoteId: "quo_unknown" }, [{ code: "NOT_FOUND", field: "input.rateQuoteId" }]],
    [
      "no recipient",
      { shipment: { packages: [aPackage], service: "UPS_GROUND" } },
      [{ code: "REQUIRED", field: "input.shipment.shipTo" }],
    ],
    [
      "no packages",
      { shipment: aShipment({ packages: [] }) },
      [{ code: "REQUIRED", field: "input.shipment.packages" }],
    ],
    [
      "201 packages",
      { shipment: aShipment({ packages: Array(201).fill(aPackage) }) },
      [{ code: "INVALID", field: "input.shipment.packages" }],
    ],
    [
      "a negative price limit",
      { maxTotalPrice: { amount: "-1", currencyCode: "USD" } },
      [{ code: "INVALID", field: "input.maxTotalPrice.amount" }],
    ],
    ["no service", { shipment: parts }, [{ code: "REQUIRED", field: "input.service" }]],
    ["an unknown service", { service: "UPS_CARRIER_PIGEON" }, [{ code: "INVALID", field: "input.service" }]],
    [
      "a service of another lane",
      { service: "UPS_WORLDWIDE_SAVER" },
      [{ code: "NOT_ALLOWED", field: "input.service" }],
    ],
    ["a long name", { shipment: to({ name: long }) }, [{ code: "TOO_LONG", field: "input.shipment.shipTo.name" }]],
    [
      "a long street line",
      { shipment: to({ lines: ["1 Main St", long] }) },
      [{ code: "TOO_LONG", field: "input.shipment.shipTo.lines.1" }],
    ],
    [
      "a bad postal code",
      { shipment: to({ postalCode: "1000" }) },
      [{ code: "INVALID", field: "input.shipment.shipTo.postalCode" }],
    ],
    [
      "a long reference",
      { shipment: aShipment({ reference: long }) },
      [{ code: "TOO_LONG", field: "input.shipment.reference" }],
    ],
    [
      "a long package reference",
      { shipment: pkg({ reference: long }) },
      [{ code: "TOO_LONG", field: "input.shipment.packages.1.reference" }],
    ],
    [
      "151 lb",
      { shipment: pkg({ weight: { value: 151, unit: "LB" } }) },
      [{ code: "INVALID", field: "input.shipment.packages.1.weight.value" }],
    ],
    [
      "a weight of zero",
      { shipment: pkg({ weight: { value: 0 } }) },
      [{ code: "INVALID", field: "input.shipment.packages.1.weight.value" }],
    ],
    [
      "a side of zero",
      { shipment: pkg({ dimensions: { length: 10, width: 0, height: 4 } }) },
      [{ code: "INVALID", field: "input.shipment.packages.1.dimensions.width" }],
    ],
    [
      "109 inches",
      { shipment: pkg({ dimensions: { length: 109, width: 2, height: 2, unit: "IN" } }) },
      [{ code: "INVALID", field: "input.shipment.packages.1.dimensions.length" }],
    ],
    [
      "Collect on Delivery together with a signature",
      {
        shipment: aShipment({
          options: { collectOnDelivery: { amount: "10", currencyCode: "USD" }, signature: "SIGNATURE" },
        }),
      },
      [{ code: "OPTION_NOT_ALLOWED", field: "input.shipment.options.collectOnDelivery" }],
    ],
    [
      "a return label of two packages, which UPS sells for one at a time",
      { shipment: aShipment({ packages: [aPackage, aPackage], options: { generateReturnLabel: true } }) },
      [{ code: "OPTION_NOT_ALLOWED", field: "input.shipment.options.generateReturnLabel" }],
    ],
    [
      "a third party without an account",
      { shipment: aShipment({ options: { payer: "THIRD_PARTY", payerPostalCode: "10007" } }) },
      [
        { code: "REQUIRED", field: "input.shipment.options.payerAccountNumber" },
        { code: "REQUIRED", field: "input.shipment.options.payerCountryCode" },
      ],
    ],
    [
      "Saturday by Ground",
      { shipment: aShipment({ options: { isSaturdayDelivery: true } }) },
      [{ code: "OPTION_NOT_ALLOWED", field: "input.shipment.options.isSaturdayDelivery" }],
    ],
    ...items("no description", { description: " " }, "REQUIRED", "description"),
    ...items("a quantity of zero", { quantity: 0 }, "INVALID", "quantity"),
    ...items("a weight below zero", { weight: { value: -1 } }, "INVALID", "weight.value"),
    ...items("a value below zero", { unitValue: { amount: "-1", currencyCode: "USD" } }, "INVALID", "unitValue.amount"),
    ...items("a long description", { description: "d".repeat(256) }, "TOO_LONG", "description"),
    ...items("a long key of the product", { productId: "p".repeat(256) }, "TOO_LONG", "productId"),
    [
      "a long key of the order",
      { shipment: aShipment({ orderId: "o".repeat(256) }) },
      [{ code: "TOO_LONG", field: "input.shipment.orderId" }],
    ],
    [
      "a long key of the client's",
      { shipment: aShipment({ clientReference: "c".repeat(256) }) },
      [{ code: "TOO_LONG", field: "input.shipment.clientReference" }],
    ],
    [
      "several faults at once",
      { shipment: aShipment({ reference: long, shipTo: { ...newYork, city: "", postalCode: "1" } }) },
      [
        { code: "TOO_LONG", field: "input.shipment.reference" },

        { code: "INVALID", field: "input.shipment.shipTo.postalCode" },
        { code: "REQUIRED", field: "input.shipment.shipTo.city" },
      ],
    ],
  ])("refuses %s", async (_, input, errors) => {
    const before = await shipmentCount();
    const answer = await buy(service, {
      shipment: aShipment(),
      ...input,
      ...(input.shipmentId === "shp_unknown" && { shipment: null }),
    });
    expect(answer).toEqual(refused(...errors));
    await expectNothingDone(before);
  });
});

it("tells a draft's own faults under its id, with the place inside it", async () => {
  const shipmentId = await draft(service, { shipTo: berlin, service: null });
  const { purchase, userErrors } = await buy(service, { shipmentId, service: "UPS_WORLDWIDE_SAVER" });
  expect(purchase).toBeNull();
  expect(userErrors).toEqual([
    {
      ...{ code: "REQUIRED", field: ["input", "shipmentId"], carrierErrorCode: null },
      message: expect.stringMatching(/^packages\.0\.items: \S/),
    },
  ]);
});

it("buys again after a void though the day it was meant for has passed", async () => {
  const shipDate = new Date().toISOString().slice(0, 10);
  const { shipment } = await bought(service, { shipment: aShipment({ shipDate }), labelFormat: "ZPL" });
  await voidShipment(service, { shipmentId: shipment.id });
  await sql(service, "update shipment set ship_date = '2020-01-01' where id = $1", [shipment.id]);
  expect((await bought(service, { shipmentId: shipment.id, labelFormat: "ZPL" })).shipment.id).toBe(shipment.id);
});

it.each([
  ["half a surrogate pair in an address", { shipTo: { ...newYork, name: "a\ud800" } }, ["shipTo", "name"]],
  ["a NUL character in a reference", { reference: "a\u0000b" }, ["reference"]],
])("refuses %s, which nothing prints, by its field", async (_, change, field) => {
  const { userErrors } = await buy(service, { shipment: aShipment(change) });
  expect(userErrors).toMatchObject([{ code: "INVALID", field: ["input", "shipment", ...field] }]);
  expect(await service.control.requests()).toEqual([]);
});

it("calls a NUL character in the key bad input", async () => {
  const input = { idempotencyKey: "a\u0000b", shipment: aShipment() };
  const mutation = `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) { userErrors { code } } }`;
  const { errors } = await service.execute(mutation, { input });
  expect(errors?.map((error) => (error.originalError as { code?: string }).code)).toEqual(["BAD_USER_INPUT"]);
  expect(await service.control.requests()).toEqual([]);
});

it.each(["\u0000", "\n", "\u001b"])("names by its path a text that cannot be printed: %j", async (sign) => {
  const shipment = aShipment({ shipTo: { ...newYork, name: `a${sign}b` } });
  const { purchase, userErrors } = await buy(service, { shipment });
  expect(purchase).toBeNull();
  expect(userErrors).toMatchObject([{ code: "INVALID", field: ["input", "shipment", "shipTo", "name"] }]);
  expect(await service.control.requests()).toEqual([]);
});
