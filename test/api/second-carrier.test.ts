import { CarrierServiceOptionCode } from "../../src/entities/values/service-option-enums.js";
import { createCarrierAccount } from "../../src/shipping/account/create-carrier-account.js";
import { confirmStep, readSetup, setupSteps } from "../support/account-setup.js";
import { changeAccount, codesAndFields, readAccount, states } from "../support/accounts.js";
import { validate } from "../support/addresses.js";
import { attachDocuments, upload, uploaded } from "../support/documents.js";
import { createFakeCarrier, type FakeCarrier, nowhere } from "../support/fake-carrier.js";
import { accessPoint, inNewYork, locate, reachable } from "../support/locations.js";
import { createMethod, someUps } from "../support/methods.js";
import { aKey, buy, makeDue, purchaseBy, refused, voidShipment } from "../support/purchases.js";
import { shippingRates } from "../support/rate-setup.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";
import { refreshTracker, trackerRow } from "../support/tracking.js";

let service: TestService;
let fake: FakeCarrier;
let upsAccountId: string;
let pigeonAccountId: string;
beforeAll(async () => {
  fake = createFakeCarrier();
  service = await startTestService({ carriers: [fake] });
  upsAccountId = await seedAccount(service);
  pigeonAccountId = await newAccount();
  await changeAccount(service, "activateCarrierAccount", { carrierAccountId: pigeonAccountId });
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

/** The graph can name no key yet: credentials of another shape than UPS's come in by the use case. */
function enterAccount(parts: object = {}, credentials: object = {}) {
  const actor = { tenantId: service.tenantId, subject: "tester" };
  return createCarrierAccount(service.deps, actor, {
    ...{ name: "Loft", environment: "SIMULATOR", accountNumber: "1234", address: sanFrancisco, ...parts },
    credentials: { carrierCode: "PIGEON", at: ["input", "pigeon"], texts: { apiKey: "brass" }, ...credentials },
  });
}

async function newAccount(apiKey = "brass", parts: object = {}): Promise<string> {
  const { value, userErrors } = await enterAccount(parts, { texts: { apiKey } });
  if (value === null) throw new Error(JSON.stringify(userErrors));
  return value.id;
}

const recoverLabel = `mutation ($input: RecoverLabelInput!) {
  recoverLabel(input: $input) { labels { format isRecovered } userErrors { code field } } }`;

const byPigeon = (parts: Record<string, unknown> = {}) => ({
  ...{ carrierAccountId: pigeonAccountId, service: "PIGEON_DAY", shipTo: newYork, packages: [aPackage], ...parts },
});
const buyByPigeon = (input: Record<string, unknown> = {}) =>
  buy(service, { shipment: byPigeon(), labelFormat: "ZPL", ...input });
const bookingOf = (reference: string) => fake.bookings.filter((booking) => booking.reference === reference);
const refusedPurchase = (field: string) => refused({ code: "OPTION_NOT_ALLOWED", field: `input.${field}` });
const notOffered = (field: string) => [["OPTION_NOT_ALLOWED", `input.${field}`]];

describe("a carrier beside UPS", () => {
  it("is listed with what it sells", async () => {
    const { carriers } = await service.run(
      "{ carriers { code name services { code carrierServiceCode } packageTypes { code } } }",
    );
    expect(carriers.map(({ code }: { code: string }) => code)).toEqual(["UPS", "PIGEON"]);
    expect(carriers[1]).toEqual({
      ...{ code: "PIGEON", name: "Pigeon Post" },
      services: [
        { code: "PIGEON_DAY", carrierServiceCode: "D" },
        { code: "PIGEON_NIGHT", carrierServiceCode: "N" },
      ],
      packageTypes: [{ code: "PIGEON_BAG" }],
    });
  });

  it("is rated beside UPS, each with its account", async () => {
    const parts = { shipTo: newYork, packages: [aPackage] };
    const rate = async (carrierAccountId: string) =>
      (await service.run(shippingRates, { input: { carrierAccountId, ...parts } })).shippingRates;
    const { quotes, userErrors } = await rate(pigeonAccountId);
    expect(userErrors).toEqual([]);
    expect(
      quotes.map((quote: { service: { code: string }; price: object }) => [quote.service.code, quote.price]),
    ).toEqual([
      ["PIGEON_DAY", { amount: "14.00", currencyCode: "USD" }],
      ["PIGEON_NIGHT", { amount: "17.00", currencyCode: "USD" }],
    ]);
    expect(await service.control.requests()).toEqual([]);
    expect((await rate(upsAccountId)).quotes.length).toBeGreaterThan(2);
  });

  it("sells a quote once, whoever repeats the request", async () => {
    const input = { carrierAccountId: pigeonAccountId, shipTo: newYork, packages: [aPackage] };
    const { quotes } = (await service.run(shippingRates, { input })).shippingRates;
    const key = { idempotencyKey: aKey(), rateQuoteId: quotes[1].id, shipment: {}, labelFormat: "ZPL" };
    const first = await buy(service, key);
    expect(first.userErrors).toEqual([]);
    expect(first.purchase).toMatchObject({ state: "PURCHASED", charges: quotes[1].price });
    expect(first.shipment.packages[0].label).toMatchObject({ format: "ZPL" });
    expect(await buy(service, key)).toEqual(first);
    const booked = bookingOf(first.purchase.carrierReference);
    expect(booked.map((booking) => booking.shipmentIdentificationNumber)).toEqual([
      first.shipment.packages[0].trackingNumber,
    ]);
    expect(await service.control.requests()).toEqual([]);
  });

  it("makes labels in its own format when nobody names one", async () => {
    const { shipment } = await buyByPigeon({ labelFormat: null });
    expect(shipment.packages[0].label.format).toBe("ZPL");
    expect(await buyByPigeon({ labelFormat: "PDF" })).toEqual(refusedPurchase("labelFormat"));
    const recover = async (format: string) =>
      (await service.run(recoverLabel, { input: { shipmentId: shipment.id, format } })).recoverLabel;
    expect((await recover("ZPL")).labels).toEqual([{ format: "ZPL", isRecovered: true }]);
    expect(codesAndFields(await recover("EPL"))).toEqual(notOffered("format"));
  });

  it("refuses what it cannot carry, at the place in the input, and says what it is told", async () => {
    const heavy = { ...aPackage, weight: { value: 6, unit: "LB" } };
    const long = "x".repeat(21);
    const refusals = await Promise.all([
      buyByPigeon({ shipment: byPigeon({ packages: [aPackage, heavy] }) }),
      buyByPigeon({ shipment: byPigeon({ reference: long }) }),
      buyByPigeon({ shipment: byPigeon({ service: "UPS_GROUND" }) }),
      buyByPigeon({ shipment: byPigeon({ packages: Array(11).fill(aPackage) }) }),
    ]);
    expect(refusals.map(codesAndFields)).toEqual([
      [["INVALID", "input.shipment.packages.1.weight.value"]],
      [["TOO_LONG", "input.shipment.reference"]],
      [["INVALID", "input.shipment.service"]],
      [["INVALID", "input.shipment.packages"]],
    ]);
    const rejected = await buyByPigeon({ shipment: byPigeon({ shipTo: { ...newYork, postalCode: nowhere } }) });
    expect(rejected.purchase.state).toBe("REJECTED");
    expect(rejected.userErrors).toEqual([
      expect.objectContaining({
        code: "CARRIER_REJECTED",
        carrierErrorCode: "P-404",
        message: "No pigeon knows the way.",
      }),
    ]);
  });

  it("voids packages and the rest, more of them than go into one void", async () => {
    const { shipment, purchase } = await buyByPigeon({ shipment: byPigeon({ packages: Array(5).fill(aPackage) }) });
    const [first, ...rest] = shipment.packages;
    const partlyVoided = await voidShipment(service, { shipmentId: shipment.id, packageIds: [first.id] });
    expect(partlyVoided.shipment.packages.map(({ voidState }: { voidState: string }) => voidState)).toEqual([
      "VOIDED",
      ...rest.map(() => "NOT_VOIDED"),
    ]);
    const most = { shipmentId: shipment.id, packageIds: rest.map(({ id }: { id: string }) => id) };
    for (const _twice of [1, 2])
      expect(await voidShipment(service, most)).toMatchObject({ shipment: { status: "VOIDED" }, userErrors: [] });
    expect(bookingOf(purchase.carrierReference)[0]?.voided.size).toBe(5);
  });

  it("is asked by reference where its answer was lost, and the booking kept", async () => {
    fake.loseNextAnswer();
    const { purchase } = await buyByPigeon();
    expect(purchase.state).toBe("UNKNOWN");
    await makeDue(service);
    await sweepDuePurchases(service.deps);
    const found = await purchaseBy(service, { id: purchase.id });
    expect(found.state).toBe("PURCHASED");
    const booked = bookingOf(purchase.carrierReference);
    expect(found.shipment.packages.map(({ trackingNumber }: { trackingNumber: string }) => trackingNumber)).toEqual(
      booked.flatMap(({ packages }) => packages.map((pkg) => pkg.trackingNumber)),
    );
    expect(booked).toHaveLength(1);
  });

  it("tracks what it carries, with the account that the number names", async () => {
    const otherId = await newAccount("brass", { accountNumber: "9999" });
    await changeAccount(service, "activateCarrierAccount", { carrierAccountId: otherId });
    const shipment = byPigeon({ carrierAccountId: otherId });
    const { trackingNumber } = (await buyByPigeon({ shipment })).shipment.packages[0];
    const { tracker } = await refreshTracker(service, { carrierCode: "PIGEON", trackingNumber });
    expect(tracker).toMatchObject({
      ...{ carrierCode: "PIGEON", status: "LABEL_CREATED", url: `https://pigeons.example/${trackingNumber}` },
    });
    expect(await trackerRow(service, trackingNumber)).toMatchObject({ closedReason: null });
    const unknown = await refreshTracker(service, { carrierCode: "PIGEON", trackingNumber: "PG1234999999" });
    expect(codesAndFields(unknown)).toEqual([["NOT_FOUND", "input.trackingNumber"]]);
  });
});

describe("an account of it", () => {
  it("has the credentials that the carrier names", async () => {
    const { userErrors } = await enterAccount({ accountNumber: "12" }, { texts: { clientId: "UPS's" } });
    expect(userErrors.map(({ field, message }) => [field?.join("."), message])).toEqual([
      ["input.accountNumber", "An account of Pigeon Post has four digits."],
      ["input.pigeon.apiKey", "The API Key of the carrier's app is missing."],
    ]);
    const other = await enterAccount({ environment: "PRODUCTION" });
    expect(codesAndFields(other)).toEqual([["NOT_ALLOWED", "input.environment"]]);
    expect(codesAndFields(await enterAccount({}, { carrierCode: "NOBODY" }))).toEqual([["NOT_FOUND", "input.pigeon"]]);
  });

  it("takes no credentials of another carrier", async () => {
    const ups = { clientId: "second-client", clientSecret: "second-secret" };
    const input = { carrierAccountId: pigeonAccountId, ups };
    const payload = await changeAccount(service, "rotateCarrierCredentials", input);
    expect(codesAndFields(payload)).toEqual([["INVALID", "input.ups"]]);
    expect((await readAccount(service, pigeonAccountId)).credentialsRotatedAt).toBeNull();
  });

  it("has the carrier's products and its short guide, and no step of UPS's", async () => {
    const id = await newAccount("wrong", { validate: true });
    const account = await readAccount(service, id);
    expect([account.carrier.code, account.clientIdMasked]).toEqual(["PIGEON", null]);
    expect(account.clientSecretFingerprint).toMatch(/^[0-9a-f]{8}$/);
    expect(states(account)).toEqual(
      ["RATING", "SHIPPING", "TRACKING"].map((product) => [product, "BAD_CREDENTIALS", "COPY_CREDENTIALS"]),
    );
    const setup = await readSetup(service, id);
    expect(setupSteps(setup).map(({ key, state }) => [key, state])).toEqual([
      ["VERIFY_IDENTITY", "TO_DO"],
      ["COPY_CREDENTIALS", "FAILED"],
    ]);
    const confirm = (stepKey: string) => confirmStep(service, { carrierAccountId: id, stepKey });
    expect((await confirm("VERIFY_IDENTITY")).userErrors).toEqual([]);
    expect(codesAndFields(await confirm("ADD_PAYMENT_CARD"))).toEqual([["NOT_FOUND", "input.stepKey"]]);
    const { userErrors } = await changeAccount(service, "activateCarrierAccount", { carrierAccountId: id });
    expect(userErrors.map(({ message }: { message: string }) => message)).toEqual([
      'RATING refuses the API Key. Repeat the step "Copy the API Key".',
    ]);
  });
});

describe("what it lacks", () => {
  it("is no place: neither searched nor shipped to", async () => {
    const search = await locate(service, { ...inNewYork, carrierAccountId: pigeonAccountId });
    expect(codesAndFields(search)).toEqual(notOffered("carrierAccountId"));
    const carrierLocationId = await accessPoint(service);
    const parts = { carrierLocationId, shipTo: reachable };
    expect(await buyByPigeon({ shipment: byPigeon(parts) })).toEqual(refusedPurchase("shipment.carrierLocationId"));
  });

  it("is no paper: neither uploaded, nor taken along, nor sent after", async () => {
    expect(codesAndFields(await upload(service, { carrierAccountId: pigeonAccountId }))).toEqual(
      notOffered("carrierAccountId"),
    );
    const documentIds = [await uploaded(service, { carrierAccountId: upsAccountId })];
    expect(await buyByPigeon({ documentIds })).toEqual(refusedPurchase("documentIds"));
    const { id: shipmentId } = (await buyByPigeon()).shipment;
    const attached = await service.run(attachDocuments, { input: { shipmentId, documentIds } });
    expect(codesAndFields(attached.attachShippingDocuments)).toEqual(notOffered("shipmentId"));
  });

  it("is no validation of addresses: it knows no country, and UPS is asked where nobody names an account", async () => {
    const payload = await validate(service, newYork, { carrierAccountId: pigeonAccountId });
    expect(payload).toMatchObject({ addressValidation: { status: "UNSUPPORTED_COUNTRY" }, userErrors: [] });
    expect(await service.control.requests()).toEqual([]);
    expect((await validate(service, newYork)).addressValidation.status).not.toBe("UNSUPPORTED_COUNTRY");
  });

  it("is no way back", async () => {
    const { id: outboundShipmentId } = (await buyByPigeon()).shipment;
    const back = await buyReturn(service, { outboundShipmentId, labelFormat: "ZPL" });
    expect(back).toEqual(refusedPurchase("returnService"));
    const options = { generateReturnLabel: true };
    expect(await buyByPigeon({ shipment: byPigeon({ options }) })).toEqual(
      refusedPurchase("shipment.options.generateReturnLabel"),
    );
  });

  it("is no shipping method", async () => {
    const payload = await createMethod(service, { ups: someUps(pigeonAccountId) });
    expect(codesAndFields(payload)).toEqual([["INVALID", "input.ups.carrierAccountId"]]);
  });

  it("is told option by option", async () => {
    const source = `query ($input: CarrierServiceOptionsInput!) {
      carrierServiceOptions(input: $input) { options { code isAvailable reason } userErrors { code } } }`;
    const input = { carrierAccountId: pigeonAccountId, shipTo: { countryCode: "US" } };
    const { options } = (await service.run(source, { input })).carrierServiceOptions;
    const [first, ...rest] = options;
    expect(first).toEqual({ code: "VOID_CHOSEN_PACKAGES", isAvailable: true, reason: null });
    expect(rest.map(({ code }: { code: string }) => code).sort()).toEqual(
      Object.keys(CarrierServiceOptionCode)
        .filter((code) => code !== first.code)
        .sort(),
    );
    for (const { isAvailable, reason } of rest)
      expect([isAvailable, reason]).toEqual([false, "It is not supported by this service with Pigeon Post."]);
  });
});
