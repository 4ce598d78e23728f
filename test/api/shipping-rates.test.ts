import { randomUUID } from "node:crypto";
import { watchStatements } from "../support/count-statements.js";
import { statementsUnderWay } from "../support/database-activity.js";
import { eventually } from "../support/eventually.js";
import { arrived, hold } from "../support/purchases.js";
import { addAccount, addMethod, shippingRates, type Tenant, toronto } from "../support/rate-setup.js";
import { berlin, newYork } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService();
  // A Thursday: what leaves then and takes a day or two can arrive on a Saturday.
  await service.control.setClock("2026-03-05T15:00:00Z");
});
afterAll(() => service.close());

beforeEach(async () => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  await service.control.clearFaults();
  await service.control.clearRequests();
});

const threePounds = [{ weight: { value: 3 } }];
const parts = { shipTo: newYork, packages: threePounds };

async function rate(input: object) {
  const data = await service.run(shippingRates, { input }, { tenantId: tenant.tenantId });
  return data.shippingRates;
}

const paths = async () =>
  (await service.control.requests()).filter((call) => call.operation === "RATE").map((call) => call.path);

const shop = "/api/rating/v2409/Shop?additionalinfo=timeintransit";
const mayVary = {
  carrierErrorCode: "110971",
  severity: "INFO",
  text: "Your invoice may vary from the displayed reference rates",
};
const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const summary = (quote: { service: { code: string }; isSaturdayDelivery: boolean; price: { amount: string } }) =>
  `${quote.service.code}${quote.isSaturdayDelivery ? " SATURDAY" : ""} ${quote.price.amount}`;

describe("One answer", () => {
  it("prices all methods of an account with one call to UPS", async () => {
    const account = await addAccount(tenant);
    const air = await addMethod(tenant, account.id, { service: "UPS_2ND_DAY_AIR" });
    const ground = await addMethod(tenant, account.id, { service: "UPS_GROUND" });

    expect(await rate(parts)).toEqual({
      quotes: [
        {
          id: expect.stringMatching(/^quo_/),
          service: { code: "UPS_GROUND", name: "UPS Ground", carrierServiceCode: "03" },
          shippingMethod: { id: ground.id },
          price: usd("15.36"),
          carrierPrice: {
            published: usd("21.32"),
            negotiated: usd("15.36"),
            negotiatedState: "APPLIED",
            charges: [
              { carrierChargeCode: null, kind: "BASE", name: "Transport", amount: usd("12.96") },
              { carrierChargeCode: "375", kind: "FUEL", name: "Fuel surcharge", amount: usd("2.40") },
            ],
          },
          estimatedDeliveryDate: "2026-03-12",
          estimatedDeliveryTime: "23:30",
          transitDays: 5,
          isGuaranteed: false,
          isSaturdayDelivery: false,
          billableWeight: { value: 3, unit: "LB" },
          expiresAt: expect.stringMatching(/Z$/),
          carrierMessages: [mayVary],
        },
        expect.objectContaining({
          service: expect.objectContaining({ code: "UPS_2ND_DAY_AIR" }),
          shippingMethod: { id: air.id },
        }),
      ],
      unavailable: [],
      carrierMessages: [mayVary],
      userErrors: [],
    });
    expect(await paths()).toEqual([shop]);
  });

  it("offers every service of the only account, cheapest first, when there is no method", async () => {
    await addAccount(tenant);
    const { quotes } = await rate(parts);
    expect(quotes.map(summary)).toEqual([
      "UPS_GROUND 15.36",
      "UPS_3_DAY_SELECT 26.91",
      "UPS_2ND_DAY_AIR 35.12",
      "UPS_2ND_DAY_AIR_AM 41.07",
      "UPS_NEXT_DAY_AIR_SAVER 54.95",
      "UPS_NEXT_DAY_AIR 59.77",
      "UPS_NEXT_DAY_AIR_EARLY 104.24",
    ]);
    expect(await paths()).toEqual([shop]);
  });

  it("offers every service of the account named, whatever the methods are", async () => {
    const account = await addAccount(tenant);
    await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    const { quotes } = await rate({ ...parts, carrierAccountId: account.id });
    expect(quotes.length).toBeGreaterThan(1);
    expect(quotes.map((quote: { shippingMethod: unknown }) => quote.shippingMethod)).toEqual(quotes.map(() => null));
  });

  it("prices the methods named only", async () => {
    const account = await addAccount(tenant);
    await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    const air = await addMethod(tenant, account.id, { service: "UPS_2ND_DAY_AIR" });
    const { quotes } = await rate({ ...parts, shippingMethodIds: [air.id, air.id] });
    expect(quotes.map((quote: { shippingMethod: unknown }) => quote.shippingMethod)).toEqual([{ id: air.id }]);
  });

  it("asks UPS once more where methods of one account differ in packaging", async () => {
    const account = await addAccount(tenant);
    await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    await addMethod(tenant, account.id, { service: "UPS_2ND_DAY_AIR", packageType: "UPS_PAK" });
    const { quotes } = await rate(parts);
    expect(quotes).toHaveLength(2);
    expect(await paths()).toEqual([shop, shop]);
  });

  it("keeps a service on a Saturday apart from the same service on a weekday", async () => {
    const account = await addAccount(tenant);
    await addMethod(tenant, account.id, { service: "UPS_2ND_DAY_AIR" });
    const { quotes } = await rate({ ...parts, options: { isSaturdayDelivery: true } });
    expect(quotes.map(summary)).toEqual(["UPS_2ND_DAY_AIR 35.12", "UPS_2ND_DAY_AIR SATURDAY 51.12"]);
    expect(quotes[1].carrierPrice.charges).toContainEqual({
      carrierChargeCode: "300",
      kind: "SATURDAY",
      name: "Saturday delivery",
      amount: usd("16.00"),
    });
    expect(new Set(quotes.map((quote: { id: string }) => quote.id)).size).toBe(2);
    expect(await paths()).toEqual([shop]);
  });
});

