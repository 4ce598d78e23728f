import { codesAndFields } from "../support/accounts.js";
import { changeMethod, createMethod, newAccountId, readMethod, someUps, usd } from "../support/methods.js";
import { aPackage, newYork, sanFrancisco } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { createPlace } from "../support/ship-from-places.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await newAccountId(service);
});
afterAll(() => service.close());

const importIt = (input: object, as?: object) =>
  changeMethod(service, "importLegacyShippingMethod", { name: "Old ground", ...input }, as);
const replace = (input: object) => changeMethod(service, "replaceLegacyShippingMethod", input);

const rules = {
  priceRules: { marginPercent: "10", handlingAmount: usd("1.00"), freeAbove: usd("75.00") },
  availability: { countries: ["US"], requiredTags: ["gift"] },
  dispatch: { handlingDays: 2, timeZone: "America/New_York", transitDays: { min: 1, max: 3 } },
  productReference: "prod-1",
};
const settings = { integrationLevel: "RATE_ONLY", invoicingPolicy: "ACTUAL", isPublished: true };
let count = 0;
const newReference = () => `old-${++count}`;

const audited = async (targetId: string) => {
  const source = `query ($filter: AuditEventFilter) { auditEvents(filter: $filter) { nodes { kind changes { field before after } } } }`;
  return (await service.run(source, { filter: { targetId } })).auditEvents.nodes;
};

describe("importLegacyShippingMethod", () => {
  it("reads back every value", async () => {
    const externalReference = newReference();
    const { shippingMethod, userErrors } = await importIt({
      externalReference: ` ${externalReference} `,
      ...settings,
      ...rules,
    });
    expect(userErrors).toEqual([]);
    expect(shippingMethod).toMatchObject({
      ...{ name: "Old ground", provider: "UPS_LEGACY", configuration: null, shipsWith: null, externalReference },
      ...{ ...settings, ...rules },
    });
    expect(await readMethod(service, shippingMethod.id)).toEqual(shippingMethod);
  });

  it("gives the same method again, and refuses others of its reference", async () => {
    const input = { externalReference: newReference(), ...settings, ...rules };
    const [first, second] = await Promise.all([importIt(input), importIt(input)]);
    expect(second).toEqual(first);
    expect(await importIt(input)).toEqual(first);
    for (const other of [{ name: "Other" }, { isPublished: false }, { priceRules: { marginPercent: "11" } }]) {
      expect(codesAndFields(await importIt({ ...input, ...other }))).toEqual([["CONFLICT", "input.externalReference"]]);
    }
    expect((await audited(first.shippingMethod.id)).map(({ kind }: { kind: string }) => kind)).toEqual([
      "SHIPPING_METHOD_IMPORTED",
    ]);
  });

  it("keeps the references of two tenants apart", async () => {
    const externalReference = newReference();
    const mine = await importIt({ externalReference });
    const theirs = await importIt({ externalReference }, { tenantId: service.otherTenantId });
    expect(theirs.userErrors).toEqual([]);
    expect(theirs.shippingMethod.id).not.toBe(mine.shippingMethod.id);
  });

  it.each<[string, object, string, string]>([
    ["no reference", { externalReference: " " }, "REQUIRED", "externalReference"],
    ["a reference that is too long", { externalReference: "x".repeat(256) }, "TOO_LONG", "externalReference"],
    ["no name", { name: " " }, "REQUIRED", "name"],
    ["wrong rules", { priceRules: { marginPercent: "-101" } }, "INVALID", "priceRules.marginPercent"],
  ])("refuses %s", async (_, input, code, field) => {
    expect(codesAndFields(await importIt({ externalReference: newReference(), ...input }))).toEqual([
      [code, `input.${field}`],
    ]);
  });

  it("makes what is never changed, priced or shipped with", async () => {
    const { id } = (await importIt({ externalReference: newReference(), integrationLevel: "RATE_AND_SHIP" }))
      .shippingMethod;
    expect(
      codesAndFields(await changeMethod(service, "updateShippingMethod", { shippingMethodId: id, name: "New" })),
    ).toEqual([["NOT_ALLOWED", "input.shippingMethodId"]]);
    service.control.clearRequests();
    const lane = { shipFrom: sanFrancisco, shipTo: newYork, packages: [aPackage] };
    const rates =
      "query ($input: ShippingRatesInput!) { shippingRates(input: $input) { quotes { id } userErrors { code field } } }";
    const priced = (await service.run(rates, { input: { ...lane, shippingMethodIds: [id] } })).shippingRates;
    expect(codesAndFields(priced)).toEqual([["NOT_ALLOWED", "input.shippingMethodIds.0"]]);
    const ship =
      "mutation ($input: CreateShipmentInput!) { createShipment(input: $input) { userErrors { code field } } }";
    const shipped = (await service.run(ship, { input: { ...lane, shippingMethodId: id } })).createShipment;
    expect(codesAndFields(shipped)).toEqual([["NOT_ALLOWED", "input.shippingMethodId"]]);
    expect(await service.control.requests()).toEqual([]);
  });
});

