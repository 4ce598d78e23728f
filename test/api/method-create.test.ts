import { availableToAll, plainPriceRules } from "../../src/entities/values/stored-method-rules.js";
import type { AppError } from "../../src/errors.js";
import { plainDispatch } from "../../src/shipping/method/dispatch.js";
import { changeAccount, codesAndFields } from "../support/accounts.js";
import { createMethod, newAccountId, readMethod, someUps } from "../support/methods.js";
import { toronto } from "../support/rate-setup.js";
import { berlin } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let usAccount: string;
let deAccount: string;
let caAccount: string;
beforeAll(async () => {
  service = await startTestService();
  usAccount = await newAccountId(service);
  deAccount = await newAccountId(service, { address: berlin });
  caAccount = await newAccountId(service, { address: toronto });
});
afterAll(() => service.close());

const create = (ups: object | null | undefined, rest: object = {}) => createMethod(service, { ups, ...rest });

describe("createShippingMethod", () => {
  it("reads back every field", async () => {
    const ups = someUps(usAccount, { labelFormat: "ZPL", dutiesPayer: "SENDER" });
    const settings = { integrationLevel: "RATE_ONLY", invoicingPolicy: "ACTUAL", isPublished: true };

    const { shippingMethod, userErrors } = await create(ups, { name: " Ground ", ...settings });

    expect(userErrors).toEqual([]);
    const { id, createdAt, ...rest } = shippingMethod;
    expect(id).toMatch(/^shm_[0-9a-f-]{36}$/);
    expect(createdAt).toMatch(/Z$/);
    expect(rest).toEqual({
      name: "Ground",
      provider: "UPS",
      ...settings,
      archivedAt: null,
      supersedes: null,
      ...{ priceRules: plainPriceRules, availability: availableToAll, dispatch: plainDispatch },
      ...{ productReference: null, externalReference: null, shipsWith: null },
      configuration: {
        carrierAccount: { id: usAccount, name: "Main account" },
        service: { code: "UPS_GROUND", name: "UPS Ground", carrierServiceCode: "03" },
        packageType: {
          code: "UPS_CUSTOMER_PACKAGE",
          name: "Customer supplied package",
          carrierPackageTypeCode: "02",
        },
        weightUnit: "LB",
        dimensionUnit: "IN",
        labelFormat: "ZPL",
        billMyAccount: false,
        collectOnDelivery: false,
        generateReturnLabel: false,
        dutiesPayer: "SENDER",
      },
    });
    expect(await readMethod(service, id)).toEqual(shippingMethod);
  });

  it("fills in what may be left out", async () => {
    const { shippingMethod } = await create(someUps(usAccount, { service: null }));
    expect(shippingMethod).toMatchObject({
      integrationLevel: "RATE_AND_SHIP",
      invoicingPolicy: "ESTIMATED",
      isPublished: false,
      configuration: { service: null, dutiesPayer: "RECIPIENT" },
    });
  });

  it("takes several methods of one account", async () => {
    const domestic = await create(someUps(usAccount), { name: "Domestic" });
    const abroad = await create(someUps(usAccount, { service: "UPS_WORLDWIDE_SAVER" }), { name: "Abroad" });
    expect(domestic.shippingMethod.configuration.carrierAccount).toEqual(
      abroad.shippingMethod.configuration.carrierAccount,
    );
    expect(domestic.shippingMethod.id).not.toBe(abroad.shippingMethod.id);
  });

  it.each(["PDF", "ZPL", "EPL", "SPL", "GIF"])("takes the label format %s", async (labelFormat) => {
    const { shippingMethod } = await create(someUps(usAccount, { labelFormat }));
    expect(shippingMethod.configuration.labelFormat).toBe(labelFormat);
  });

  it("names the services as in the country of the account", async () => {
    const ups = { service: "UPS_WORLDWIDE_SAVER", weightUnit: "KG", dimensionUnit: "CM" };
    const { shippingMethod } = await create(someUps(deAccount, ups));
    expect(shippingMethod.configuration.service.name).toBe("UPS Express Saver");
  });

  it.each([undefined, null])("refuses an input whose only configuration is %s", async (ups) => {
    expect(codesAndFields(await create(ups))).toEqual([["REQUIRED", "input"]]);
  });

  it.each(["carrierAccountId", "packageType"])("takes no input without %s", async (field) => {
    for (const nothing of [undefined, null])
      await expect(create(someUps(usAccount, { [field]: nothing }))).rejects.toThrow(field);
  });

  it.each(["", " "])("names the package type when it is %j", async (packageType) => {
    expect(codesAndFields(await create(someUps(usAccount, { packageType })))).toEqual([
      ["REQUIRED", "input.ups.packageType"],
    ]);
  });

  it("takes a name of 255 characters and none more", async () => {
    const named = (length: number) => create(someUps(usAccount), { name: "x".repeat(length) });
    expect((await named(255)).userErrors).toEqual([]);
    expect(codesAndFields(await named(256))).toEqual([["TOO_LONG", "input.name"]]);
  });

  it("names name and package type when they are blank, together", async () => {
    expect(codesAndFields(await create(someUps(usAccount, { packageType: "" }), { name: " " }))).toEqual([
      ["REQUIRED", "input.name"],
      ["REQUIRED", "input.ups.packageType"],
    ]);
  });

  it("refuses accounts that are unknown, somebody else's or archived", async () => {
    const theirs = await newAccountId(service, {}, { tenantId: service.otherTenantId });
    for (const accountId of [theirs, "cac_unknown", "", "shm_1"]) {
      expect(codesAndFields(await create(someUps(accountId)))).toEqual([["NOT_FOUND", "input.ups.carrierAccountId"]]);
    }
    const archived = await newAccountId(service);
    await changeAccount(service, "archiveCarrierAccount", { carrierAccountId: archived });
    expect(codesAndFields(await create(someUps(archived)))).toEqual([["NOT_ALLOWED", "input.ups.carrierAccountId"]]);
  });

  it.each([
    ["a service that does not exist", { service: "UPS_TELEPORT" }, "INVALID", "service"],
    ["a service that does not start here", { service: "UPS_EXPRESS_12_00" }, "OPTION_NOT_ALLOWED", "service"],
    ["a service known by its UPS number only", { service: "UPS_SERVICE_9Z" }, "OPTION_NOT_ALLOWED", "service"],
    ["a number where the service has a code", { service: "UPS_SERVICE_93" }, "INVALID", "service"],
    ["a package type that does not exist", { packageType: "UPS_TRUNK" }, "INVALID", "packageType"],
    ["a Letter by Ground", { packageType: "UPS_LETTER" }, "OPTION_NOT_ALLOWED", "packageType"],
    ["kilograms from the United States", { weightUnit: "KG" }, "INVALID", "weightUnit"],
    ["centimetres from the United States", { dimensionUnit: "CM" }, "INVALID", "dimensionUnit"],
    ["ounces, which no service here takes", { weightUnit: "OZ" }, "INVALID", "weightUnit"],
  ])("refuses %s", async (_, changes, code, field) => {
    const payload = await create(someUps(usAccount, changes));
    expect(payload.shippingMethod).toBeNull();
    expect(codesAndFields(payload)).toEqual([[code, `input.ups.${field}`]]);
  });

  it("keeps the options, on and off", async () => {
    for (const is of [true, false]) {
      const options = { billMyAccount: is, collectOnDelivery: is, generateReturnLabel: is };
      const { shippingMethod, userErrors } = await create(someUps(usAccount, options));
      expect(userErrors).toEqual([]);
      expect(shippingMethod.configuration).toMatchObject(options);
    }
  });

  it("takes a Letter by air, and any packaging where no service is chosen", async () => {
    const letter = { packageType: "UPS_LETTER" };
    expect((await create(someUps(usAccount, { ...letter, service: "UPS_NEXT_DAY_AIR" }))).userErrors).toEqual([]);
    expect((await create(someUps(usAccount, { ...letter, service: null }))).userErrors).toEqual([]);
  });

  it("refuses pounds from Germany before UPS would", async () => {
    const ups = someUps(deAccount, { service: "UPS_STANDARD", dimensionUnit: "CM" });
    const { userErrors } = await create(ups);
    expect(userErrors).toEqual([
      {
        code: "INVALID",
        message: "From DE the carrier takes KG, not LB.",
        field: ["input", "ups", "weightUnit"],
        carrierErrorCode: null,
      },
    ]);
  });

  it.each([
    ["LB", "IN", []],
    ["KG", "CM", []],
    ["LB", "CM", [["INVALID", "input.ups.dimensionUnit"]]],
    ["KG", "IN", [["INVALID", "input.ups.dimensionUnit"]]],
  ])("takes %s with %s from Canada, where UPS takes either system: %j", async (weightUnit, dimensionUnit, expected) => {
    const ups = someUps(caAccount, { service: "UPS_STANDARD", weightUnit, dimensionUnit });
    expect(codesAndFields(await create(ups))).toEqual(expected);
  });

  it("needs the scope admin", async () => {
    const source = `mutation($input: CreateShippingMethodInput!) { createShippingMethod(input: $input) { userErrors { code } } }`;
    for (const scope of ["quote", "read", "ship"] as const) {
      const { errors } = await service.execute(
        source,
        { input: { name: "n", ups: someUps(usAccount) } },
        { scopes: [scope] },
      );
      expect(errors?.map(({ originalError }) => (originalError as AppError).code)).toEqual(["FORBIDDEN"]);
    }
  });
});
