import { randomUUID } from "node:crypto";
import { addAccount, addMethod, shippingRates, type Tenant, toronto } from "../support/rate-setup.js";
import { berlin, newYork, sanFrancisco } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

/** A public business address: the city hall of Warsaw. */
const warsaw = {
  ...{ name: "Recepcja", company: "Ratusz", lines: ["Plac Bankowy 3/5"], city: "Warszawa", postalCode: "00-142" },
  ...{ countryCode: "PL", phone: "48224431000" },
};
/** A public business address: the city hall of San Juan. */
const sanJuan = {
  ...{ name: "Front Desk", company: "City Hall", lines: ["153 Calle San Francisco"], city: "San Juan" },
  ...{ postalCode: "00901", countryCode: "PR", phone: "7874804000" },
};

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());
beforeEach(() => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
});

/** From the account's own address, with a method of the service. */
async function rate(address: object, shipTo: object, code: string) {
  const metric = { weightUnit: "KG" as const, dimensionUnit: "CM" as const };
  const { id, address: own } = await addAccount(tenant, { address: { ...sanFrancisco, region: "", ...address } });
  await addMethod(tenant, id, { service: code, ...(own.countryCode === "DE" && metric) });
  const input = { shipTo, packages: [{ weight: { value: 1 } }] };
  return (await service.run(shippingRates, { input }, { tenantId: tenant.tenantId })).shippingRates;
}

it.each([
  ["inside the United States", sanFrancisco, newYork, "UPS_GROUND", "UPS Ground", "USD"],
  ["from the United States to Germany", sanFrancisco, berlin, "UPS_WORLDWIDE_SAVER", "UPS Worldwide Saver", "USD"],
  ["from Germany to Poland", berlin, warsaw, "UPS_STANDARD", "UPS Standard", "EUR"],
  ["from Canada to the United States", toronto, newYork, "UPS_WORLDWIDE_SAVER", "UPS Express Saver", "CAD"],
  ["from Puerto Rico to the United States", sanJuan, newYork, "UPS_GROUND", "UPS Ground", "USD"],
])(
  "prices what goes %s, under the service's name there and in its currency",
  async (_, from, to, code, name, money) => {
    const { quotes, unavailable, userErrors } = await rate(from, to, code);
    expect([unavailable, userErrors]).toEqual([[], []]);
    const [quote] = quotes;
    expect([quotes.length, quote.service.code, quote.service.name]).toEqual([1, code, name]);
    expect(quote.price).toEqual({ amount: expect.stringMatching(/^[1-9]\d*\.\d\d$/), currencyCode: money });
  },
);

it.each([
  ["inside the United States", sanFrancisco, newYork, "UPS_STANDARD"],
  ["from the United States to Germany", sanFrancisco, berlin, "UPS_GROUND"],
  ["from Germany to Poland", berlin, warsaw, "UPS_EXPRESS_12_00"],
  ["from Canada to the United States", toronto, newYork, "UPS_NEXT_DAY_AIR_SAVER"],
  ["from Puerto Rico to the United States", sanJuan, newYork, "UPS_WORLDWIDE_SAVER"],
])("says so of a service that does not go %s", async (_, from, to, code) => {
  const { quotes, unavailable, userErrors } = await rate(from, to, code);
  expect([quotes, userErrors]).toEqual([[], []]);
  expect(unavailable).toMatchObject([{ service: { code }, reason: "LANE_NOT_SERVED" }]);
});
