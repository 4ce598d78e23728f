import { codesAndFields } from "../support/accounts.js";
import { byRules, changeMethod, createMethod, newAccountId, readMethod, someUps, usd } from "../support/methods.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await newAccountId(service);
});
afterAll(() => service.close());

const create = (input: object) => createMethod(service, { name: "Own", ...input });
const update = (input: object) => changeMethod(service, "updateShippingMethod", input);
const errorsOf = async (input: object) => codesAndFields(await create(input));
const fixed = { price: usd("6.50") };
const aRule = { base: "5.00", factor: "0.75", factorVariable: "WEIGHT" };
const anywhere = { countries: [], regions: [], postalPrefixes: [], postalRanges: [] };

describe("a method with a fixed price", () => {
  it("reads back its price, and ships with nobody", async () => {
    const { shippingMethod, userErrors } = await create({ fixed: { price: { amount: "6.5", currencyCode: "USD" } } });
    expect(userErrors).toEqual([]);
    expect(shippingMethod).toMatchObject({
      ...{ provider: "FIXED", integrationLevel: "RATE_ONLY", shipsWith: null },
      configuration: { price: usd("6.50") },
    });
    expect(await readMethod(service, shippingMethod.id)).toEqual(shippingMethod);
  });

  it("may ship with UPS, by one service", async () => {
    const { shippingMethod } = await create({ fixed, shipsWith: someUps(accountId) });
    expect(shippingMethod).toMatchObject({
      ...{ provider: "FIXED", integrationLevel: "RATE_AND_SHIP", configuration: fixed },
      shipsWith: { carrierAccount: { id: accountId }, service: { code: "UPS_GROUND" } },
    });
    expect(await errorsOf({ fixed, shipsWith: someUps(accountId, { service: null }) })).toEqual([
      ["REQUIRED", "input.shipsWith.service"],
    ]);
  });

  it("takes no UPS Configuration as the source of its price, nor does a UPS method ship with another", async () => {
    const ups = someUps(accountId);
    expect(await errorsOf({ fixed, ups })).toEqual([["INVALID", "input.ups"]]);
    expect(await errorsOf({ rules: byRules(aRule), ups })).toEqual([["INVALID", "input.ups"]]);
    expect(await errorsOf({ ups, shipsWith: ups })).toEqual([["INVALID", "input.shipsWith"]]);
    expect(await errorsOf({ shipsWith: ups })).toEqual([["REQUIRED", "input"]]);
  });

  it("gives prices only where it does not ship", async () => {
    expect(await errorsOf({ fixed, integrationLevel: "RATE_AND_SHIP" })).toEqual([
      ["NOT_ALLOWED", "input.integrationLevel"],
    ]);
  });

  it.each([
    ["half a cent", usd("6.505"), "amount"],
    ["half a yen", { amount: "650.5", currencyCode: "JPY" }, "amount"],
    ["less than nothing", usd("-1.00"), "amount"],
    ["no currency", { amount: "1.00", currencyCode: "usd" }, "currencyCode"],
  ])("refuses %s", async (_, price, field) => {
    expect(await errorsOf({ fixed: { price } })).toEqual([["INVALID", `input.fixed.price.${field}`]]);
  });

  it.each(["JPY", "USD", "KWD"])("takes the smallest unit of %s", async (currencyCode) => {
    const amount = { JPY: "1", USD: "0.01", KWD: "0.001" }[currencyCode];
    const { shippingMethod } = await create({ fixed: { price: { amount, currencyCode } } });
    expect(shippingMethod.configuration.price).toEqual({ amount, currencyCode });
  });

  it("takes no rules as well", async () => {
    expect(await errorsOf({ fixed, rules: byRules(aRule) })).toEqual([["INVALID", "input.rules"]]);
  });
});

