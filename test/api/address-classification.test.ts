import { randomUUID } from "node:crypto";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { empireState, graciePark, validate } from "../support/addresses.js";
import { aKey, buy } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { type As, startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: As & { tenantId: string };
beforeAll(async () => {
  service = await startTestService();
});
beforeEach(async () => {
  tenant = { tenantId: randomUUID() };
  await seedAccount(service, {}, tenant);
  await service.control.clearRequests();
});
afterAll(() => service.close());

const source = "residentialStatus residentialStatusSource residentialStatusCheckedAt";
const createShipment = `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) {
  shipment { id shipTo { ${source} } } userErrors { code field } } }`;
const updateShipment = `mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) {
  shipment { id shipTo { ${source} } } userErrors { code field } } }`;
const shippingRates = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
  quotes { id service { code } price { amount } carrierPrice { charges { kind } } } userErrors { code field } } }`;

const create = async (input: object, as: As = tenant) =>
  (await service.run(createShipment, { input: { packages: [aPackage], service: "UPS_GROUND", ...input } }, as))
    .createShipment;

/** The Ground quote, and whether it asks more for a home. */
async function rate(input: object, as: As = tenant) {
  const { quotes, userErrors } = (await service.run(shippingRates, { input }, as)).shippingRates;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
  const ground = quotes.find((quote: any) => quote.service.code === "UPS_GROUND");
  if (!ground) throw new Error(JSON.stringify(userErrors));
  const isHome: boolean = ground.carrierPrice.charges.some(({ kind }: { kind: string }) => kind === "RESIDENTIAL");
  return { id: ground.id as string, amount: ground.price.amount as string, isHome };
}
const parts = (shipTo: object) => ({ shipTo, packages: [aPackage] });

/** Whether the last request of the operation told UPS of a home. */
async function sentTag(operation: string): Promise<boolean> {
  const seen = (await service.control.requests()).filter((request) => request.operation === operation);
  return JSON.stringify(seen.at(-1)?.body).includes("ResidentialAddressIndicator");
}

const unknown = { residentialStatus: "UNKNOWN", residentialStatusSource: null, residentialStatusCheckedAt: null };
const saidByCarrier = (residentialStatus: string) => ({
  ...{ residentialStatus, residentialStatusSource: "CARRIER" },
  residentialStatusCheckedAt: expect.stringMatching(/Z$/),
});
const saidByCaller = (residentialStatus: string) => ({
  ...{ residentialStatus, residentialStatusSource: "CALLER", residentialStatusCheckedAt: null },
});

const age = (interval: string) =>
  inTenant(service.database, tenant.tenantId, (manager) =>
    manager.query("update address_classification set checked_at = now() - $1::interval", [interval]),
  );

describe("What the carrier said of an address", () => {
  it("is used for rates and shown on drafts, with its source and date", async () => {
    expect((await rate(parts(graciePark))).isHome).toBe(false);
    expect((await create({ shipTo: graciePark })).shipment.shipTo).toEqual(unknown);
    await validate(service, graciePark, {}, tenant);
    expect((await rate(parts(graciePark))).isHome).toBe(true);
    expect((await create({ shipTo: graciePark })).shipment.shipTo).toEqual(saidByCarrier("RESIDENTIAL"));
  });

  it("is known again however the address is written, and in the carrier's writing", async () => {
    const [candidate] = (await validate(service, graciePark, {}, tenant)).addressValidation.candidates;
    const { lines, city, region, postalCode, countryCode } = candidate.address;
    for (const shipTo of [
      { ...graciePark, name: "Somebody Else", lines: ["550 EAST 88th street."], postalCode: "10128-7720" },
      { ...graciePark, lines, city, region, postalCode, countryCode },
    ]) {
      expect((await create({ shipTo })).shipment.shipTo).toEqual(saidByCarrier("RESIDENTIAL"));
    }
    const next = { ...graciePark, lines: ["551 East 88th Street"] };
    expect((await create({ shipTo: next })).shipment.shipTo).toEqual(unknown);
  });

  it("sends the residential tag for homes only", async () => {
    const buyTo = async (shipTo: object) => {
      await validate(service, shipTo, {}, tenant);
      const shipment = { shipTo, packages: [aPackage], service: "UPS_GROUND" };
      const { purchase } = await buy(service, { shipment }, tenant);
      expect(purchase.state).toBe("PURCHASED");
      return sentTag("SHIP");
    };
    expect([await buyTo(graciePark), await buyTo(empireState)]).toEqual([true, false]);
    await rate(parts(empireState));
    expect(await sentTag("RATE")).toBe(false);
  });

  it("is nothing where the carrier does not tell", async () => {
    const eitherEnd = {
      ...graciePark,
      lines: ["500 Michigan Avenue"],
      city: "Chicago",
      region: "IL",
      postalCode: "60601",
    };
    const { addressValidation } = await validate(service, eitherEnd, {}, tenant);
    expect(addressValidation).toMatchObject({ status: "AMBIGUOUS", residentialStatus: "UNKNOWN" });
    expect((await create({ shipTo: eitherEnd })).shipment.shipTo).toEqual(unknown);
  });

  it("does not hide that nothing is delivered to a post office box", async () => {
    const postOfficeBox = { ...graciePark, lines: ["PO Box 12"] };
    const refusal = (...field: string[]) => ({
      ...{ code: "NOT_ALLOWED", field: ["input", ...field, "lines", "0"] },
      message: expect.stringMatching(/^None of UPS's services delivers to boxes/),
    });
    const { addressValidation, userErrors } = await validate(service, postOfficeBox, {}, tenant);
    expect(addressValidation).toMatchObject({ status: "VALID", residentialStatus: "UNKNOWN" });
    expect(userErrors).toMatchObject([refusal("address")]);
    const query = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
      quotes { id } userErrors { code message field } } }`;
    const { shippingRates: rates } = await service.run(query, { input: parts(postOfficeBox) }, tenant);
    expect(rates).toMatchObject({ quotes: [], userErrors: [refusal("shipTo")] });
  });

  it("gives way to the caller's own statement", async () => {
    await validate(service, graciePark, {}, tenant);
    const shipTo = { ...graciePark, residentialStatus: "COMMERCIAL" };
    expect((await rate(parts(shipTo))).isHome).toBe(false);
    expect((await create({ shipTo })).shipment.shipTo).toEqual(saidByCaller("COMMERCIAL"));
  });

  it("does not count after six months", async () => {
    await validate(service, graciePark, {}, tenant);
    await age("5 months");
    expect((await rate(parts(graciePark))).isHome).toBe(true);
    await age("7 months");
    expect((await rate(parts(graciePark))).isHome).toBe(false);
    expect((await create({ shipTo: graciePark })).shipment.shipTo).toEqual(unknown);
  });

  it("does not count in another tenant, nor in another world", async () => {
    await validate(service, graciePark, {}, tenant);
    const other = { tenantId: randomUUID() };
    await seedAccount(service, {}, other);
    expect((await rate(parts(graciePark), other)).isHome).toBe(false);
    expect((await create({ shipTo: graciePark }, other)).shipment.shipTo).toEqual(unknown);
    await inTenant(service.database, tenant.tenantId, (manager) =>
      manager.query("update address_classification set environment = 'PRODUCTION'"),
    );
    expect((await rate(parts(graciePark))).isHome).toBe(false);
    expect((await create({ shipTo: graciePark })).shipment.shipTo).toEqual(unknown);
  });
});

