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

it("refuses one limit twice, and an account that is not there", async () => {
  expect((await set([labels("DAY", 1), labels("DAY", 2)])).userErrors).toEqual([
    { code: "INVALID", field: ["input", "limits", "1"] },
  ]);
  expect((await set([labels("DAY", 1)], "cac_unknown")).userErrors).toEqual([
    { code: "NOT_FOUND", field: ["input", "carrierAccountId"] },
  ]);
});