describe("a method with prices by rules", () => {
  it("reads back its rules in their order", async () => {
    const destination = {
      ...{ countries: ["us", "CA"], regions: ["us-ca"], postalPrefixes: ["9"] },
      postalRanges: [{ from: "k1a 0a1", to: "k9z 9z9" }],
    };
    const conditions = [{ variable: "WEIGHT", operator: "LESS", value: "2.5" }];
    const { shippingMethod, userErrors } = await create({
      rules: byRules({ ...aRule, conditions, destination }, { base: "20.00" }),
    });
    expect(userErrors).toEqual([]);
    const stored = {
      ...{ countries: ["US", "CA"], regions: ["US-CA"], postalPrefixes: ["9"] },
      postalRanges: [{ from: "K1A 0A1", to: "K9Z 9Z9" }],
    };
    expect(shippingMethod).toMatchObject({ provider: "RULES", integrationLevel: "RATE_ONLY" });
    expect(shippingMethod.configuration).toEqual({
      ...{ currencyCode: "USD", rulesWeightUnit: "KG", rulesDimensionUnit: "CM" },
      rules: [
        { ...aRule, conditions, destination: stored },
        { base: "20.00", factor: "0", factorVariable: null, conditions: [], destination: anywhere },
      ],
    });
    expect(await readMethod(service, shippingMethod.id)).toEqual(shippingMethod);
  });

  const condition = { variable: "ORDER_AMOUNT", operator: "LESS", value: "2.50" };
  it.each<[string, object, string, string]>([
    ["no rule", { rules: [] }, "REQUIRED", "rules"],
    ["too many rules", { rules: Array(101).fill({ base: "1.00" }) }, "INVALID", "rules"],
    ["another currency", { currencyCode: "DOLLAR" }, "INVALID", "currencyCode"],
    ["a base of half a cent", { rules: [{ base: "1.005" }] }, "INVALID", "rules.0.base"],
    ["a base below zero", { rules: [{ base: "-1.00" }] }, "INVALID", "rules.0.base"],
    ["a factor below zero", { rules: [{ ...aRule, factor: "-1" }] }, "INVALID", "rules.0.factor"],
    ["a factor of nothing", { rules: [{ base: "1.00", factor: "2" }] }, "REQUIRED", "rules.0.factorVariable"],
    ["a variable without a factor", { rules: [{ ...aRule, factor: null }] }, "REQUIRED", "rules.0.factor"],
    [
      "too many conditions",
      { rules: [aRule, { ...aRule, conditions: Array(11).fill(condition) }] },
      "INVALID",
      "rules.1.conditions",
    ],
    [
      "a condition of half a cent",
      { rules: [{ ...aRule, conditions: [condition, { ...condition, value: "2.505" }] }] },
      "INVALID",
      "rules.0.conditions.1.value",
    ],
    [
      "a destination that is none",
      { rules: [{ ...aRule, destination: { countries: ["DE", "QQ"] } }] },
      "INVALID",
      "rules.0.destination.countries.1",
    ],
  ])("refuses %s", async (_, parts, code, field) => {
    expect(await errorsOf({ rules: { ...byRules(aRule), ...parts } })).toEqual([[code, `input.rules.${field}`]]);
  });
});

describe("the provider of a method", () => {
  it("stays what it was made with", async () => {
    const made = {
      UPS: (await create({ ups: someUps(accountId) })).shippingMethod,
      FIXED: (await create({ fixed })).shippingMethod,
      RULES: (await create({ rules: byRules(aRule) })).shippingMethod,
    };
    const refused = async (shippingMethodId: string, input: object) =>
      codesAndFields(await update({ shippingMethodId, ...input }));
    expect(await refused(made.UPS.id, { fixed })).toEqual([["INVALID", "input.fixed"]]);
    expect(await refused(made.UPS.id, { rules: byRules(aRule) })).toEqual([["INVALID", "input.rules"]]);
    expect(await refused(made.FIXED.id, { rules: byRules(aRule) })).toEqual([["INVALID", "input.rules"]]);
    expect(await refused(made.RULES.id, { fixed })).toEqual([["INVALID", "input.fixed"]]);
    for (const method of Object.values(made)) expect(await readMethod(service, method.id)).toEqual(method);
  });

  it("changes its price, and what it ships with", async () => {
    const { id } = (await create({ fixed })).shippingMethod;
    const shipsWith = someUps(accountId);
    const shipping = await update({
      ...{ shippingMethodId: id, fixed: { price: usd("7") }, shipsWith, integrationLevel: "RATE_AND_SHIP" },
    });
    expect(shipping.userErrors).toEqual([]);
    expect(shipping.shippingMethod).toMatchObject({
      configuration: { price: usd("7.00") },
      shipsWith: { service: { code: "UPS_GROUND" }, packageType: { code: "UPS_CUSTOMER_PACKAGE" } },
    });
    expect(codesAndFields(await update({ shippingMethodId: id, shipsWith: { service: null } }))).toEqual([
      ["REQUIRED", "input.shipsWith.service"],
    ]);
    expect(codesAndFields(await update({ shippingMethodId: id, shipsWith: null }))).toEqual([
      ["NOT_ALLOWED", "input.integrationLevel"],
    ]);
    const again = await update({ shippingMethodId: id, shipsWith: null, integrationLevel: "RATE_ONLY" });
    expect(again.shippingMethod).toMatchObject({ shipsWith: null, configuration: { price: usd("7.00") } });
  });

  it("asks for all of a UPS Configuration where there was none", async () => {
    const { id } = (await create({ fixed })).shippingMethod;
    const shipsWith = { carrierAccountId: accountId, service: "UPS_GROUND" };
    expect(codesAndFields(await update({ shippingMethodId: id, shipsWith }))).toEqual(
      ["packageType", "weightUnit", "dimensionUnit", "labelFormat"].map((field) => [
        "REQUIRED",
        `input.shipsWith.${field}`,
      ]),
    );
  });
});
