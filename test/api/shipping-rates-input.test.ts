import { randomUUID } from "node:crypto";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { Shipment } from "../../src/entities/shipment.js";
import { createShipment } from "../../src/shipping/shipment/create-shipment.js";
import { actorOf, addAccount, addMethod, shippingRates, type Tenant, unwrap } from "../support/rate-setup.js";
import { newYork, sanFrancisco } from "../support/seed.js";
import { type As, startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());
beforeEach(async () => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  await service.control.clearRequests();
});

const threePounds = [{ weight: { value: 3 } }];
const parts = { shipTo: newYork, packages: threePounds };

async function rate(input: object, on = service) {
  return (await on.run(shippingRates, { input }, { tenantId: tenant.tenantId })).shippingRates;
}

const faulty = (...userErrors: [code: string, field: string, message?: string][]) => ({
  quotes: [],
  unavailable: [],
  carrierMessages: [],
  userErrors: userErrors.map(([code, field, message]) => ({
    code,
    field: field.split("."),
    message: message ?? expect.any(String),
    carrierErrorCode: null,
  })),
});

describe("A faulty input", () => {
  afterEach(async () => expect(await service.control.requests()).toEqual([]));

  it("names each missing part", async () => {
    await addAccount(tenant);
    expect(await rate({})).toEqual(faulty(["REQUIRED", "input.shipTo"], ["REQUIRED", "input.packages"]));
  });

  it("names the package that is too heavy, once for all methods", async () => {
    const account = await addAccount(tenant);
    for (const service of ["UPS_GROUND", "UPS_2ND_DAY_AIR"]) await addMethod(tenant, account.id, { service });
    const packages = [...threePounds, { weight: { value: 151 } }];
    expect(await rate({ ...parts, packages })).toEqual(faulty(["INVALID", "input.packages.1.weight.value"]));
  });

  it("names a country that there is not", async () => {
    await addAccount(tenant);
    const shipTo = { ...newYork, countryCode: "ZZ" };
    expect(await rate({ ...parts, shipTo })).toEqual(faulty(["INVALID", "input.shipTo.countryCode"]));
  });

  it("names a return label that the carrier would not sell", async () => {
    await addAccount(tenant);
    const options = { generateReturnLabel: true };
    expect(await rate({ ...parts, packages: [...threePounds, ...threePounds], options })).toEqual(
      faulty(["OPTION_NOT_ALLOWED", "input.options.generateReturnLabel"]),
    );
  });

  it("names methods that are unknown or another tenant's", async () => {
    const mine = await addMethod(tenant, (await addAccount(tenant)).id);
    const other = { deps: service.deps, tenantId: randomUUID() };
    const theirs = await addMethod(other, (await addAccount(other)).id);
    expect(await rate({ ...parts, shippingMethodIds: [mine.id, theirs.id, "nonsense"] })).toEqual(
      faulty(["NOT_FOUND", "input.shippingMethodIds.1"], ["NOT_FOUND", "input.shippingMethodIds.2"]),
    );
  });

  it("names a method of another account than the one named", async () => {
    const [first, second] = [await addAccount(tenant), await addAccount(tenant)];
    const method = await addMethod(tenant, first.id);
    expect(await rate({ ...parts, shippingMethodIds: [method.id], carrierAccountId: second.id })).toEqual(
      faulty(["INVALID", "input.shippingMethodIds.0"]),
    );
  });

  it("names an account that is unknown or another tenant's", async () => {
    const theirs = await addAccount({ deps: service.deps, tenantId: randomUUID() });
    for (const carrierAccountId of [theirs.id, "cac_nonsense"]) {
      expect(await rate({ ...parts, carrierAccountId })).toEqual(faulty(["NOT_FOUND", "input.carrierAccountId"]));
    }
  });

  it("asks which account when there are several and no method", async () => {
    await addAccount(tenant);
    await addAccount(tenant);
    expect(await rate(parts)).toEqual(faulty(["REQUIRED", "input.carrierAccountId"]));
  });

  it("names a shipment that is unknown or another tenant's", async () => {
    await addAccount(tenant);
    const theirs = await aDraft({ deps: service.deps, tenantId: randomUUID() });
    for (const shipmentId of [theirs.id, "shp_nonsense"]) {
      expect(await rate({ shipmentId })).toEqual(faulty(["NOT_FOUND", "input.shipmentId"]));
    }
  });

  it("is a shipment with parts beside it", async () => {
    const { id } = await aDraft(tenant);
    expect(await rate({ shipmentId: id, shipTo: newYork, shipDate: "2026-05-04" })).toEqual(
      faulty(["INVALID", "input.shipTo"], ["INVALID", "input.shipDate"]),
    );
  });

  it("is a shipment whose labels are bought", async () => {
    const { id } = await aDraft(tenant);
    await inTenant(service.database, tenant.tenantId, (manager) =>
      manager.update(Shipment, { id }, { status: "PURCHASED" }),
    );
    expect(await rate({ shipmentId: id })).toEqual(faulty(["NOT_ALLOWED", "input.shipmentId"]));
  });
});

