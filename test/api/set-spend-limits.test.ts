import { aShipment, buy } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let account: string;
beforeAll(async () => {
  service = await startTestService({ spendLimits: [{ period: "MINUTE", unit: "LABEL", maximum: "300" }] });
  account = await seedAccount(service);
});
afterAll(() => service.close());

const fields = "period maxLabels maxAmount { amount currencyCode }";
const labels = (period: string, maxLabels: number) => ({ period, maxLabels, maxAmount: null });
const amount = (period: string, text: string, currencyCode: string) => ({
  ...{ period, maxLabels: null, maxAmount: { amount: text, currencyCode } },
});
const configured = labels("MINUTE", 300);

async function set(limits: object[], carrierAccountId: string | null = null) {
  const source = `mutation ($input: SetSpendLimitsInput!) {
    setSpendLimits(input: $input) { spendLimits { ${fields} } userErrors { code field } } }`;
  return (await service.run(source, { input: { carrierAccountId, limits } })).setSpendLimits;
}

async function read(carrierAccountId: string | null = null) {
  const source = `query ($id: ID) { spendLimits(carrierAccountId: $id) { ${fields} } }`;
  return (await service.run(source, { id: carrierAccountId })).spendLimits;
}

it("sets the limits of the tenant beside the configured ones, replaces and ends them", async () => {
  expect(await read()).toEqual([configured]);
  const day = [labels("DAY", 20), amount("DAY", "150.50", "USD")];
  expect(await set(day)).toEqual({ spendLimits: [...day, configured], userErrors: [] });
  expect(await set([labels("MINUTE", 5)])).toEqual({ spendLimits: [labels("MINUTE", 5)], userErrors: [] });
  expect(await set([])).toEqual({ spendLimits: [configured], userErrors: [] });
  expect(await read()).toEqual([configured]);
});

it("sets the limits of one account, which then bind its purchases", async () => {
  expect(await set([labels("DAY", 1)], account)).toEqual({ spendLimits: [labels("DAY", 1)], userErrors: [] });
  expect([await read(account), await read()]).toEqual([[labels("DAY", 1)], [configured]]);
  const shipment = aShipment({ carrierAccountId: account });
  expect(await buy(service, { shipment })).toMatchObject({ purchase: { state: "PURCHASED" } });
  expect(await buy(service, { shipment })).toMatchObject({ userErrors: [{ code: "SPEND_LIMIT_EXCEEDED" }] });
  await set([], account);
  expect(await buy(service, { shipment })).toMatchObject({ purchase: { state: "PURCHASED" } });
});

it.each([
  ["an empty limit", { period: "DAY" }, "REQUIRED", "maxLabels"],
  ["a limit on both", { ...amount("DAY", "1", "USD"), maxLabels: 1 }, "INVALID", "maxAmount"],
  ["fewer labels than none", labels("DAY", -1), "INVALID", "maxLabels"],
  ["an amount below 0", amount("DAY", "-1", "USD"), "INVALID", "maxAmount.amount"],
  ["a currency that is none", amount("DAY", "1", "dollars"), "INVALID", "maxAmount.currencyCode"],
])("refuses %s and leaves all as it was", async (_, limit, code, field) => {
  await set([labels("DAY", 7)]);
  expect(await set([labels("MINUTE", 1), limit])).toEqual({
    spendLimits: null,
    userErrors: [{ code, field: ["input", "limits", "1", ...field.split(".")] }],
  });
  expect(await read()).toEqual([labels("DAY", 7), configured]);
});

describe("below what the operator allows", () => {
  const ceilings = [
    { period: "MINUTE", unit: "LABEL", maximum: "10" },
    { period: "DAY", unit: "LABEL", maximum: "100" },
    { period: "DAY", unit: "USD", maximum: "500.50" },
    { period: "DAY", unit: "EUR", maximum: "400" },
  ] as const;
  const inForce = [
    ...[labels("MINUTE", 10), labels("DAY", 100)],
    ...[amount("DAY", "500.50", "USD"), amount("DAY", "400", "EUR")],
  ];
  let whole: TestService;
  beforeAll(async () => {
    whole = service;
    service = await startTestService({ sharing: whole, spendLimits: ceilings });
  });
  afterAll(async () => {
    await service.close();
    service = whole;
  });
  beforeEach(() => set([]));

  const lifts: [string, object, string][] = [
    ["more labels a day", labels("DAY", 101), "maxLabels"],
    ["the most labels that there can be", labels("MINUTE", 2_147_483_647), "maxLabels"],
    ["a larger amount", amount("DAY", "500.51", "USD"), "maxAmount.amount"],
    ["a huge amount", amount("DAY", "999999999999", "EUR"), "maxAmount.amount"],
    ["an amount in a currency of which the operator says nothing", amount("DAY", "1", "JPY"), "maxAmount.currencyCode"],
  ];

  it.each(lifts)("refuses %s, of the tenant and of an account, at its place", async (_, limit, field) => {
    const refusal = {
      spendLimits: null,
      userErrors: [{ code: "NOT_ALLOWED", field: ["input", "limits", "1", ...field.split(".")] }],
    };
    expect(await set([labels("DAY", 5), limit])).toEqual(refusal);
    expect(await set([labels("DAY", 5), limit], account)).toEqual(refusal);
    expect(await read()).toEqual(inForce);
  });

  it("takes what is lower, keeps each ceiling that nothing lower replaces, and has them back when it is left out", async () => {
    const lower = [labels("MINUTE", 10), labels("DAY", 99), amount("DAY", "0", "EUR")];
    expect((await set(lower)).spendLimits).toEqual(expect.arrayContaining([...lower, amount("DAY", "500.50", "USD")]));
    expect(await read()).toHaveLength(4);
    expect((await set([amount("DAY", "1", "USD")])).spendLimits).toEqual(
      expect.arrayContaining([
        amount("DAY", "1", "USD"),
        ...inForce.filter(({ maxAmount }) => maxAmount?.currencyCode !== "USD"),
      ]),
    );
    expect(await set([])).toEqual({ spendLimits: inForce, userErrors: [] });
  });

  it("takes a limit on what the operator leaves open", async () => {
    expect(await set([amount("MINUTE", "50", "JPY")])).toMatchObject({ userErrors: [] });
  });
});

it("refuses one limit twice, and an account that is not there", async () => {
  expect((await set([labels("DAY", 1), labels("DAY", 2)])).userErrors).toEqual([
    { code: "INVALID", field: ["input", "limits", "1"] },
  ]);
  expect((await set([labels("DAY", 1)], "cac_unknown")).userErrors).toEqual([
    { code: "NOT_FOUND", field: ["input", "carrierAccountId"] },
  ]);
});