describe("Equal requests", () => {
  it("share one call while it is under way, and each gets quotes of its own", async () => {
    await addAccount(tenant);
    await rate(parts);
    await service.settled();
    await service.control.clearRequests();
    await hold(service, "RATE");

    const statements = watchStatements();
    const first = rate(parts);
    await arrived(service, "RATE");
    const before = statements.texts().length;
    const furtherAnswers = Array.from({ length: 49 }, () => rate(parts));
    // All have read what they ask with, as the first has, and have nothing left to wait for but its answer.
    await eventually(() => statements.texts().length >= 50 * before);
    statements.stop();
    await eventually(async () => (await statementsUnderWay(service)) === 0);
    await service.control.release();

    const answers = await Promise.all([first, ...furtherAnswers]);
    expect(await paths()).toEqual([shop]);
    const [{ quotes }] = answers;
    for (const answer of answers) expect(answer.quotes.map(summary)).toEqual(quotes.map(summary));
    const ids = answers.flatMap((answer) => answer.quotes.map((quote: { id: string }) => quote.id));
    expect(new Set(ids).size).toBe(50 * quotes.length);
  });
});

describe("Negotiated prices", () => {
  it.each([1, 3])("stand beside the published ones for %d packages", async (count) => {
    await addAccount(tenant);
    const { quotes } = await rate({ ...parts, packages: Array(count).fill(threePounds[0]) });
    for (const { price, carrierPrice } of quotes) {
      expect(carrierPrice).toMatchObject({ negotiatedState: "APPLIED", negotiated: price });
      expect(Number(carrierPrice.published.amount)).toBeGreaterThan(Number(price.amount));
    }
  });

  it("are absent with the reason when the account has none", async () => {
    await addAccount(tenant, { accountNumber: "A1B2CN" });
    const { quotes, carrierMessages } = await rate(parts);
    expect(quotes.length).toBeGreaterThan(0);
    for (const { price, carrierPrice } of quotes) {
      expect(carrierPrice).toMatchObject({
        negotiatedState: "ACCOUNT_NOT_ENROLLED",
        negotiated: null,
        published: price,
      });
    }
    expect(carrierMessages).toContainEqual(expect.objectContaining({ carrierErrorCode: "120900" }));
  });
});

