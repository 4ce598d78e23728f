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

const create = (rules: object) => createMethod(service, { ups: someUps(accountId), ...rules });
const errorsOf = async (rules: object) => codesAndFields(await create(rules));
const update = (input: object) => changeMethod(service, "updateShippingMethod", input);
const euro = (amount: string) => ({ amount, currencyCode: "EUR" });
const many = (length: number) => Array.from({ length }, (_, index) => String(10_000 + index));

const all = {
  priceRules: {
    ...{ marginPercent: "12.5", marginAmount: usd("-0.50"), handlingAmount: usd("1.00"), freeAbove: usd("75.00") },
    ...{ insurancePercent: "110", rounding: { increment: "1.00", ending: "0.99", direction: "UP" } },
  },
  availability: {
    ...{ countries: ["US", "CA"], regions: ["US-CA", "CA-QC"], postalPrefixes: ["9", "H2"] },
    postalRanges: [{ from: "90000", to: "96199" }],
    ...{ maxWeight: { value: 30, unit: "KG" }, maxVolume: { value: 9_000, unit: "IN" } },
    ...{ requiredTags: ["gift"], excludedTags: ["fragile"], channels: ["web"] },
  },
  dispatch: {
    ...{ handlingDays: 2, cutOffTime: "14:30", timeZone: "America/New_York", blackoutDays: ["2026-12-25"] },
    transitDays: { min: 1, max: 3 },
  },
  productReference: "prod-1",
};

describe("the rules of a method", () => {
  it("read back as they were given", async () => {
    const { shippingMethod, userErrors } = await create(all);
    expect(userErrors).toEqual([]);
    expect(shippingMethod).toMatchObject(all);
    expect(await readMethod(service, shippingMethod.id)).toEqual(shippingMethod);
  });

  it("change only where something is given", async () => {
    const { id } = (await create(all)).shippingMethod;
    const changes = {
      ...{ priceRules: { marginPercent: "0" }, availability: { channels: [] }, dispatch: { handlingDays: 0 } },
      productReference: null,
    };
    const { shippingMethod } = await update({ shippingMethodId: id, ...changes });
    expect(shippingMethod).toMatchObject({
      priceRules: { ...all.priceRules, ...changes.priceRules },
      availability: { ...all.availability, ...changes.availability },
      dispatch: { ...all.dispatch, ...changes.dispatch },
      productReference: null,
    });
  });

  it("read back as codes are written, and ending in nothing where no ending is given", async () => {
    const { shippingMethod } = await create({
      availability: { countries: ["uk"], regions: [" gb-eng "], postalPrefixes: [" sw1a  1 "] },
      priceRules: { rounding: { increment: "0.05", direction: "NEAREST" }, freeAbove: usd("5") },
    });
    expect(shippingMethod.availability).toMatchObject({
      ...{ countries: ["GB"], regions: ["GB-ENG"], postalPrefixes: ["SW1A 1"] },
    });
    expect(shippingMethod.priceRules).toMatchObject({
      ...{ rounding: { increment: "0.05", ending: "0", direction: "NEAREST" }, freeAbove: usd("5.00") },
    });
  });

  it("keep a reference of 255 characters and none longer", async () => {
    expect((await create({ productReference: "x".repeat(255) })).userErrors).toEqual([]);
    expect(await errorsOf({ productReference: "x".repeat(256) })).toEqual([["TOO_LONG", "input.productReference"]]);
  });
});

describe("price rules", () => {
  it.each([
    ["a discount of all", { marginPercent: "-100" }],
    ["ten times the price", { marginPercent: "1000" }],
    ["insurance of twice the value", { insurancePercent: "200" }],
    ["a yen", { handlingAmount: { amount: "1", currencyCode: "JPY" } }],
    ["a fils", { handlingAmount: { amount: "0.001", currencyCode: "KWD" } }],
    ["an order of nothing", { freeAbove: usd("0") }],
  ])("take %s", async (_, priceRules) => {
    expect((await create({ priceRules })).userErrors).toEqual([]);
  });

  const point = { increment: "1.00", direction: "UP" };
  it.each<[string, object, string]>([
    ["a discount of more than all", { marginPercent: "-100.000001" }, "marginPercent"],
    ["a margin of more than ten times the price", { marginPercent: "1000.1" }, "marginPercent"],
    ["insurance of less than nothing", { insurancePercent: "-1" }, "insurancePercent"],
    ["insurance of more than twice the value", { insurancePercent: "200.1" }, "insurancePercent"],
    ["half a cent", { marginAmount: usd("0.005") }, "marginAmount.amount"],
    ["tenths of a yen", { marginAmount: { amount: "0.1", currencyCode: "JPY" } }, "marginAmount.amount"],
    ["a currency that is none", { marginAmount: { amount: "1", currencyCode: "XQX" } }, "marginAmount.currencyCode"],
    ["handling below zero", { handlingAmount: usd("-1.00") }, "handlingAmount.amount"],
    ["an order below zero", { freeAbove: usd("-1.00") }, "freeAbove.amount"],
    ["two currencies", { marginAmount: usd("1.00"), freeAbove: euro("1.00") }, "freeAbove.currencyCode"],
    ["an increment of nothing", { rounding: { ...point, increment: "0", ending: "-1" } }, "rounding.increment"],
    ["an ending as long as the increment", { rounding: { ...point, ending: "1.00" } }, "rounding.ending"],
    ["an ending below zero", { rounding: { ...point, ending: "-0.01" } }, "rounding.ending"],
    [
      "an increment of half a cent",
      { rounding: { ...point, increment: "0.505" }, freeAbove: usd("9.00") },
      "rounding.increment",
    ],
  ])("refuse %s", async (_, priceRules, field) => {
    expect(await errorsOf({ priceRules })).toContainEqual(["INVALID", `input.priceRules.${field}`]);
  });

  it("are in the currency of a price of the method's own", async () => {
    const priceRules = { handlingAmount: euro("1.00") };
    for (const price of [{ fixed: { price: usd("5.00") } }, { rules: byRules({ base: "5.00" }) }]) {
      expect(codesAndFields(await createMethod(service, { ...price, priceRules }))).toEqual([
        ["INVALID", "input.priceRules.handlingAmount.currencyCode"],
      ]);
    }
  });

  it("stay in the currency that they are in, unless all of them change", async () => {
    const { id } = (await create({ priceRules: { handlingAmount: usd("1.00") } })).shippingMethod;
    const changed = async (priceRules: object) => codesAndFields(await update({ shippingMethodId: id, priceRules }));
    expect(await changed({ freeAbove: euro("50.00") })).toEqual([
      ["INVALID", "input.priceRules.freeAbove.currencyCode"],
    ]);
    expect(await changed({ freeAbove: euro("50.00"), handlingAmount: euro("1.00") })).toEqual([]);
  });
});

