import { aShipment, requestCount, sql } from "../support/purchases.js";
import { addMethod } from "../support/rate-setup.js";
import { aPackage, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { createShipment, refusedWith, shipmentById, storedAddress } from "../support/shipments.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
afterAll(() => service.close());

const create = async (input: Record<string, unknown>) => (await service.run(createShipment, { input })).createShipment;

const quote = async (input: Record<string, unknown>) => {
  const { shippingRates } = await service.run(
    `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
      quotes { id service { code } price { amount currencyCode } } } }`,
    { input },
  );
  return shippingRates.quotes.find(
    (candidate: { service: { code: string } }) => candidate.service.code === "UPS_GROUND",
  );
};

const item = {
  ...{ productId: "prd_7", sku: "MUG-1", description: "Mug", quantity: 2, hsCode: "691200", originCountryCode: "PT" },
  ...{ unitValue: { amount: "9.50", currencyCode: "USD" }, weight: { value: 0.4, unit: "KG" } },
};

const stored = {
  id: expect.stringMatching(/^shp_/),
  number: expect.stringMatching(/^S-[0-9A-HJKMNP-TV-Z]{8}$/),
  status: "DRAFT",
  orderId: null,
  reference: null,
  createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*(Z|\+00:00)$/),
  environment: "SIMULATOR",
  shipFrom: storedAddress(sanFrancisco),
  shipTo: storedAddress(newYork),
  shippingMethod: null,
  service: { code: "UPS_GROUND", name: expect.stringContaining("Ground") },
  carrierAccount: { id: expect.stringMatching(/^cac_/) },
  packages: [
    {
      id: expect.stringMatching(/^pkg_/),
      weight: { value: 2.5, unit: "LB" },
      dimensions: { length: 10, width: 8, height: 4, unit: "IN" },
      packageType: { code: "UPS_CUSTOMER_PACKAGE" },
      ...{ declaredValue: null, reference: null, trackingNumber: null, trackingUrl: null },
      ...{ voidState: "NOT_VOIDED", label: null, items: [] },
    },
  ],
  options: {
    ...{ payer: "SENDER", payerAccountNumberMasked: null, dutiesPayer: null, signature: "NONE" },
    isSaturdayDelivery: false,
  },
  purchases: [],
  charges: { estimated: null, actual: null, isActualEstimated: false, invoiceable: null },
  labelsDocument: null,
};

it("saves a draft from the account's address, and asks UPS nothing", async () => {
  await service.control.clearRequests();
  const answer = await create(aShipment());
  expect(answer).toEqual({ shipment: stored, userErrors: [] });
  expect(answer.shipment.carrierAccount.id).toBe(accountId);
  expect(await service.control.requests()).toEqual([]);
  expect((await service.run(shipmentById, { id: answer.shipment.id })).shipment).toEqual(answer.shipment);
});

it("keeps all that is given", async () => {
  const packages = [
    {
      ...{ weight: { value: 3, unit: "KG" }, dimensions: { length: 30, width: 20, height: 10, unit: "CM" } },
      ...{ declaredValue: { amount: "19.00", currencyCode: "USD" }, reference: "Box A", items: [item] },
    },
    aPackage,
  ];
  const options = {
    payer: "RECIPIENT",
    payerAccountNumber: "A1B2C3",
    payerPostalCode: "10007",
    payerCountryCode: "us",
  };
  const input = aShipment({
    packages,
    options: { ...options, signature: "ADULT_SIGNATURE" },
    shipFrom: newYork,
    shipTo: sanFrancisco,
  });
  const answer = await create({ ...input, orderId: "order-1", reference: " Order 1 ", clientReference: "cart-9" });
  const [second] = stored.packages;
  expect(answer).toEqual({
    shipment: {
      ...stored,
      ...{ orderId: "order-1", reference: "Order 1" },
      ...{ shipFrom: storedAddress(newYork), shipTo: storedAddress(sanFrancisco) },
      packages: [
        {
          ...second,
          ...packages[0],
          items: [item],
        },
        second,
      ],
      options: {
        ...stored.options,
        payer: "RECIPIENT",
        payerAccountNumberMasked: expect.stringMatching(/^\W+C3$/),
        signature: "ADULT_SIGNATURE",
      },
    },
    userErrors: [],
  });
});

it("takes everything from a quote without retyping it", async () => {
  const { id, price } = await quote({ shipTo: newYork, packages: [aPackage] });
  const answer = await create({ rateQuoteId: id });
  expect(answer).toEqual({
    shipment: { ...stored, charges: { ...stored.charges, estimated: price } },
    userErrors: [],
  });
});

