import { randomUUID } from "node:crypto";
import { plainPriceRules, type StoredProviderConfiguration } from "../../src/entities/values/stored-method-rules.js";
import { addOwnMethod, setPriceRules } from "../support/price-setup.js";
import { sql } from "../support/purchases.js";
import { addAccount, addMethod, type Tenant } from "../support/rate-setup.js";
import { newYork, sanFrancisco } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService();
});
beforeEach(async () => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  await service.control.clearRequests();
});
afterAll(() => service.close());

const money = "{ amount currencyCode }";
const shippingRates = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
  quotes {
    id price ${money} service { code } shippingMethod { id } carrierPrice { negotiated ${money} }
    priceExplanation { kind change ${money} total ${money} text }
  }
  unavailable { shippingMethod { id } service { code } reason message }
  userErrors { code field message }
} }`;

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const goods = (unitValue: string, quantity = 1) => ({ description: "Mug", quantity, unitValue: usd(unitValue) });
const parts = { shipTo: newYork, packages: [{ weight: { value: 3 } }] };

const rate = async (input: object = {}) =>
  (await service.run(shippingRates, { input: { ...parts, ...input } }, { tenantId: tenant.tenantId })).shippingRates;
const asked = async () => (await service.control.requests()).filter(({ operation }) => operation === "RATE");

// biome-ignore lint/suspicious/noExplicitAny: as the answer has it
const steps = ({ priceExplanation }: any) =>
  // biome-ignore lint/suspicious/noExplicitAny: as the answer has it
  priceExplanation.map(({ kind, change, total }: any) => [kind, change.amount, total.amount]);

const rulesOf = (price: string): StoredProviderConfiguration => ({
  ...{ provider: "RULES", currencyCode: "USD", weightUnit: "LB", dimensionUnit: "IN" },
  rules: [
    {
      conditions: [{ variable: "WEIGHT", operator: "LESS_OR_EQUAL", value: "10" }],
      destination: { countries: ["US"], regions: [], postalPrefixes: [], postalRanges: [] },
      ...{ base: price, factor: "0.50", factorVariable: "WEIGHT" },
    },
  ],
});

describe("a UPS method's price", () => {
  it("is the carrier's through its rules, step by step, beside the carrier's own", async () => {
    const account = await addAccount(tenant);
    const { id } = await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    const rounding = { increment: "1.00", ending: "0.99", direction: "UP" as const };
    const rules = { marginPercent: "10", marginAmount: usd("2.00"), handlingAmount: usd("1.50"), rounding };
    await setPriceRules(tenant, id, rules);
    const [quote] = (await rate()).quotes;
    expect(quote).toMatchObject({ price: usd("20.99"), carrierPrice: { negotiated: usd("15.36") } });
    expect(steps(quote)).toEqual([
      ["CARRIER_PRICE", "15.36", "15.36"],
      ["MARGIN_PERCENT", "1.536", "16.896"],
      ["MARGIN_AMOUNT", "2.00", "18.896"],
      ["HANDLING", "1.50", "20.396"],
      ["ROUNDING", "0.594", "20.99"],
    ]);
    await setPriceRules(tenant, id, {});
    const { rateQuote } = await service.run(
      `query ($id: ID!) { rateQuote(id: $id) { price ${money} priceExplanation { kind total ${money} change ${money} } } }`,
      { id: quote.id },
      { tenantId: tenant.tenantId },
    );
    expect([rateQuote.price, steps(rateQuote)]).toEqual([usd("20.99"), steps(quote)]);
  });

  it("is free from an order amount on, and refused where that is in another currency", async () => {
    const account = await addAccount(tenant);
    const { id } = await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    await setPriceRules(tenant, id, { marginPercent: "10", freeAbove: usd("50.00") });
    const priced = async (orderAmount: object | null) => {
      const { quotes, unavailable } = await rate({ orderAmount });
      return [quotes[0]?.price.amount, unavailable[0]?.reason];
    };
    expect(await priced(null)).toEqual(["16.90", undefined]);
    expect(await priced(usd("49.99"))).toEqual(["16.90", undefined]);
    expect(await priced(usd("50.00"))).toEqual(["0.00", undefined]);
    expect(await priced({ amount: "80", currencyCode: "eur" })).toEqual([undefined, "CURRENCY_MISMATCH"]);
    const { unavailable } = await rate({ orderAmount: { amount: "80", currencyCode: "EUR" } });
    expect(unavailable).toEqual([
      {
        ...{ shippingMethod: { id }, service: { code: "UPS_GROUND" }, reason: "CURRENCY_MISMATCH" },
        message: "The order amount is in EUR, the price in USD: nothing is converted.",
      },
    ]);
  });

  it("sorts by what the buyer pays, and leaves all services of an account at the carrier's", async () => {
    const account = await addAccount(tenant);
    const ground = await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    const air = await addMethod(tenant, account.id, { service: "UPS_2ND_DAY_AIR" });
    await setPriceRules(tenant, ground.id, { marginAmount: usd("30.00") });
    const { quotes } = await rate();
    expect(quotes.map((quote: { shippingMethod: { id: string } }) => quote.shippingMethod.id)).toEqual([
      air.id,
      ground.id,
    ]);
    const all = (await rate({ carrierAccountId: account.id })).quotes;
    expect([all[0].price, steps(all[0])]).toEqual([usd("15.36"), [["CARRIER_PRICE", "15.36", "15.36"]]]);
  });

  it("declares the insured share of each package's goods to UPS, whose price includes it", async () => {
    const account = await addAccount(tenant);
    const { id } = await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    await setPriceRules(tenant, id, { insurancePercent: "25" });
    const packages = [
      { weight: { value: 3 }, items: [goods("99.99", 2), goods("1.00")] },
      { weight: { value: 3 }, items: [goods("40.00")], declaredValue: usd("5.00") },
      { weight: { value: 3 } },
    ];
    const [quote] = (await rate({ packages })).quotes;
    // biome-ignore lint/suspicious/noExplicitAny: the request as UPS saw it
    const [{ body }] = (await asked()) as any[];
    const declared = body.RateRequest.Shipment.Package.map(
      // biome-ignore lint/suspicious/noExplicitAny: the request as UPS saw it
      ({ PackageServiceOptions }: any) => PackageServiceOptions?.DeclaredValue ?? null,
    );
    expect(declared).toEqual([
      { CurrencyCode: "USD", MonetaryValue: "50.25" },
      { CurrencyCode: "USD", MonetaryValue: "5.00" },
      null,
    ]);
    expect(steps(quote)[1].slice(0, 2)).toEqual(["INSURANCE", "0.00"]);
  });
});

describe("a method with a price of its own", () => {
  it("is quoted beside UPS's, without a call and without an account, by its rules too", async () => {
    const fixed = await addOwnMethod(tenant, { provider: "FIXED", price: usd("4.90") });
    await setPriceRules(tenant, fixed, { handlingAmount: usd("1.05") });
    const byRules = await addOwnMethod(tenant, rulesOf("3.00"));
    const { quotes, unavailable, userErrors } = await rate({ shipFrom: sanFrancisco });
    expect([unavailable, userErrors, await asked()]).toEqual([[], [], []]);
    expect(quotes).toMatchObject([
      { shippingMethod: { id: byRules }, price: usd("4.50"), service: null, carrierPrice: null },
      { shippingMethod: { id: fixed }, price: usd("5.95"), service: null, carrierPrice: null },
    ]);
    expect(quotes.map(steps)).toEqual([
      [["RULE", "4.50", "4.50"]],
      [
        ["FIXED_PRICE", "4.90", "4.90"],
        ["HANDLING", "1.05", "5.95"],
      ],
    ]);
    const account = await addAccount(tenant);
    await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    expect((await rate()).quotes.map((quote: { price: object }) => quote.price)).toEqual(
      ["4.50", "5.95", "15.36"].map(usd),
    );
    expect(await asked()).toHaveLength(1);
  });

  it("is exact to the unit of its currency, and pays no heed to who pays a carrier", async () => {
    const price = (amount: string, currencyCode: string) => ({
      provider: "FIXED" as const,
      price: { amount, currencyCode },
    });
    for (const [amount, currency] of [
      ["1.2345", "KWD"],
      ["1234.5", "JPY"],
    ] as const)
      await setPriceRules(tenant, await addOwnMethod(tenant, price(amount, currency)), { marginPercent: "10" });
    const options = {
      payer: "RECIPIENT",
      payerAccountNumber: "X9Y8Z7",
      payerPostalCode: "10007",
      payerCountryCode: "US",
    };
    const { quotes } = await rate({ shipFrom: sanFrancisco, options });
    expect(quotes.map((quote: { price: object }) => quote.price)).toEqual([
      { amount: "1358", currencyCode: "JPY" },
      { amount: "1.358", currencyCode: "KWD" },
    ]);
  });

  it("says why it has no price, beside those that have one", async () => {
    const account = await addAccount(tenant);
    await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    const byRules = await addOwnMethod(tenant, rulesOf("3.00"));
    const { quotes, unavailable } = await rate({ packages: [{ weight: { value: 10.01 } }] });
    expect(quotes).toHaveLength(1);
    expect(unavailable).toEqual([
      {
        ...{ shippingMethod: { id: byRules }, service: null },
        ...{ reason: "NO_RULE_MATCHES", message: "No rule of the method matches." },
      },
    ]);
  });

  it("needs to know where the parcel starts, and refuses what cannot be", async () => {
    await addOwnMethod(tenant, { provider: "FIXED", price: usd("4.90") });
    const errors = async (input: object) =>
      (await rate(input)).userErrors.map(({ code, field }: { code: string; field: string[] }) => [
        code,
        field.join("."),
      ]);
    expect(await errors({})).toEqual([["REQUIRED", "input.shipFrom"]]);
    const weightless = { shipFrom: sanFrancisco, packages: [{ weight: { value: 0 } }] };
    expect(await errors(weightless)).toEqual([["INVALID", "input.packages.0.weight.value"]]);
    const negative = { orderAmount: { amount: "-1", currencyCode: "dollar" }, tags: [" "], channel: "x".repeat(256) };
    expect(await errors({ shipFrom: sanFrancisco, ...negative })).toEqual([
      ["INVALID", "input.tags.0"],
      ["INVALID", "input.orderAmount.amount"],
      ["INVALID", "input.orderAmount.currencyCode"],
      ["TOO_LONG", "input.channel"],
    ]);
  });

  it("keeps what was known of the order with the quote", async () => {
    await addOwnMethod(tenant, { provider: "FIXED", price: usd("4.90") });
    const order = { orderAmount: usd("12.00"), tags: ["fragile"], channel: "web" };
    const items = [goods("6.00", 2)];
    const box = { weight: { value: 3 }, dimensions: { length: 10, width: 5, height: 2 }, items };
    await rate({ shipFrom: sanFrancisco, packages: [box, box], ...order });
    const [{ pricing }] = await sql({ ...service, tenantId: tenant.tenantId }, "select pricing from rate_quote");
    expect(pricing).toEqual({
      ...{ ...order, rules: plainPriceRules, quantity: 4 },
      ...{ weight: { value: 6, unit: "LB" }, volume: { value: 200, unit: "IN" } },
    });
  });

  it("is not quoted with what is imported from elsewhere", async () => {
    const legacy = await addOwnMethod(tenant, null);
    expect((await rate({ shippingMethodIds: [legacy], shipFrom: sanFrancisco })).userErrors).toEqual([
      {
        ...{ code: "NOT_ALLOWED", field: ["input", "shippingMethodIds", "0"] },
        message: "Only UPS, FIXED and RULES methods are rated.",
      },
    ]);
  });
});
