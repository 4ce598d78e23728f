import { buy, requestCount } from "../support/purchases.js";
import { addMethod, shippingRates, type Tenant } from "../support/rate-setup.js";
import { berlin, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  tenant = { deps: service.deps, tenantId: service.tenantId };
  accountId = await seedAccount(service);
});
afterAll(() => service.close());
beforeEach(() => service.control.clearRequests());

const box = { weight: { value: 8, unit: "OZ" }, dimensions: { length: 10, width: 6, height: 4, unit: "IN" } };
const poster = {
  description: "Poster",
  quantity: 1,
  unitValue: { amount: "12.00", currencyCode: "USD" },
  originCountryCode: "US",
  hsCode: "4911.91",
};
const declared = { packages: [{ ...box, items: [poster] }], customsDeclaration: {} };

const rate = async (input: object) => (await service.run(shippingRates, { input })).shippingRates;

const services: [string, object][] = [
  ["UPS_GROUND_SAVER", { shipTo: newYork, packages: [box] }],
  ["UPS_GROUND_SIMPLE_RATE", { shipTo: newYork, packages: [box] }],
  ["UPS_3_DAY_SELECT_SIMPLE_RATE", { shipTo: newYork, packages: [box] }],
  ["UPS_WORLDWIDE_ECONOMY_DDU", { shipTo: berlin, ...declared }],
  ["UPS_WORLDWIDE_ECONOMY_DDP", { shipTo: berlin, ...declared, options: { dutiesPayer: "SENDER" } }],
];

describe.each(services)("%s", (code, parts) => {
  it("is rated by a method of its own, with one more call, and sold at that price", async () => {
    const method = await addMethod(tenant, accountId, { service: code });
    const ground = await addMethod(tenant, accountId, {
      service: code.includes("WORLDWIDE") ? "UPS_WORLDWIDE_SAVER" : "UPS_GROUND",
    });
    const { quotes, unavailable } = await rate({ ...parts, shippingMethodIds: [method.id, ground.id] });
    expect(unavailable).toEqual([]);
    const quote = quotes.find((offer: { service: { code: string } }) => offer.service.code === code);
    expect(quote.shippingMethod.id).toBe(method.id);
    expect(await requestCount(service, "RATE")).toBe(2);
    const { purchase, shipment, userErrors } = await buy(service, { shipment: parts, rateQuoteId: quote.id });
    expect(userErrors).toEqual([]);
    expect(purchase).toMatchObject({ state: "PURCHASED", charges: quote.price });
    expect(shipment.service.code).toBe(code);
  });

  it("is bought by its code alone, within a price that is asked for it", async () => {
    const most = { amount: "500.00", currencyCode: "USD" };
    const { purchase, userErrors } = await buy(service, {
      shipment: { carrierAccountId: accountId, ...parts, service: code },
      maxTotalPrice: most,
    });
    expect(userErrors).toEqual([]);
    expect(purchase.state).toBe("PURCHASED");
  });

  it("costs no call where nobody asks for it", async () => {
    const { quotes } = await rate({ ...parts, carrierAccountId: accountId });
    expect(quotes.map((offer: { service: { code: string } }) => offer.service.code)).not.toContain(code);
    expect(await requestCount(service, "RATE")).toBe(1);
  });
});

it("is not asked for where it cannot be bought, and says why", async () => {
  const method = await addMethod(tenant, accountId, { service: "UPS_GROUND_SIMPLE_RATE" });
  const why = async (box: object) =>
    (await rate({ shipTo: newYork, packages: [box], shippingMethodIds: [method.id] })).unavailable;
  expect(await why({ weight: box.weight })).toMatchObject([
    { reason: "INCOMPLETE", message: expect.stringMatching(/dimensions/) },
  ]);
  const large = { length: 13, width: 12, height: 12, unit: "IN" };
  expect(await why({ weight: box.weight, dimensions: large })).toMatchObject([{ reason: "SIZE_LIMIT" }]);
  expect(await requestCount(service, "RATE")).toBe(0);
});

it("is told apart in the catalogue", async () => {
  const { carriers } = await service.run(
    `{ carriers { code services(origin: "US", destination: "US") { code isRatedByName } } }`,
  );
  const [{ services }] = carriers.filter((carrier: { code: string }) => carrier.code === "UPS");
  expect(services).toContainEqual({ code: "UPS_GROUND_SAVER", isRatedByName: true });
  expect(services).toContainEqual({ code: "UPS_GROUND", isRatedByName: false });
});