describe("replaceLegacyShippingMethod", () => {
  it("hands on name and rules", async () => {
    const legacy = (await importIt({ externalReference: newReference(), ...settings, ...rules })).shippingMethod;
    const { shippingMethod, userErrors } = await replace({
      legacyShippingMethodId: legacy.id,
      ups: someUps(accountId),
    });
    expect(userErrors).toEqual([]);
    expect(shippingMethod).toMatchObject({
      ...{ name: "Old ground", provider: "UPS", externalReference: null, supersedes: { id: legacy.id } },
      ...{ ...settings, ...rules },
    });
  });

  it("hands on the place that it leaves from", async () => {
    const shipFromPlaceId = (await createPlace(service)).shipFromPlace.id;
    const legacy = await importIt({ externalReference: newReference(), shipFromPlaceId });
    expect(legacy.userErrors).toEqual([]);
    const ids = { legacyShippingMethodId: legacy.shippingMethod.id };
    const { shippingMethod } = await replace({ ...ids, ups: someUps(accountId) });
    const places = "query ($id: ID!) { shippingMethod(id: $id) { shipFromPlace { id } } }";
    const read = await service.run(places, { id: shippingMethod.id });
    expect(read.shippingMethod.shipFromPlace).toEqual({ id: shipFromPlaceId });
  });

  it("lets single rules be others, and the price be the merchant's own", async () => {
    const integrationLevel = "RATE_AND_SHIP";
    const legacy = (await importIt({ externalReference: newReference(), integrationLevel, ...rules })).shippingMethod;
    const { shippingMethod } = await replace({
      ...{ legacyShippingMethodId: legacy.id, fixed: { price: usd("9.00") }, productReference: "prod-2" },
      ...{ priceRules: { marginPercent: "0" }, availability: { countries: ["CA"] } },
    });
    expect(shippingMethod).toMatchObject({
      ...{ provider: "FIXED", integrationLevel: "RATE_ONLY", configuration: { price: usd("9.00") } },
      priceRules: { ...rules.priceRules, marginPercent: "0" },
      availability: { countries: ["CA"], requiredTags: ["gift"] },
      ...{ dispatch: rules.dispatch, productReference: "prod-2" },
    });
  });

  it("takes no price in another currency than the rules it hands on", async () => {
    const legacy = (await importIt({ externalReference: newReference(), ...rules })).shippingMethod;
    const fixed = { price: { amount: "9.00", currencyCode: "EUR" } };
    expect(codesAndFields(await replace({ legacyShippingMethodId: legacy.id, fixed }))).toEqual([
      ["INVALID", "input.fixed.price.currencyCode"],
    ]);
  });
});

describe("the audit", () => {
  it("tells which rules a new method has, and then what of them changed from what to what", async () => {
    const input = { name: "Own", fixed: { price: usd("5.00") }, priceRules: { marginPercent: "5" } };
    const { id } = (await createMethod(service, input)).shippingMethod;
    const changes = {
      priceRules: { marginPercent: "7" },
      availability: { countries: ["US"] },
      fixed: { price: usd("6.00") },
    };
    await changeMethod(service, "updateShippingMethod", { shippingMethodId: id, ...changes });
    await changeMethod(service, "updateShippingMethod", { shippingMethodId: id, ...changes });
    const [updated, created, ...more] = await audited(id);
    expect(more).toEqual([]);
    const rulesIn = (event: { changes: { field: string }[] }) =>
      event.changes.filter(({ field }) => /\.|Configuration/.test(field));
    expect(rulesIn(created)).toEqual([
      { field: "priceRules.marginPercent", before: "0", after: "5" },
      { field: "providerConfiguration", before: null, after: expect.stringContaining("5.00") },
    ]);
    expect(updated.changes).toEqual([
      { field: "availability.countries", before: "[]", after: '["US"]' },
      { field: "priceRules.marginPercent", before: "5", after: "7" },
      {
        field: "providerConfiguration",
        before: expect.stringContaining("5.00"),
        after: expect.stringContaining("6.00"),
      },
    ]);
  });
});
