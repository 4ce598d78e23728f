import { randomUUID } from "node:crypto";
import { CarrierServiceOptionCode } from "../../src/entities/values/service-option-enums.js";
import { addAccount, type Tenant, toronto } from "../support/rate-setup.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService();
});
beforeEach(() => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
});
afterEach(async () => expect(await service.control.requests()).toEqual([]));
afterAll(() => service.close());

const source = `query ($input: CarrierServiceOptionsInput!) {
  carrierServiceOptions(input: $input) {
    options {
      code isAvailable reason level minimum { amount currencyCode } maximum { amount currencyCode } currencyCodes funds note
    }
    userErrors { code field }
  }
}`;
const ask = async (input: object) =>
  (await service.run(source, { input }, { tenantId: tenant.tenantId })).carrierServiceOptions;
const find = async (code: string, input: object) =>
  (await ask(input)).options.find((option: { code: string }) => option.code === code);

const inStates = { countryCode: "US" };
const nothing = { level: null, minimum: null, maximum: null, currencyCodes: [], funds: [], note: null };

it("tells every option of a lane, without an account and without asking UPS", async () => {
  const { options, userErrors } = await ask({ shipFrom: inStates, shipTo: { countryCode: " ca " } });
  expect(userErrors).toEqual([]);
  expect(options.map(({ code }: { code: string }) => code).sort()).toEqual(
    Object.keys(CarrierServiceOptionCode).sort(),
  );
  expect(options).toContainEqual({
    ...nothing,
    ...{
      code: "COLLECT_ON_DELIVERY",
      isAvailable: false,
      reason: "Collect on Delivery is not supported by this service from US to CA.",
    },
  });
  expect(options).toContainEqual(expect.objectContaining({ code: "DUTIES_PAYER", isAvailable: true, reason: null }));
});

it("starts at the only account's address unless told otherwise", async () => {
  await addAccount(tenant, { address: toronto });
  expect(await find("COLLECT_ON_DELIVERY", { shipTo: inStates })).toEqual({
    ...{ ...nothing, code: "COLLECT_ON_DELIVERY", isAvailable: true, reason: null, level: "PACKAGE" },
    ...{ minimum: { amount: "0.01", currencyCode: "USD" }, maximum: { amount: "50000", currencyCode: "USD" } },
    ...{ currencyCodes: ["USD"], funds: ["ANY_CHECK", "CASHIERS_CHECK"] },
    note: "Not with a signature or to an access point. Not for UPS Letters.",
  });
  const letter = { shipTo: inStates, packageType: "UPS_LETTER" };
  expect((await find("COLLECT_ON_DELIVERY", letter)).isAvailable).toBe(false);
  expect((await find("COLLECT_ON_DELIVERY", { ...letter, shipFrom: inStates })).isAvailable).toBe(true);
});

it("judges by the service", async () => {
  const saturday = (serviceCode: string) =>
    find("SATURDAY_DELIVERY", { shipFrom: inStates, shipTo: inStates, service: serviceCode });
  expect(await saturday("UPS_NEXT_DAY_AIR")).toMatchObject({ isAvailable: true, reason: null });
  expect(await saturday("UPS_GROUND")).toMatchObject({
    ...{ isAvailable: false, reason: "Saturday delivery cannot be requested with UPS Ground." },
  });
});

it("names what it needs and what it does not know", async () => {
  const refused = (...userErrors: [string, string][]) => ({
    options: [],
    userErrors: userErrors.map(([code, field]) => ({ code, field: field.split(".") })),
  });
  expect(await ask({ shipTo: inStates })).toEqual(refused(["REQUIRED", "input.shipFrom"]));
  expect(
    await ask({
      shipFrom: { countryCode: "USA" },
      shipTo: { countryCode: "" },
      service: "UPS_TELEPORT",
      packageType: "TRUNK",
    }),
  ).toEqual(
    refused(
      ...([
        ["INVALID", "input.shipFrom.countryCode"],
        ["INVALID", "input.shipTo.countryCode"],
        ["INVALID", "input.service"],
        ["INVALID", "input.packageType"],
      ] as [string, string][]),
    ),
  );
  const theirs = await addAccount({ deps: service.deps, tenantId: randomUUID() });
  for (const carrierAccountId of [theirs.id, "cac_nonsense"])
    expect(await ask({ shipTo: inStates, carrierAccountId })).toEqual(refused(["NOT_FOUND", "input.carrierAccountId"]));
});
