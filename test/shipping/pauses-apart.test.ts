import { bought, buy, requestCount, sql } from "../support/purchases.js";
import { newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
  await seedAccount(service);
  await service.control.clearRequests();
});
afterEach(() => service.close());

const busy = (operation: "VALIDATE_ADDRESS" | "RATE" | "SHIP" | "VOID" | "TRACK" | "TOKEN", retryAfter = "600") =>
  service.control.addFault({ operation, kind: "RATE_LIMIT", retryAfter, times: 1 });

async function checkAddress(of = service): Promise<string> {
  const query = `query ($input: ValidateAddressInput!) {
    validateAddress(input: $input) { addressValidation { status } userErrors { code } } }`;
  return (await of.run(query, { input: { address: newYork } })).validateAddress.addressValidation.status;
}

/** A purchase whose price is asked for first, and what it took in milliseconds. */
async function buyBelow100(): Promise<{ state: string; tookMs: number }> {
  const begun = performance.now();
  const { purchase } = await buy(service, { maxTotalPrice: { amount: "100", currencyCode: "USD" } });
  return { state: purchase?.state, tookMs: performance.now() - begun };
}

const atOnce = { state: "PURCHASED", tookMs: expect.any(Number) };

it("a 429 on an address check pauses other questions, and neither a purchase nor the price that it asks for", async () => {
  await busy("VALIDATE_ADDRESS");
  expect([await checkAddress(), await checkAddress()]).toEqual(["UNAVAILABLE", "UNAVAILABLE"]);
  expect(await requestCount(service, "VALIDATE_ADDRESS")).toBe(1);
  const { state, tookMs } = await buyBelow100();
  expect({ state, tookMs }).toEqual(atOnce);
  expect(tookMs).toBeLessThan(30_000);
});

it("a 429 on a purchase stops neither the next one from trying once, nor who asks", async () => {
  await busy("SHIP");
  expect((await buy(service)).purchase).toMatchObject({ state: "NOT_CREATED" });
  await busy("SHIP");
  expect((await buy(service)).purchase).toMatchObject({ state: "NOT_CREATED" });
  expect(await requestCount(service, "SHIP")).toBe(2);
  expect(await buyBelow100()).toEqual(atOnce);
  expect(await checkAddress()).not.toBe("UNAVAILABLE");
});

it("a 429 on the token of who asks stops no purchase from fetching one", async () => {
  await sql(service, "delete from carrier_token");
  const fresh = await startTestService({ sharing: service });
  await busy("TOKEN");
  expect(await checkAddress(fresh)).toBe("UNAVAILABLE");
  await bought(fresh);
  expect(await requestCount(service, "TOKEN")).toBe(2);
  await fresh.close();
});
