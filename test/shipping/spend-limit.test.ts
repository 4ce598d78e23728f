import type { AppliedLimit } from "../../src/shipping/spend/spend-limits.js";
import {
  aKey,
  aShipment,
  bought,
  buy,
  makeDue,
  purchaseBy,
  requestCount,
  sql,
  voidShipment,
} from "../support/purchases.js";
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

describe("what UPS refuses", () => {
  const refusedShipment = aShipment({ shipTo: { ...newYork, name: "Refused Recipient", company: null } });
  const refusedTimes = async (times: number) => {
    for (let time = 0; time < times; time++)
      expect(await buy(service, { shipment: refusedShipment })).toMatchObject({ purchase: { state: "REJECTED" } });
  };

  it("leaves the labels as they were, and is sent twice as often as labels may be bought and ten times more", async () => {
    await limit({ maximum: "2" });
    await refusedTimes(10);
    await bought(service);
    await bought(service);
    expect(await buy(service)).toEqual(exceeded(/2 labels/));
    await refusedWhileAtLimit(2);
    expect(await requestCount(service, "SHIP")).toBe(14);
    expect(await buy(service, { shipment: refusedShipment })).toEqual(exceeded(/14 purchases that are sent/));
    expect(await requestCount(service, "SHIP")).toBe(14);
    await sql(service, "update spend_counter set starts_at = starts_at - interval '3 days'");
    await bought(service);
  });

  /** With room for a label again: what was bought stands in a day that is over. */
  const refusedWhileAtLimit = async (times: number) => {
    await sql(service, "update spend_counter set used = 0 where unit = 'LABEL'");
    await refusedTimes(times);
  };

  it("is counted by the account's own limit too, and where amounts alone are limited", async () => {
    await limit({ maximum: "1", spender: account });
    await refusedTimes(12);
    expect(await buy(service)).toEqual(exceeded(/12 purchases that are sent.*with this carrier account/));
    await sql(service, "delete from spend_limit");
    await limit({ maximum: "100000", unit: "USD" });
    await sql(service, "update spend_counter set used = 20010 where unit = 'ATTEMPT'");
    expect(await buy(service)).toEqual(exceeded(/20010 purchases that are sent/));
  });

  it("is no attempt of a purchase that never left", async () => {
    await limit({ maximum: "1" });
    const busy = await startTestService({ sharing: service, timings: { sendWithin: -1 } });
    const { purchase } = await buy(busy);
    await busy.close();
    expect([purchase.state, await used("ATTEMPT")]).toEqual(["NOT_CREATED", 0]);
    await bought(service);
    expect(await used("ATTEMPT")).toBe(1);
  });
});

it("sends the first void of every label, and repeats as often as purchases are tried", async () => {
  await limit({ maximum: "3" });
  const { shipment } = await bought(service);
  const another = await bought(service);
  await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 1_000 });
  const once = async (id: string) => (await voidShipment(service, { shipmentId: id })).userErrors[0].code;
  for (let time = 0; time < 17; time++) expect(await once(shipment.id)).toBe("CARRIER_UNAVAILABLE");
  await service.control.clearRequests();
  expect(await once(shipment.id)).toBe("SPEND_LIMIT_EXCEEDED");
  expect(await requestCount(service, "VOID")).toBe(0);
  expect(await once(another.shipment.id)).toBe("CARRIER_UNAVAILABLE");
  expect(await requestCount(service, "VOID")).toBeGreaterThan(0);
  await service.control.clearFaults();
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  expect(await purchaseBy(service, { id: another.purchase.id })).toMatchObject({ shipment: { status: "VOIDED" } });
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

  it("the operator's binds every tenant by itself, and a tenant can lower it, not lift it", async () => {
    const guarded = await startTestService({
      sharing: service,
      spendLimits: [{ period: "DAY", unit: "LABEL", maximum: "2" }],
    });
    await limit({ maximum: "1" });
    await bought(guarded);
    expect(await buy(guarded)).toEqual(exceeded(/1 labels per day in all/));
    await sql(service, "update spend_limit set maximum = 1000");
    await limit({ maximum: "1000000", unit: "EUR" });
    await limit({ maximum: "1000", spender: account });
    await bought(guarded);
    expect(await buy(guarded)).toEqual(exceeded(/2 labels per day in all/));
    await sql(service, "delete from spend_limit");
    expect(await buy(guarded)).toEqual(exceeded(/2 labels per day in all/));
    const other = { tenantId: service.otherTenantId };
    await seedAccount(guarded, {}, other);
    expect(await buy(guarded, {}, other)).toMatchObject({ purchase: { state: "PURCHASED" } });
    await guarded.close();
  });

  it("the operator's counts all of a tenant's accounts together, in days of UTC", async () => {
    const guarded = await startTestService({
      sharing: service,
      spendLimits: [{ period: "DAY", unit: "LABEL", maximum: "1" }],
    });
    const second = await seedAccount(service, { name: "Another account" });
    const withAccount = (carrierAccountId: string) => buy(guarded, { shipment: aShipment({ carrierAccountId }) });
    expect(await withAccount(account)).toMatchObject({ purchase: { state: "PURCHASED" } });
    expect(await withAccount(second)).toEqual(exceeded(/1 labels per day in all.*T00:00:00\.000Z/));
    const archive = `mutation ($id: ID!) { archiveCarrierAccount(input: { carrierAccountId: $id }) { userErrors { code } } }`;
    await service.run(archive, { id: second });
    await guarded.close();
  });

  it("an amount of the operator's lets nothing pass in another currency", async () => {
    const guarded = await startTestService({
      sharing: service,
      spendLimits: [{ period: "DAY", unit: "EUR", maximum: "1000000" }],
    });
    await service.control.clearRequests();
    expect(await buy(guarded)).toEqual(exceeded(/charged in USD, and the operator limits amounts per day in EUR/));
    expect(await requestCount(service, "SHIP")).toBe(0);
    expect(await used("USD")).toBeNull();
    await guarded.close();
  });

  it("without any limit nothing is counted", async () => {
    await bought(service);
    expect(await sql(service, "select * from spend_counter")).toEqual([]);
  });
});