it("takes units, package type and service from a shipping method", async () => {
  const ups = { service: "UPS_2ND_DAY_AIR", packageType: "UPS_PAK" } as const;
  const method = await addMethod(service, accountId, ups);
  const answer = await create({ shipTo: newYork, shippingMethodId: method.id, packages: [{ weight: { value: 1 } }] });
  expect(answer.userErrors).toEqual([]);
  expect(answer.shipment).toMatchObject({
    shippingMethod: { id: method.id },
    service: { code: "UPS_2ND_DAY_AIR" },
    packages: [{ weight: { value: 1, unit: "LB" }, dimensions: null, packageType: { code: "UPS_PAK" } }],
  });
});

it("saves a draft without a service, to be chosen when buying", async () => {
  const { service: _, ...input } = aShipment();
  expect(await create(input)).toEqual({ shipment: { ...stored, service: null }, userErrors: [] });
});

it("refuses a second shipment with the same clientReference", async () => {
  const input = aShipment({ clientReference: "cart-10" });
  expect((await create(input)).userErrors).toEqual([]);
  expect(await create(input)).toEqual(refusedWith("CONFLICT", "input.clientReference"));
});

it("makes one shipment of equal requests with a clientReference at the same moment", async () => {
  const input = aShipment({ clientReference: "cart-11" });
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(input)));
  expect(answers.filter((answer) => answer.shipment !== null)).toHaveLength(1);
  expect(answers.filter((answer) => answer.shipment === null)).toEqual(
    Array(9).fill(refusedWith("CONFLICT", "input.clientReference")),
  );
});

it("asks which account, where two are active", async () => {
  const otherId = await seedAccount(service, { name: "Second", accountNumber: "C1C2C3" });
  expect(await create(aShipment())).toEqual(refusedWith("REQUIRED", "input.carrierAccountId"));
  expect((await create(aShipment({ carrierAccountId: otherId }))).shipment.carrierAccount).toEqual({ id: otherId });
  await sql(service, "update carrier_account set status = 'ARCHIVED' where id = $1", [otherId]);
  expect(await create(aShipment({ carrierAccountId: otherId }))).toEqual(
    refusedWith("NOT_ALLOWED", "input.carrierAccountId"),
  );
});

it.each([
  ["an unknown method", { shippingMethodId: "shm_unknown" }, "NOT_FOUND", "input.shippingMethodId"],
  ["an unknown account", { carrierAccountId: "cac_unknown" }, "NOT_FOUND", "input.carrierAccountId"],
  ["an unknown quote", { rateQuoteId: "quo_unknown" }, "NOT_FOUND", "input.rateQuoteId"],
  ["an unknown service", { service: "TELEPORT" }, "INVALID", "input.service"],
  ["no packages", { packages: [] }, "REQUIRED", "input.packages"],
  ["a long reference", { reference: "x".repeat(36) }, "TOO_LONG", "input.reference"],
  ["a day too far ahead", { shipDate: "2199-01-01" }, "INVALID", "input.shipDate"],
])("refuses %s", async (_, change, code, field) => {
  expect(await create(aShipment(change))).toEqual(refusedWith(code, field));
});

it("refuses a method that does not fit what else is given", async () => {
  const method = await addMethod(service, accountId, { service: "UPS_GROUND" });
  const answer = await create(aShipment({ shippingMethodId: method.id, service: "UPS_NEXT_DAY_AIR" }));
  expect(answer).toEqual(refusedWith("INVALID", "input.service"));
  await sql(service, "update shipping_method set archived_at = now() where id = $1", [method.id]);
  expect(await create(aShipment({ shippingMethodId: method.id }))).toEqual(
    refusedWith("NOT_ALLOWED", "input.shippingMethodId"),
  );
});

it("never asks UPS for anything but the rates of a quote", async () => {
  expect(await requestCount(service, "SHIP")).toBe(0);
});

it.each([
  ["a country that there is not", { shipTo: { ...newYork, countryCode: "ZZ" } }, "shipTo.countryCode"],
  ["a name of two lines", { shipTo: { ...newYork, name: "Ada\nExample" } }, "shipTo.name"],
  [
    "an item of two lines",
    { packages: [{ ...aPackage, items: [{ ...item, description: "Mug\nand cup" }] }] },
    "packages.0.items.0.description",
  ],
])("refuses %s", async (_, parts, field) => {
  expect(await create(aShipment(parts))).toEqual(refusedWith("INVALID", `input.${field}`));
});