describe("A quote", () => {
  it("rated before the carrier was asked is bought as it was rated", async () => {
    const quote = await rate(parts(graciePark));
    await validate(service, graciePark, {}, tenant);
    expect(await create({ shipTo: graciePark, rateQuoteId: quote.id })).toEqual({
      shipment: { id: expect.any(String), shipTo: unknown },
      userErrors: [],
    });
    const shipment = { shipTo: graciePark, packages: [aPackage] };
    const { purchase, userErrors } = await buy(service, { shipment, rateQuoteId: quote.id }, tenant);
    expect([purchase?.state, userErrors]).toEqual(["PURCHASED", []]);
    expect(purchase.charges.amount).toBe(quote.amount);
    expect(await sentTag("SHIP")).toBe(false);
  });

  it("rated as a home is bought as one, also when the carrier's word has become too old", async () => {
    await validate(service, graciePark, {}, tenant);
    const quote = await rate(parts(graciePark));
    await age("7 months");
    const { purchase } = await buy(
      service,
      { shipment: { shipTo: graciePark, packages: [aPackage] }, rateQuoteId: quote.id },
      tenant,
    );
    expect([purchase.state, purchase.charges.amount]).toEqual(["PURCHASED", quote.amount]);
    expect(await sentTag("SHIP")).toBe(true);
  });

  it("of a draft from before fits the draft, which then shows what was rated", async () => {
    const draft = (await create({ shipTo: graciePark })).shipment;
    await validate(service, graciePark, {}, tenant);
    const quote = await rate({ shipmentId: draft.id });
    expect(quote.isHome).toBe(true);
    const { shipment, purchase } = await buy(service, { shipmentId: draft.id, rateQuoteId: quote.id }, tenant);
    expect([purchase.state, purchase.charges.amount]).toEqual(["PURCHASED", quote.amount]);
    const read = `query ($id: ID!) { shipment(id: $id) { shipTo { ${source} } } }`;
    expect((await service.run(read, { id: shipment.id }, tenant)).shipment.shipTo).toEqual(
      saidByCarrier("RESIDENTIAL"),
    );
  });

  it("fits when the caller now says what the carrier said, and not when the caller says otherwise", async () => {
    await validate(service, graciePark, {}, tenant);
    const quote = await rate(parts(graciePark));
    const stating = (residentialStatus: string) =>
      create({ shipTo: { ...graciePark, residentialStatus }, rateQuoteId: quote.id });
    expect((await stating("RESIDENTIAL")).shipment.shipTo).toEqual(saidByCaller("RESIDENTIAL"));
    expect((await stating("COMMERCIAL")).userErrors).toEqual([
      { code: "QUOTE_MISMATCH", field: ["input", "rateQuoteId"] },
    ]);
  });

  it("rated by the caller's statement is not bought without it", async () => {
    const quote = await rate(parts({ ...graciePark, residentialStatus: "RESIDENTIAL" }));
    expect((await create({ shipTo: graciePark, rateQuoteId: quote.id })).userErrors).toEqual([
      { code: "QUOTE_MISMATCH", field: ["input", "rateQuoteId"] },
    ]);
  });

  it("of another place brings nothing of it", async () => {
    const quote = await rate(parts(graciePark));
    expect((await create({ shipTo: empireState, rateQuoteId: quote.id })).userErrors).toEqual([
      { code: "QUOTE_MISMATCH", field: ["input", "rateQuoteId"] },
    ]);
  });
});

it("asks for today's price as what is then bought, also while the carrier repeats itself", async () => {
  await validate(service, graciePark, {}, tenant);
  const input = {
    shipment: { shipTo: graciePark, packages: [aPackage], service: "UPS_GROUND" },
    idempotencyKey: aKey(),
  };
  const maxTotalPrice = { amount: "500", currencyCode: "USD" };
  const [{ purchase }] = await Promise.all([
    buy(service, { ...input, maxTotalPrice }, tenant),
    ...[1, 2, 3].map(() => validate(service, graciePark, {}, tenant)),
  ]);
  expect(purchase.state).toBe("PURCHASED");
  expect(await sentTag("RATE")).toBe(true);
});

it("looks again when a draft is changed", async () => {
  const { id } = (await create({ shipTo: graciePark })).shipment;
  await validate(service, graciePark, {}, tenant);
  const { updateShipment: changed } = await service.run(
    updateShipment,
    { input: { shipmentId: id, orderId: "ord_1" } },
    tenant,
  );
  expect(changed.shipment.shipTo).toEqual(saidByCarrier("RESIDENTIAL"));
});