async function aDraft(of: Tenant, input: object = {}) {
  const { id: carrierAccountId } = await addAccount(of);
  const draft = { carrierAccountId, shipFrom: sanFrancisco, ...parts, ...input };
  return unwrap(await createShipment(of.deps, actorOf(of), draft));
}

const create = (rateQuoteId: string, input: object = {}) =>
  createShipment(tenant.deps, actorOf(tenant), { rateQuoteId, ...input });

describe("A quote", () => {
  it("prices a draft as it stands and can be used for it", async () => {
    const draft = await aDraft(tenant, { options: { signature: "SIGNATURE" } });
    const { quotes } = await rate({ shipmentId: draft.id });
    // 15.36 without the signature.
    expect(quotes[0].price).toEqual({ amount: "22.01", currencyCode: "USD" });
    const again = { ...parts, shipFrom: sanFrancisco, options: { signature: "SIGNATURE" as const } };
    expect((await create(quotes[0].id, again)).userErrors).toEqual([]);
  });

  it("makes a shipment without anything typed again", async () => {
    await addAccount(tenant);
    const { quotes } = await rate({ ...parts, options: { isSaturdayDelivery: true } });
    for (const quote of quotes) {
      const shipment = unwrap(await create(quote.id));
      expect(shipment).toMatchObject({ serviceCode: quote.service.code, rateQuoteId: quote.id });
      expect(shipment.options.isSaturdayDelivery).toBe(quote.isSaturdayDelivery);
    }
  });

  it("holds for another person at the same address", async () => {
    await addAccount(tenant);
    const { quotes } = await rate(parts);
    const { userErrors } = await create(quotes[0].id, { shipTo: { ...newYork, name: "Grace Sample" } });
    expect(userErrors).toEqual([]);
  });

  it.each([
    ["package", { packages: [{ weight: { value: 4 } }] }],
    ["postal code", { shipTo: { ...newYork, postalCode: "10018" } }],
  ])("is refused with QUOTE_MISMATCH for another %s", async (_what, changed) => {
    await addAccount(tenant);
    const { quotes } = await rate(parts);
    expect((await create(quotes[0].id, changed)).userErrors).toEqual([
      {
        code: "QUOTE_MISMATCH",
        message: "The rate quote was made for another shipment: ask for rates again.",
        field: ["input", "rateQuoteId"],
        carrierErrorCode: null,
      },
    ]);
  });

  it("is refused with QUOTE_EXPIRED once its time is over", async () => {
    const hasty = await startTestService({ sharing: service, quoteTtlSeconds: 0 });
    try {
      await addAccount(tenant);
      const { quotes } = await rate(parts, hasty);
      expect((await create(quotes[0].id)).userErrors).toEqual([
        expect.objectContaining({ code: "QUOTE_EXPIRED", field: ["input", "rateQuoteId"] }),
      ]);
    } finally {
      await hasty.close();
    }
  });
});

describe("The door", () => {
  it.each<[string, string, As]>([
    ["FORBIDDEN", "a storefront token", { scopes: ["quote"] }],
    ["UNAUTHENTICATED", "nobody", { tenantId: null }],
  ])("answers %s to %s", async (code, _who, as) => {
    const { data, errors } = await service.execute(shippingRates, { input: parts }, as);
    expect(data).toEqual({ shippingRates: null });
    expect(errors?.map(({ originalError }) => originalError)).toEqual([expect.objectContaining({ code })]);
  });
});