describe("What has no price", () => {
  it("stands beside what has: another account's missing product", async () => {
    const [good, bad] = [await addAccount(tenant), await addAccount(tenant, { clientId: "without-rating" })];
    await addMethod(tenant, good.id, { service: "UPS_GROUND" });
    const broken = await addMethod(tenant, bad.id, { service: "UPS_GROUND" });
    const { quotes, unavailable, userErrors } = await rate(parts);
    expect(quotes).toHaveLength(1);
    expect(unavailable).toEqual([
      {
        shippingMethod: { id: broken.id },
        service: { code: "UPS_GROUND" },
        reason: "ACCOUNT_NOT_READY",
        message: expect.any(String),
      },
    ]);
    expect(userErrors).toEqual([]);
  });

  it("is a service that does not go there, without a call for it", async () => {
    const account = await addAccount(tenant);
    const ground = await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    await addMethod(tenant, account.id, { service: "UPS_WORLDWIDE_SAVER" });
    const { quotes, unavailable } = await rate({ ...parts, shipTo: berlin });
    expect(quotes.map((quote: { service: unknown }) => quote.service)).toEqual([
      { code: "UPS_WORLDWIDE_SAVER", name: "UPS Worldwide Saver", carrierServiceCode: "65" },
    ]);
    expect(unavailable).toEqual([
      {
        shippingMethod: { id: ground.id },
        service: { code: "UPS_GROUND" },
        reason: "LANE_NOT_SERVED",
        message: "UPS Ground is not supported by this service from US to DE",
      },
    ]);
  });

  it("is a service without the option that was asked for", async () => {
    const account = await addAccount(tenant);
    await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    const { unavailable } = await rate({ ...parts, options: { isSaturdayDelivery: true } });
    expect(unavailable).toEqual([expect.objectContaining({ reason: "OPTION_NOT_ALLOWED" })]);
    expect(await paths()).toEqual([]);
  });

  it("is a method whose own units make the package too heavy", async () => {
    const account = await addAccount(tenant, { address: toronto });
    await addMethod(tenant, account.id, { service: "UPS_WORLDWIDE_SAVER" });
    const metric = await addMethod(tenant, account.id, {
      service: "UPS_STANDARD",
      weightUnit: "KG",
      dimensionUnit: "CM",
    });
    const { quotes, unavailable, userErrors } = await rate({ ...parts, packages: [{ weight: { value: 100 } }] });
    expect(quotes).toHaveLength(1);
    expect(unavailable).toEqual([
      expect.objectContaining({ shippingMethod: { id: metric.id }, reason: "WEIGHT_LIMIT" }),
    ]);
    expect(userErrors).toEqual([]);
  });

  it("is every method of an archived account", async () => {
    const account = await addAccount(tenant);
    await addMethod(tenant, account.id, { service: "UPS_GROUND" });
    await archive(account.id);
    expect((await rate(parts)).unavailable).toEqual([expect.objectContaining({ reason: "ACCOUNT_NOT_READY" })]);
    expect(await paths()).toEqual([]);
  });

  it.each([
    ["LANE_NOT_SERVED", "111210", "99999"],
    ["ADDRESS_INVALID", "113021", "00000"],
  ])("is told as %s with UPS's own code %s", async (reason, carrierErrorCode, postalCode) => {
    await addAccount(tenant);
    const answer = await rate({ ...parts, shipTo: { ...newYork, postalCode } });
    expect(answer).toEqual({
      quotes: [],
      unavailable: [{ shippingMethod: null, service: null, reason, message: answer.carrierMessages[0].text }],
      carrierMessages: [{ carrierErrorCode, severity: "ERROR", text: expect.any(String) }],
      userErrors: [],
    });
  });

  it.each([
    ["UPS answers with a web page", { kind: "HTML" as const }],
    ["UPS breaks down", { kind: "STATUS" as const, status: 503, times: 9 }],
  ])("is data even when %s", async (_what, fault) => {
    await addAccount(tenant);
    await service.control.addFault({ operation: "RATE", ...fault });
    const { quotes, unavailable, userErrors } = await rate(parts);
    expect({ quotes, userErrors }).toEqual({ quotes: [], userErrors: [] });
    expect(unavailable).toEqual([
      { shippingMethod: null, service: null, reason: "CARRIER_UNAVAILABLE", message: expect.stringMatching(/[^.]\.$/) },
    ]);
  });
});

async function archive(id: string): Promise<void> {
  const source = `mutation ($input: ArchiveCarrierAccountInput!) { archiveCarrierAccount(input: $input) { userErrors { code } } }`;
  await service.run(source, { input: { carrierAccountId: id } }, { tenantId: tenant.tenantId });
}
