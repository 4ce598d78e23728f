import { changeAccount, codesAndFields } from "../support/accounts.js";
import {
  changeMethod,
  createMethod,
  insertLegacyMethod,
  newAccountId,
  readMethod,
  someUps,
} from "../support/methods.js";
import { berlin } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await newAccountId(service);
});
afterAll(() => service.close());

const update = (input: object) => changeMethod(service, "updateShippingMethod", input);
const archive = (shippingMethodId: string) => changeMethod(service, "archiveShippingMethod", { shippingMethodId });
const replace = (input: object) => changeMethod(service, "replaceLegacyShippingMethod", input);
const newMethod = async (ups: Record<string, unknown> = {}) =>
  (await createMethod(service, { ups: someUps(accountId, ups) })).shippingMethod;

describe("updateShippingMethod", () => {
  it("changes what is given and keeps the rest", async () => {
    const before = await newMethod({ dutiesPayer: "SENDER" });
    const { shippingMethod, userErrors } = await update({
      shippingMethodId: before.id,
      name: " Air ",
      isPublished: true,
      ups: { service: "UPS_NEXT_DAY_AIR", labelFormat: "EPL" },
    });
    expect(userErrors).toEqual([]);
    expect(shippingMethod).toEqual({
      ...before,
      name: "Air",
      isPublished: true,
      configuration: {
        ...before.configuration,
        service: { code: "UPS_NEXT_DAY_AIR", name: "UPS Next Day Air", carrierServiceCode: "01" },
        labelFormat: "EPL",
      },
    });
    expect(await readMethod(service, before.id)).toEqual(shippingMethod);
  });

  it("changes nothing when nothing is given, and refuses nulls", async () => {
    const before = await newMethod();
    const nulls = { name: null, ups: null, integrationLevel: null, isPublished: null, invoicingPolicy: null };
    expect((await update({ shippingMethodId: before.id })).shippingMethod).toEqual(before);
    const refused = codesAndFields(await update({ shippingMethodId: before.id, ...nulls }));
    expect(refused.sort()).toEqual(
      Object.keys(nulls)
        .sort()
        .map((field) => ["INVALID", `input.${field}`]),
    );
    expect((await update({ shippingMethodId: before.id, ups: {} })).shippingMethod).toEqual(before);
  });

  it("goes back to all services when the service is null", async () => {
    const { id } = await newMethod();
    const { shippingMethod } = await update({ shippingMethodId: id, ups: { service: null } });
    expect(shippingMethod.configuration.service).toBeNull();
  });

  it("checks the configuration that comes of it, not only what is given", async () => {
    const { id } = await newMethod({ service: "UPS_NEXT_DAY_AIR", packageType: "UPS_LETTER" });
    expect(codesAndFields(await update({ shippingMethodId: id, ups: { service: "UPS_GROUND" } }))).toEqual([
      ["OPTION_NOT_ALLOWED", "input.ups.packageType"],
    ]);
    const german = await newAccountId(service, { address: berlin });
    expect(codesAndFields(await update({ shippingMethodId: id, ups: { carrierAccountId: german } }))).toEqual([
      ["OPTION_NOT_ALLOWED", "input.ups.service"],
      ["INVALID", "input.ups.weightUnit"],
      ["INVALID", "input.ups.dimensionUnit"],
    ]);
  });

  it("refuses a name that is too long", async () => {
    const { id } = await newMethod();
    expect(codesAndFields(await update({ shippingMethodId: id, name: "x".repeat(256) }))).toEqual([
      ["TOO_LONG", "input.name"],
    ]);
  });

  it("refuses a blank name and package type and foreign accounts, and changes nothing", async () => {
    const before = await newMethod();
    const theirs = await newAccountId(service, {}, { tenantId: service.otherTenantId });
    const ups = { carrierAccountId: theirs, packageType: " ", collectOnDelivery: true };
    expect(codesAndFields(await update({ shippingMethodId: before.id, name: " ", isPublished: true, ups }))).toEqual([
      ["REQUIRED", "input.name"],
      ["REQUIRED", "input.ups.packageType"],
      ["NOT_FOUND", "input.ups.carrierAccountId"],
    ]);
    expect(await readMethod(service, before.id)).toEqual(before);
  });

  it("leaves the rest changeable when the account was archived", async () => {
    const account = await newAccountId(service);
    const { id } = (await createMethod(service, { ups: someUps(account) })).shippingMethod;
    await changeAccount(service, "archiveCarrierAccount", { carrierAccountId: account });
    expect((await update({ shippingMethodId: id, isPublished: false, name: "Off" })).userErrors).toEqual([]);
    expect(codesAndFields(await update({ shippingMethodId: id, ups: { labelFormat: "ZPL" } }))).toEqual([
      ["NOT_ALLOWED", "input.ups.carrierAccountId"],
    ]);
    expect((await update({ shippingMethodId: id, ups: { carrierAccountId: accountId } })).userErrors).toEqual([]);
  });

  it("refuses archived and legacy methods", async () => {
    const { id } = await newMethod();
    await archive(id);
    for (const shippingMethodId of [id, await insertLegacyMethod(service)]) {
      const before = await readMethod(service, shippingMethodId);
      expect(codesAndFields(await update({ shippingMethodId, name: "New" }))).toEqual([
        ["NOT_ALLOWED", "input.shippingMethodId"],
      ]);
      expect(await readMethod(service, shippingMethodId)).toEqual(before);
    }
  });
});

