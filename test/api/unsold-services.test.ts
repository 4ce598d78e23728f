import { buy, draft } from "../support/purchases.js";
import { addAccount, addMethod, shippingRates, type Tenant } from "../support/rate-setup.js";
import { aPackage, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

/** What UPS may price and this service does not buy, whether UPS's tables know it or not. */
const unsold = [
  ["UPS_ACCESS_POINT_ECONOMY", "UPS Access Point Economy"],
  ["UPS_HEAVY_GOODS", "UPS Heavy Goods"],
  ["UPS_SERVICE_9Z", "UPS service 9Z"],
];

let service: TestService;
let tenant: Tenant;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  tenant = { deps: service.deps, tenantId: service.tenantId };
  accountId = await seedAccount(service, { clientId: "contract-services" });
});
afterAll(() => service.close());

async function rate(input: object) {
  const parts = { carrierAccountId: accountId, shipTo: newYork, packages: [aPackage] };
  return (await service.run(shippingRates, { input: { ...parts, ...input } })).shippingRates;
}

const codesOf = (quotes: { service: { code: string } }[]) => quotes.map((quote) => quote.service.code);
const reasonsOf = (rows: { service: { code: string }; reason: string }[]) =>
  Object.fromEntries(rows.map((row) => [row.service.code, row.reason]));

it("offers nothing that it cannot buy, and says truly why", async () => {
  const { quotes, unavailable } = await rate({});
  expect(codesOf(quotes)).toContain("UPS_GROUND");
  expect(codesOf(quotes)).not.toContain("UPS_GROUND_SAVER");
  expect(reasonsOf(unavailable)).toMatchObject({ UPS_GROUND_SAVER: "METHOD_REQUIRED" });
  for (const [code, name] of unsold) {
    expect(codesOf(quotes)).not.toContain(code);
    expect(unavailable).toContainEqual({
      shippingMethod: null,
      service: { code },
      reason: "SERVICE_NOT_SUPPORTED",
      message: `${name} is not supported by this service`,
    });
  }
});

it.each([
  ...unsold,
  ["UPS_SERVICE_70", "UPS Access Point Economy"],
  ["UPS_SERVICE_M4", "UPS Expedited Mail Innovations"],
  ["UPS_SERVICE_94", "UPS Ground Saver Bound Printed Matter"],
  ["UPS_SERVICE_96", "UPS Worldwide Express Freight"],
  ["UPS_SERVICE_XYZ", "UPS service XYZ"],
])("refuses to buy %s in the same words", async (code, name) => {
  const shipment = { carrierAccountId: accountId, shipTo: newYork, packages: [aPackage], service: code };
  const { userErrors, purchase } = await buy(service, { shipment });
  expect(purchase).toBeNull();
  expect(userErrors).toMatchObject([{ code: "NOT_ALLOWED", message: `${name} is not supported by this service` }]);
});

it("buys a service that is named by UPS's own number, under its own code", async () => {
  const shipment = { carrierAccountId: accountId, shipTo: newYork, packages: [aPackage], service: "UPS_SERVICE_03" };
  const { purchase, shipment: sent } = await buy(service, { shipment });
  expect(purchase.state).toBe("PURCHASED");
  expect(sent.service.code).toBe("UPS_GROUND");
});

it("offers no service that demands a phone where none is given, unless only a price is asked for", async () => {
  const { phone: _, ...silent } = newYork;
  const { quotes, unavailable } = await rate({ shipTo: silent });
  expect(codesOf(quotes)).toContain("UPS_NEXT_DAY_AIR");
  expect(codesOf(quotes)).not.toContain("UPS_NEXT_DAY_AIR_EARLY");
  expect(reasonsOf(unavailable)).toMatchObject({ UPS_NEXT_DAY_AIR_EARLY: "INCOMPLETE" });
  const bare = await rate({ shipTo: { countryCode: "US", postalCode: "10007" } });
  expect(codesOf(bare.quotes)).toContain("UPS_NEXT_DAY_AIR_EARLY");
});

it("offers no service that a package, a return or the return label does not go with", async () => {
  const pak = await rate({ packages: [{ weight: aPackage.weight, packageType: "UPS_PAK" }] });
  expect(codesOf(pak.quotes)).toContain("UPS_2ND_DAY_AIR");
  expect(reasonsOf(pak.unavailable)).toMatchObject({
    UPS_GROUND: "OPTION_NOT_ALLOWED",
    UPS_3_DAY_SELECT: "OPTION_NOT_ALLOWED",
  });
  for (const parts of [
    { shipFrom: newYork, shipTo: sanFrancisco, returnService: { kind: "PRINT_RETURN_LABEL" } },
    { options: { generateReturnLabel: true } },
  ]) {
    const { quotes, unavailable } = await rate(parts);
    expect(codesOf(quotes)).toContain("UPS_GROUND");
    expect(codesOf(quotes)).not.toContain("UPS_NEXT_DAY_AIR_SAVER");
    expect(reasonsOf(unavailable)).toMatchObject({ UPS_NEXT_DAY_AIR_SAVER: expect.stringMatching(/NOT_/) });
  }
});

it("judges a draft as it stands", async () => {
  const { phone: _, ...silent } = newYork;
  const shipmentId = await draft(service, { carrierAccountId: accountId, shipTo: silent });
  const { shippingRates: rates } = await service.run(shippingRates, { input: { shipmentId } });
  expect(codesOf(rates.quotes)).not.toContain("UPS_NEXT_DAY_AIR_EARLY");
  expect(reasonsOf(rates.unavailable)).toMatchObject({
    UPS_NEXT_DAY_AIR_EARLY: "INCOMPLETE",
    UPS_HEAVY_GOODS: "SERVICE_NOT_SUPPORTED",
  });
});

it("takes no method of a service that it does not buy", async () => {
  const account = await addAccount({ ...tenant, tenantId: service.otherTenantId });
  const method = (code: string) =>
    addMethod({ ...tenant, tenantId: service.otherTenantId }, account.id, { service: code });
  await expect(method("UPS_HEAVY_GOODS")).rejects.toThrow("UPS Heavy Goods is not supported by this service from US.");
  await expect(method("UPS_SERVICE_03")).rejects.toThrow("UPS Ground is UPS_GROUND, not UPS_SERVICE_03.");
});
