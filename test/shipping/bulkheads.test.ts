import { aShipment, bought, requestCount } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService({
    poolSize: 4,
    upsLimits: { connections: 3, readTimeoutMs: 8_000, maxAsks: 20, maxAsksPerAccount: 20 },
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
  return times.sort((one, other) => one - other)[2] as number;
}

test("rates that hang on every connection slow no purchase, and further ones are told to come again", async () => {
  const alone = await usualTime();
  await service.control.addFault({ operation: "RATE", kind: "HANG", times: 1_000 });
  await service.control.clearRequests();
  let open = 20;
  const hung = Array.from({ length: 20 }, (_, n) =>
    service.run(rates, { input: asked(n + 1) }).finally(() => {
      open -= 1;
    }),
  );
  while ((await requestCount(service, "RATE")) < 3) await new Promise((resolve) => setTimeout(resolve, 10));
  const beside = await usualTime();
  expect(open).toBe(20);
  expect(beside).toBeLessThan(alone * 3 + 200);

  const { shippingRates } = await service.run(rates, { input: asked(99) });
  expect(shippingRates).toEqual({
    quotes: [],
    unavailable: [{ reason: "CARRIER_UNAVAILABLE", message: expect.stringMatching(/Too many questions/) }],
    userErrors: [],
  });
  expect(await requestCount(service, "RATE")).toBe(3);
  await service.control.clearFaults();
  await Promise.all(hung);
}, 60_000);
