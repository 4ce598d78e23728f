import { eventually } from "../support/eventually.js";
import { arrived, aShipment, bought, hold, requestCount } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService({
    poolSize: 4,
    upsLimits: { connections: 3, maxAsks: 20, maxAsksPerAccount: 20 },
  });
  await seedAccount(service);
});
afterAll(() => service.close());

const rates = `query ($input: ShippingRatesInput!) {
  shippingRates(input: $input) { quotes { id } unavailable { reason message } userErrors { code } } }`;

/** Different packages, so that no two questions are the same. */
const asked = (weight: number) => {
  const { service: _, packages, ...parts } = aShipment();
  return { ...parts, packages: packages.map((pkg) => ({ ...pkg, weight: { value: weight, unit: "LB" } })) };
};

/** The middle of five purchases, in milliseconds. */
async function usualTime(): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < 5; count += 1) {
    const start = performance.now();
    await bought(service);
    times.push(performance.now() - start);
  }
  return times.sort((left, right) => left - right)[2] as number;
}

it("rates that hang on every connection slow no purchase, and further ones are told to come again", async () => {
  const alone = await usualTime();
  await service.control.clearRequests();
  await hold(service, "RATE", 1_000);
  let open = 20;
  const hung = Array.from({ length: 20 }, (_, n) =>
    service.run(rates, { input: asked(n + 1) }).finally(() => {
      open -= 1;
    }),
  );
  await arrived(service, "RATE", 3);
  // Again where the machine had other work: what slows a purchase in earnest slows it every time.
  await eventually(usualTime, (beside) => beside < alone * 3 + 200);
  expect(open).toBe(20);

  const { shippingRates } = await service.run(rates, { input: asked(99) });
  expect(shippingRates).toEqual({
    quotes: [],
    unavailable: [{ reason: "CARRIER_UNAVAILABLE", message: expect.stringMatching(/Too many questions/) }],
    userErrors: [],
  });
  expect(await requestCount(service, "RATE")).toBe(3);
  await service.control.clearFaults();
  await service.control.release();
  for (const answer of await Promise.all(hung)) expect(answer.shippingRates.quotes).not.toEqual([]);
});