describe("availability", () => {
  it("takes 200 entries of each list", async () => {
    const { userErrors } = await create({ availability: { postalPrefixes: many(200), channels: many(200) } });
    expect(userErrors).toEqual([]);
  });

  const range = (from: string, to: string) => ({
    postalRanges: [
      { from: "1", to: "2" },
      { from, to },
    ],
  });
  it.each<[string, object, string]>([
    ["a country that is none", { countries: ["US", "QQ"] }, "countries.1"],
    ["a country twice", { countries: ["US", "CA", "us"] }, "countries.2"],
    ["a region without its country", { regions: ["CA"] }, "regions.0"],
    ["a region that is none", { regions: ["US-CA", "US-QQ"] }, "regions.1"],
    ["a region of no country", { regions: ["QQ-01"] }, "regions.0"],
    ["a beginning of nothing", { postalPrefixes: ["1", " "] }, "postalPrefixes.1"],
    ["a beginning of other signs", { postalPrefixes: ["1*"] }, "postalPrefixes.0"],
    ["a beginning that is too long", { postalPrefixes: ["12345678901"] }, "postalPrefixes.0"],
    ["201 beginnings", { postalPrefixes: many(201) }, "postalPrefixes"],
    ["201 ranges", { postalRanges: many(201).map((from) => ({ from, to: from })) }, "postalRanges"],
    ["a range that ends before it begins", range("200", "100"), "postalRanges.1.to"],
    ["a range of two forms", range("1000", "20000"), "postalRanges.1.to"],
    ["a range of digits and letters", range("A1", "11"), "postalRanges.1.to"],
    ["a range from nothing", range("", "1"), "postalRanges.1.from"],
    ["a weight of nothing", { maxWeight: { value: 0, unit: "KG" } }, "maxWeight.value"],
    ["a volume below zero", { maxVolume: { value: -1, unit: "CM" } }, "maxVolume.value"],
    ["an empty tag", { requiredTags: [" "] }, "requiredTags.0"],
    ["a tag that is too long", { requiredTags: ["x".repeat(51)] }, "requiredTags.0"],
    ["a tag both required and excluded", { requiredTags: ["a"], excludedTags: ["b", "A"] }, "excludedTags.1"],
    ["a channel of two lines", { channels: ["web", "a\nb"] }, "channels.1"],
  ])("refuses %s", async (_, availability, field) => {
    expect(await errorsOf({ availability })).toEqual([["INVALID", `input.availability.${field}`]]);
  });
});

describe("dispatch", () => {
  it.each([["Europe/Berlin"], ["America/Argentina/Buenos_Aires"], ["UTC"]])("takes the zone %s", async (timeZone) => {
    expect((await create({ dispatch: { timeZone } })).userErrors).toEqual([]);
  });

  const days = Array.from({ length: 201 }, (_, day) => new Date(Date.UTC(2027, 0, day + 1)).toISOString().slice(0, 10));
  it.each<[string, object, string]>([
    ["fewer days than none", { handlingDays: -1 }, "handlingDays"],
    ["91 days", { handlingDays: 91 }, "handlingDays"],
    ["a zone that is none", { timeZone: "Europe/Atlantis" }, "timeZone"],
    ["an offset for a zone", { timeZone: "+01:00" }, "timeZone"],
    ["a day twice", { blackoutDays: ["2026-12-25", "2026-12-25"] }, "blackoutDays.1"],
    ["201 days off", { blackoutDays: days }, "blackoutDays"],
    ["fewer days on the way than none", { transitDays: { min: -1, max: 2 } }, "transitDays.min"],
    ["at most fewer days than at least", { transitDays: { min: 3, max: 2 } }, "transitDays.max"],
    ["91 days on the way", { transitDays: { min: 3, max: 91 } }, "transitDays.max"],
  ])("refuses %s", async (_, dispatch, field) => {
    expect(await errorsOf({ dispatch })).toEqual([["INVALID", `input.dispatch.${field}`]]);
  });

  it.each([
    ["cutOffTime", "24:00"],
    ["blackoutDays", ["2026-02-30"]],
  ])("takes no input whose %s is %s", async (field, value) => {
    await expect(create({ dispatch: { [field]: value } })).rejects.toThrow(field);
  });
});
