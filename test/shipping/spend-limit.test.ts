import type { AppliedLimit } from "../../src/shipping/spend/spend-limits.js";
import { aKey, aShipment, bought, buy, makeDue, purchaseBy, requestCount, sql } from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
let another: TestService;
let account: string;
beforeAll(async () => {
  const timings = { notCreatedAfter: 3_600 };
  service = await startTestService({ timings });
  another = await startTestService({ timings, sharing: service });
  account = await seedAccount(service);
});
beforeEach(async () => {
  await sql(service, "delete from spend_limit");
  await sql(service, "delete from spend_counter");
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(async () => {
  await another.close();
  await service.close();
});

/** Sets a limit behind the API's back; a day unless said otherwise, so that no test straddles two minutes. */
const limit = (parts: Partial<AppliedLimit> & { maximum: string }) => {
  const { spender, period, unit, maximum } = { spender: "*", period: "DAY", unit: "LABEL", ...parts };
  return sql(
    service,
    "insert into spend_limit (tenant_id, spender, period, unit, maximum) values ($1, $2, $3, $4, $5)",
    [service.tenantId, spender, period, unit, maximum],
  );
};

const used = async (unit = "LABEL", spender = "*") => {
  const text = "select used from spend_counter where period = 'DAY' and unit = $1 and spender = $2";
  const [row] = await sql(service, text, [unit, spender]);
  return row === undefined ? null : Number(row.used);
};

const exceeded = (message: RegExp, field = ["input", "shipment"]) => ({
  purchase: null,
  shipment: null,
  userErrors: [
    { code: "SPEND_LIMIT_EXCEEDED", message: expect.stringMatching(message), field, carrierErrorCode: null },
  ],
});

const twoPackages = aShipment({ packages: [aPackage, aPackage] });

it("of a hundred purchases at once through two instances, ten are made and ten reach UPS", async () => {
  await limit({ maximum: "10" });
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => buy(n % 2 ? service : another)));
  const states = answers.map(({ purchase }) => purchase?.state ?? "refused");
  expect(states.filter((state) => state === "PURCHASED")).toHaveLength(10);
  expect(states.filter((state) => state === "refused")).toHaveLength(90);
  expect(await requestCount(service, "SHIP")).toBe(10);
  expect(await used()).toBe(10);
  const [{ count }] = await sql(service, "select count(*)::int from shipment where status = 'PURCHASING'");
  expect(count).toBe(0);
});

it("says which limit, and when the next period begins", async () => {
  await limit({ maximum: "1" });
  await bought(service);
  const midnight = "T00:00:00\\.000Z";
  expect(await buy(service)).toEqual(exceeded(new RegExp(`limit of 1 labels per day in all.*ends at .*${midnight}`)));
  await limit({ maximum: "0", spender: account, period: "MINUTE" });
  await sql(service, "delete from spend_limit where spender = '*'");
  expect(await buy(service)).toEqual(exceeded(/0 labels per minute with this carrier account.* at .*:00\.000Z/));
});

it("counts labels, not purchases, and refuses without having taken anything", async () => {
  await limit({ maximum: "3" });
  await bought(service, { shipment: twoPackages });
  expect(await buy(service, { shipment: twoPackages })).toEqual(exceeded(/3 labels/));
  expect(await used()).toBe(2);
  await bought(service);
  expect(await used()).toBe(3);
});

it("begins anew with the next day, and forgets days long gone", async () => {
  await limit({ maximum: "1" });
  await bought(service);
  expect(await buy(service)).toMatchObject({ purchase: null });
  await sql(service, "update spend_counter set starts_at = starts_at - interval '3 days'");
  await bought(service);
  expect(await used()).toBe(1);
  const [{ old }] = await sql(
    service,
    "select count(*)::int as old from spend_counter where starts_at < now() - interval '2 days'",
  );
  expect(old).toBe(0);
});

it("counts a purchase once, however often it is asked for with its key", async () => {
  await limit({ maximum: "2" });
  const input = { idempotencyKey: aKey(), shipment: aShipment() };
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => buy(n % 2 ? service : another, input)));
  expect(new Set(answers.map(({ purchase }) => purchase.id)).size).toBe(1);
  expect(await used()).toBe(1);
  await bought(service);
  expect(await buy(service, input)).toMatchObject({ purchase: { state: "PURCHASED" } });
  expect(await used()).toBe(2);
});

it("gives back what UPS refused, and what provably was not sent", async () => {
  await limit({ maximum: "2" });
  await limit({ maximum: "1000", unit: "USD" });
  const refused = aShipment({ shipTo: { ...newYork, name: "Refused Recipient", company: null } });
  expect(await buy(service, { shipment: refused })).toMatchObject({ purchase: { state: "REJECTED" } });
  expect([await used(), await used("USD"), await used("USD", account)]).toEqual([0, 0, 0]);
  await service.control.addFault({ operation: "SHIP", kind: "RATE_LIMIT", times: 3 });
  expect(await buy(service)).toMatchObject({ purchase: { state: "NOT_CREATED" } });
  expect([await used(), await used("USD")]).toEqual([0, 0]);
});

