import { toronto } from "../support/rate-setup.js";
import { berlin, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const shippingRates = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
  quotes { id } unavailable { message } userErrors { code field } } }`;

/** Inside the country of the account, by every service there is. */
async function rate(address: object, pkg: object) {
  const carrierAccountId = await seedAccount(service, { address: { region: "", ...address } });
  return (await service.run(shippingRates, { input: { carrierAccountId, shipTo: address, packages: [pkg] } }))
    .shippingRates;
}

const box = (length: number, width: number, height: number, unit: string) => ({
  weight: { value: 20, unit: "KG" },
  dimensions: { length, width, height, unit },
});

it.each([
  ["Berlin, in centimetres", berlin, box(140, 60, 60, "CM")],
  ["Berlin, in inches", berlin, box(55, 23.5, 23.5, "IN")],
  ["Berlin, as long as UPS takes it", berlin, box(108, 5, 5, "IN")],
  ["Toronto, in centimetres", toronto, box(165, 60, 60, "CM")],
  ["Toronto, in inches", toronto, box(65, 23.5, 23.5, "IN")],
  ["New York, in centimetres", newYork, box(165, 60, 60, "CM")],
])("prices a large box from %s", async (_, address, pkg) => {
  const { quotes, unavailable, userErrors } = await rate(address, pkg);
  expect([unavailable, userErrors]).toEqual([[], []]);
  expect(quotes.length).toBeGreaterThan(0);
});

it.each([
  ["in centimetres", box(165, 60, 60, "CM")],
  ["in inches", box(65, 23.7, 23.7, "IN")],
])("refuses from Berlin what UPS does not carry there, %s", async (_, pkg) => {
  const { quotes, userErrors } = await rate(berlin, pkg);
  expect([quotes, userErrors]).toMatchObject([
    [],
    [{ code: "INVALID", field: ["input", "packages", "0", "dimensions"] }],
  ]);
});