describe("archiveShippingMethod", () => {
  it("takes a method out of use, once and for all", async () => {
    const { id } = await newMethod();
    const first = await archive(id);
    expect(first.shippingMethod.archivedAt).toMatch(/Z$/);
    expect(await archive(id)).toEqual(first);
    expect(await readMethod(service, id)).toEqual(first.shippingMethod);
  });
});

describe("replaceLegacyShippingMethod", () => {
  it("archives the legacy method and puts a UPS method with its name and settings in its place", async () => {
    const legacyShippingMethodId = await insertLegacyMethod(service);
    const { shippingMethod, userErrors } = await replace({ legacyShippingMethodId, ups: someUps(accountId) });
    expect(userErrors).toEqual([]);
    expect(shippingMethod).toMatchObject({
      name: "Old ground",
      provider: "UPS",
      integrationLevel: "RATE_ONLY",
      invoicingPolicy: "ACTUAL",
      isPublished: true,
      archivedAt: null,
      supersedes: { id: legacyShippingMethodId, name: "Old ground", archivedAt: expect.stringMatching(/Z$/) },
      configuration: { service: { code: "UPS_GROUND" } },
    });
    expect(await readMethod(service, legacyShippingMethodId)).toMatchObject({
      provider: "UPS_LEGACY",
      configuration: null,
    });
  });

  it("takes other settings and replaces what was archived before", async () => {
    const legacyShippingMethodId = await insertLegacyMethod(service, { archivedAt: "2026-01-01T00:00:00.000Z" });
    const settings = { integrationLevel: "RATE_AND_SHIP", invoicingPolicy: "ESTIMATED", isPublished: false };
    const { shippingMethod } = await replace({ legacyShippingMethodId, ups: someUps(accountId), ...settings });
    expect(shippingMethod).toMatchObject({ ...settings, supersedes: { archivedAt: "2026-01-01T00:00:00.000Z" } });
  });

  it("leaves the legacy method alone when the configuration is wrong", async () => {
    const legacyShippingMethodId = await insertLegacyMethod(service);
    const ups = someUps(accountId, { packageType: " " });
    expect(codesAndFields(await replace({ legacyShippingMethodId, ups }))).toEqual([
      ["REQUIRED", "input.ups.packageType"],
    ]);
    expect(codesAndFields(await replace({ legacyShippingMethodId }))).toEqual([["REQUIRED", "input"]]);
    expect((await readMethod(service, legacyShippingMethodId)).archivedAt).toBeNull();
  });

  it("replaces once, also when asked twice at the same time", async () => {
    const legacyShippingMethodId = await insertLegacyMethod(service);
    const input = { legacyShippingMethodId, ups: someUps(accountId) };
    const payloads = await Promise.all([replace(input), replace(input)]);
    expect(payloads.filter(({ shippingMethod }) => shippingMethod !== null)).toHaveLength(1);
    expect(payloads.flatMap(codesAndFields)).toEqual([["NOT_ALLOWED", "input.legacyShippingMethodId"]]);
  });

  it("replaces legacy methods only", async () => {
    const { id } = await newMethod();
    expect(codesAndFields(await replace({ legacyShippingMethodId: id, ups: someUps(accountId) }))).toEqual([
      ["NOT_ALLOWED", "input.legacyShippingMethodId"],
    ]);
  });
});

describe("methods of others", () => {
  it.each([
    ["updateShippingMethod", "shippingMethodId", { name: "Mine now" }],
    ["archiveShippingMethod", "shippingMethodId", {}],
    ["replaceLegacyShippingMethod", "legacyShippingMethodId", { ups: someUps("cac_1") }],
  ])("cannot be told from unknown ones by %s", async (name, field, rest) => {
    const theirs = await insertLegacyMethod(service);
    const as = { tenantId: service.otherTenantId };
    for (const id of [theirs, "shm_unknown", "", "cac_1"]) {
      const payload = await changeMethod(service, name, { [field]: id, ...rest }, as);
      expect(payload.shippingMethod).toBeNull();
      expect(codesAndFields(payload)).toEqual([["NOT_FOUND", `input.${field}`]]);
    }
    expect(await readMethod(service, theirs, as)).toBeNull();
    expect(await readMethod(service, theirs)).toMatchObject({ name: "Old ground", archivedAt: null });
  });
});