it("goes on counting what is unknown, and gives it back once UPS has never made it", async () => {
  await limit({ maximum: "1" });
  await service.control.addFault({ operation: "SHIP", kind: "RESET_BEFORE", times: 1 });
  const { purchase } = await buy(service);
  expect(purchase.state).toBe("UNKNOWN");
  expect(await buy(service)).toEqual(exceeded(/1 labels/));
  await sql(service, "update label_purchase set started_at = started_at - interval '2 hours' where id = $1", [
    purchase.id,
  ]);
  await sql(
    service,
    `update spend_counter set starts_at = date_trunc(period, now() - interval '2 hours', 'UTC') where period = 'MINUTE'`,
  );
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  expect((await purchaseBy(service, { id: purchase.id })).state).toBe("NOT_CREATED");
  // In the two hours after midnight the purchase is moved into a day that has ended, where nothing is given back.
  const isSameDay = new Date().getUTCHours() >= 2;
  expect(await used()).toBe(isSameDay ? 0 : 1);
});

it("goes on counting labels that are voided", async () => {
  await limit({ maximum: "1" });
  const { shipment } = await bought(service);
  await service.run(
    "mutation ($id: ID!) { voidShipment(input: { shipmentId: $id }) { shipment { status } userErrors { code } } }",
    { id: shipment.id },
  );
  expect(await buy(service)).toEqual(exceeded(/1 labels/));
});

describe("a limit on the amount", () => {
  const rated = async () => {
    const { service: _, ...parts } = aShipment();
    const { shippingRates } = await service.run(
      `query ($input: ShippingRatesInput!) { shippingRates(input: $input) { quotes { id service { code } price { amount } } } }`,
      { input: parts },
    );
    return shippingRates.quotes.find((quote: { service: { code: string } }) => quote.service.code === "UPS_GROUND");
  };

  it("counts the price that was asked for an offer, and what UPS charges", async () => {
    const quote = await rated();
    const price = Number(quote.price.amount);
    await limit({ maximum: String(price * 1.5), unit: "USD" });
    await service.control.clearRequests();
    const { purchase } = await bought(service, { shipment: { rateQuoteId: quote.id } });
    expect(await requestCount(service, "RATE")).toBe(1);
    expect(await used("USD")).toBe(Number(purchase.charges.amount));
    // Whatever the quote says of itself, the price of this moment counts.
    await sql(service, "update rate_quote set negotiated_amount = null, published_amount = 1");
    expect(await buy(service, { shipment: { rateQuoteId: quote.id } })).toEqual(exceeded(/USD per day/));
  });

  it("asks for the price where nobody knows it, and refuses before anything is bought", async () => {
    const { price } = await rated();
    await limit({ maximum: price.amount, unit: "USD" });
    await service.control.clearRequests();
    await bought(service);
    expect(await requestCount(service, "RATE")).toBe(1);
    expect(await buy(service)).toEqual(exceeded(new RegExp(`${price.amount} USD per day`)));
    expect(await requestCount(service, "SHIP")).toBe(1);
  });

  it("holds at once for purchases that nobody has priced", async () => {
    const { price } = await rated();
    await limit({ maximum: String(Number(price.amount) * 3.5), unit: "USD" });
    await service.control.clearRequests();
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => buy(n % 2 ? service : another)));
    expect(answers.filter(({ purchase }) => purchase?.state === "PURCHASED")).toHaveLength(3);
    expect(await requestCount(service, "SHIP")).toBe(3);
  });

  it("in another currency than the carrier's counts nothing", async () => {
    await limit({ maximum: "1", unit: "EUR" });
    await bought(service);
    expect(await used("EUR")).toBeNull();
  });
});

describe("whose limit it is", () => {
  it("an account's own binds that account alone", async () => {
    const second = await seedAccount(service, { name: "Second account" });
    const withAccount = (carrierAccountId: string) => buy(service, { shipment: aShipment({ carrierAccountId }) });
    await limit({ maximum: "1", spender: account });
    const answers = [await withAccount(account), await withAccount(account), await withAccount(second)];
    const archive = `mutation ($id: ID!) { archiveCarrierAccount(input: { carrierAccountId: $id }) { userErrors { code } } }`;
    await service.run(archive, { id: second });
    expect(answers).toEqual([
      expect.objectContaining({ userErrors: [] }),
      exceeded(/with this carrier account/),
      expect.objectContaining({ userErrors: [] }),
    ]);
    expect(await used("LABEL", account)).toBe(1);
  });

  it("a configured one binds every tenant by itself, unless the tenant has one of its own", async () => {
    const guarded = await startTestService({
      sharing: service,
      spendLimits: [{ period: "DAY", unit: "LABEL", maximum: "1" }],
    });
    await bought(guarded);
    expect(await buy(guarded)).toEqual(exceeded(/1 labels per day in all/));
    const other = { tenantId: service.otherTenantId };
    await seedAccount(guarded, {}, other);
    expect(await buy(guarded, {}, other)).toMatchObject({ purchase: { state: "PURCHASED" } });
    await limit({ maximum: "2" });
    await bought(guarded);
    expect(await buy(guarded)).toEqual(exceeded(/2 labels per day in all/));
    await guarded.close();
  });

  it("without any limit nothing is counted", async () => {
    await bought(service);
    expect(await sql(service, "select * from spend_counter")).toEqual([]);
  });
});
