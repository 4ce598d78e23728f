import { aShipment, buy, refused } from "../support/purchases.js";
import { shippingRates } from "../support/rate-setup.js";
import { aPackage, berlin, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const withoutPhone = { ...sanFrancisco, phone: null };
const goods = { description: "Mug", quantity: 1, unitValue: { amount: "9.50", currencyCode: "USD" } };
const abroad = {
  ...{ shipTo: berlin, service: "UPS_WORLDWIDE_SAVER" },
  packages: [{ ...aPackage, items: [{ ...goods, originCountryCode: "US", hsCode: "691110" }] }],
};

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterEach(async () => expect(await service.control.requests()).toEqual([]));
afterAll(() => service.close());

describe("asks for the sender's phone where UPS wants it", () => {
  it.each([
    ["of a sender that is stated", sanFrancisco, { shipFrom: withoutPhone }],
    ["of the account's own address", withoutPhone, {}],
  ])("%s", async (_, address, parts) => {
    const as = { tenantId: crypto.randomUUID() };
    await seedAccount(service, { address }, as);
    await service.control.clearRequests();
    const answer = await buy(service, { shipment: aShipment({ ...abroad, ...parts }) }, as);
    expect(answer).toEqual(refused({ code: "REQUIRED", field: "input.shipment.shipFrom.phone" }));
  });
});

describe("asks for a weight", () => {
  const as = { tenantId: crypto.randomUUID() };
  beforeAll(async () => {
    await seedAccount(service, {}, as);
    await service.control.clearRequests();
  });

  it.each([0, -1])("refuses a package of %d pounds, priced or bought", async (value) => {
    const packages = [aPackage, { weight: { value } }];
    const { shippingRates: answer } = await service.run(shippingRates, { input: { shipTo: newYork, packages } }, as);
    const place = "packages.1.weight.value";
    expect([answer.quotes, answer.userErrors]).toEqual([
      [],
      [{ code: "INVALID", field: `input.${place}`.split("."), message: expect.any(String), carrierErrorCode: null }],
    ]);
    const purchase = await buy(service, { shipment: aShipment({ packages }) }, as);
    expect(purchase).toEqual(refused({ code: "INVALID", field: `input.shipment.${place}` }));
  });

  it.each([{}, { weight: null }, { weight: {} }, { weight: { value: null } }])("refuses a package %j", async (pkg) => {
    const answer = service.run(shippingRates, { input: { shipTo: newYork, packages: [pkg] } }, as);
    await expect(answer).rejects.toThrow(/weight/);
  });
});
