import { getNamedType, isInputObjectType } from "graphql";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { CarrierAccount } from "../../src/entities/carrier-account.js";
import { CarrierShippingMethod } from "../../src/entities/carrier-shipping-method.js";
import { ShipFromPlace } from "../../src/entities/ship-from-place.js";
import { Shipment } from "../../src/entities/shipment.js";
import { ShipmentPackage } from "../../src/entities/shipment-package.js";
import { noCarrierSettings } from "../../src/shipping/method/carrier-settings.js";
import { saveAccount } from "../support/customer-accounts.js";
import { accessPoint, reachable } from "../support/locations.js";
import { createMethod, someUps } from "../support/methods.js";
import { createTemplate } from "../support/package-templates.js";
import { bought, draft } from "../support/purchases.js";
import { toronto } from "../support/rate-setup.js";
import { aPackage, berlin, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { aPlace, createPlace } from "../support/ship-from-places.js";

/** One rule for null in every input that changes something: absent stays, null clears what can be empty, else INVALID. */

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;
/** What null comes to: the field is cleared and told, or the change is refused with this code. */
type OnNull = "CLEARED" | "INVALID" | "REQUIRED";
/** `value`: another than what is stored. `base`: what the thing is made with besides what all have. */
type Row = [field: string, onNull: OnNull, value: () => unknown, base?: () => Record<string, unknown>];

const plain = () => ({});
/** Jest takes a parameter without a value for its own. */
const complete = (rows: Row[]) =>
  rows.map(([field, onNull, value, base]) => [field, onNull, value, base ?? plain] as Required<Row>);

let service: TestService;
let accountId: string;
let otherAccountId: string;
let methodId: string;
let locationId: string;
let otherLocationId: string;
let placeId: string;
let otherPlaceId: string;
let customersAccountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
  otherAccountId = await seedAccount(service, { name: "Second", accountNumber: "B2B2B2" });
  await run("updateShippingSettings", { defaultCarrierAccountId: accountId });
  methodId = (await createMethod(service, { ups: someUps(accountId, { service: null }) })).shippingMethod.id;
  placeId = (await createPlace(service)).shipFromPlace.id;
  otherPlaceId = (await createPlace(service, { name: "Second" })).shipFromPlace.id;
  customersAccountId = (await saveAccount(service)).customerCarrierAccount.id;
  const own = { carrierAccountId: accountId };
  const inNewYork = { city: { city: "New York", region: "NY", countryCode: "US" }, ...own };
  locationId = await accessPoint(service, "U10000003", inNewYork);
  otherLocationId = await accessPoint(service, "U10000002", inNewYork);
});
afterAll(() => service.close());

async function run(name: string, input: object): Promise<Answer> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const cleared = name.startsWith("update") ? "clearedFields" : "";
  const source = `mutation ($input: ${type}!) { ${name}(input: $input) { ${cleared} userErrors { code field message } } }`;
  return (await service.run(source, { input }))[name];
}

/** `a.b` set to the value, in an input that holds nothing else. */
const inputOf = (field: string, value: unknown): object =>
  field.split(".").reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) as object;

const refusal = (code: string, field: string) => [[code, `input.${field}`]];
const refusals = ({ userErrors }: Answer) =>
  userErrors.map(({ code, field }: { code: string; field: string[] }) => [code, field.join(".")]);

/** Every field of the input type, nested inputs of changes with their own; what is replaced whole counts as one. */
function fieldsOfInput(typeName: string, nested: readonly string[]): string[] {
  const type = service.schema.getType(typeName);
  if (!isInputObjectType(type)) throw new Error(`${typeName} is no input.`);
  return Object.values(type.getFields()).flatMap(({ name, type: part }) => {
    const inner = getNamedType(part).name;
    return nested.includes(inner) ? [name, ...fieldsOfInput(inner, []).map((field) => `${name}.${field}`)] : [name];
  });
}

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const item = { description: "Book", quantity: 1, unitValue: usd("20.00"), hsCode: "490199", originCountryCode: "US" };
const abroad = () => ({ shipTo: toronto, service: "UPS_STANDARD", packages: [{ ...aPackage, items: [item] }] });
const billed = (parts: object) => () => ({
  shipTo: berlin,
  service: "UPS_WORLDWIDE_SAVER",
  packages: [{ ...aPackage, items: [item] }],
  options: { payer: "RECIPIENT", payerAccountNumber: "AB12CD", ...parts },
});
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

describe("updateShipment", () => {
  const rows: Row[] = [
    ["rateQuoteId", "CLEARED", () => quote()],
    ["shippingMethodId", "CLEARED", () => methodId, () => ({ shippingMethodId: methodId })],
    ["carrierAccountId", "INVALID", () => otherAccountId],
    ["service", "CLEARED", () => "UPS_2ND_DAY_AIR"],
    ["shipFrom", "INVALID", () => ({ ...sanFrancisco, company: "Warehouse" })],
    ["shipFromPlaceId", "INVALID", () => placeId],
    ["shipTo", "INVALID", () => ({ ...newYork, company: "Elsewhere" })],
    ["packages", "INVALID", () => [{ weight: { value: 5, unit: "LB" } }]],
    ["options", "INVALID", () => ({ signature: "SIGNATURE" })],
    [
      "customsDeclaration",
      "CLEARED",
      () => ({ comments: "Other" }),
      () => ({ ...abroad(), customsDeclaration: { comments: "One" } }),
    ],
    ["shipDate", "CLEARED", () => day(2), () => ({ shipDate: day(1) })],
    [
      "carrierLocationId",
      "CLEARED",
      () => otherLocationId,
      () => ({ shipTo: reachable, carrierLocationId: locationId }),
    ],
    ["orderId", "CLEARED", () => "order-2", () => ({ orderId: "order-1" })],
    ["reference", "CLEARED", () => "Second", () => ({ reference: "First" })],
    ["tags", "CLEARED", () => ["fragile"], () => ({ tags: ["gift", "rush"] })],
    ["options.payer", "INVALID", () => "SENDER", billed({})],
    ["options.payerAccountNumber", "REQUIRED", () => "ZZ99ZZ", billed({})],
    ["options.customerCarrierAccountId", "INVALID", () => customersAccountId],
    ["options.payerPostalCode", "CLEARED", () => "10115", billed({ payerPostalCode: "10178" })],
    ["options.payerCountryCode", "CLEARED", () => "AT", billed({ payerCountryCode: "DE" })],
    ["options.dutiesPayer", "CLEARED", () => "RECIPIENT", () => ({ ...abroad(), options: { dutiesPayer: "SENDER" } })],
    [
      "options.dutiesPayerAccount",
      "REQUIRED",
      () => ({ accountNumber: "ZZ99ZZ", postalCode: "10115", countryCode: "DE" }),
      () => ({
        ...abroad(),
        options: {
          dutiesPayer: "THIRD_PARTY",
          dutiesPayerAccount: { accountNumber: "A1A1A1", postalCode: "10007", countryCode: "US" },
        },
      }),
    ],
    ["options.signature", "INVALID", () => "NONE", () => ({ options: { signature: "SIGNATURE" } })],
    [
      "options.isSaturdayDelivery",
      "INVALID",
      () => false,
      () => ({ service: "UPS_NEXT_DAY_AIR", options: { isSaturdayDelivery: true } }),
    ],
    ["options.generateReturnLabel", "INVALID", () => false, () => ({ options: { generateReturnLabel: true } })],
    ["options.letters", "INVALID", () => "WITHOUT_ACCENTS", () => ({ options: { letters: "TRANSLITERATE" } })],
    [
      "options.notifications",
      "CLEARED",
      () => [{ event: "EXCEPTION", emails: ["b@example.com"] }],
      () => ({ options: { notifications: [{ event: "DELIVERED", emails: ["a@example.com"] }] } }),
    ],
    [
      "options.collectOnDelivery",
      "CLEARED",
      () => usd("30.00"),
      () => ({ options: { collectOnDelivery: usd("20.00") } }),
    ],
    [
      "options.collectOnDeliveryFunds",
      "INVALID",
      () => "CASHIERS_CHECK",
      () => ({ options: { collectOnDelivery: usd("20.00") } }),
    ],
  ];

  const unseen = ["version", "updatedAt"];
  const stateOf = (id: string) =>
    inTenant(service.database, service.tenantId, async (manager) => {
      const { ...row } = await manager.findOneByOrFail(Shipment, { id });
      const packages = await manager.find(ShipmentPackage, { where: { shipmentId: id }, order: { sequence: "ASC" } });
      const { acceptedOffer: _, ...seen } = row as Answer;
      return { ...Object.fromEntries(Object.entries(seen).filter(([key]) => !unseen.includes(key))), packages };
    });

  async function quote(): Promise<string> {
    const rates = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) { quotes { id service { code } } } }`;
    const input = { shipTo: newYork, packages: [aPackage], carrierAccountId: accountId };
    const { quotes } = (await service.run(rates, { input })).shippingRates;
    return quotes.find(({ service: { code } }: Answer) => code === "UPS_GROUND").id;
  }
  const newDraft = async (field: string, base: () => Record<string, unknown>) =>
    field === "rateQuoteId"
      ? draft(service, { service: null, shipTo: null, packages: null, rateQuoteId: await quote() })
      : draft(service, base());

  it("has a row here for every field", () => {
    const fields = fieldsOfInput("UpdateShipmentInput", ["ShipmentOptionsInput"]);
    expect(rows.map(([field]) => field).sort()).toEqual(fields.filter((field) => field !== "shipmentId").sort());
  });

  it.each(complete(rows))("%s absent stays; null: %s; a value replaces", async (field, onNull, value, base) => {
    const shipmentId = await newDraft(field, base);
    const before = await stateOf(shipmentId);

    const nothing = await run("updateShipment", { shipmentId });
    expect([refusals(nothing), nothing.clearedFields]).toEqual([[], []]);
    expect(await stateOf(shipmentId)).toEqual(before);

    const answer = await run("updateShipment", { shipmentId, ...inputOf(field, null) });
    if (onNull === "CLEARED") {
      expect(refusals(answer)).toEqual([]);
      expect(answer.clearedFields).toContain(field);
      expect(await stateOf(shipmentId)).not.toEqual(before);
      const again = await run("updateShipment", { shipmentId, ...inputOf(field, null) });
      expect([refusals(again), again.clearedFields]).toEqual([[], []]);
    } else {
      expect(refusals(answer)).toEqual(refusal(onNull, field));
      expect(answer.clearedFields).toEqual([]);
      expect(await stateOf(shipmentId)).toEqual(before);
    }

    const cleared = await stateOf(shipmentId);
    const replaced = await run("updateShipment", { shipmentId, ...inputOf(field, await value()) });
    expect(refusals(replaced)).toEqual([]);
    expect(await stateOf(shipmentId)).not.toEqual(cleared);
  });

  it("a form that sends null for every untouched field changes nothing", async () => {
    const shipmentId = await draft(service, { orderId: "order-1", reference: "First" });
    const before = await stateOf(shipmentId);
    const fields = fieldsOfInput("UpdateShipmentInput", []).filter((field) => field !== "shipmentId");
    const nulls = Object.fromEntries(fields.map((field) => [field, null]));
    const answer = await run("updateShipment", { shipmentId, ...nulls, reference: "Second" });
    expect(new Set(refusals(answer).map(([code]: string[]) => code))).toEqual(new Set(["INVALID"]));
    expect(await stateOf(shipmentId)).toEqual(before);
  });

  it("packages cannot be taken away by an empty list either", async () => {
    const shipmentId = await draft(service);
    expect(refusals(await run("updateShipment", { shipmentId, packages: [] }))).toEqual(
      refusal("REQUIRED", "packages"),
    );
  });

  it("a service that the shipping method names cannot be empty", async () => {
    const { shippingMethod } = await createMethod(service, { name: "Fixed", ups: someUps(accountId) });
    const shipmentId = await draft(service, { service: null, shippingMethodId: shippingMethod.id });
    expect(refusals(await run("updateShipment", { shipmentId, service: null }))).toEqual(refusal("INVALID", "service"));
  });
});

describe("updateCarrierAccount", () => {
  const rows: Row[] = [
    ["name", "INVALID", () => "Another name"],
    ["accountNumber", "INVALID", () => "C3C3C3"],
    ["address", "INVALID", () => ({ ...sanFrancisco, company: "Annex" })],
    ["accountType", "CLEARED", () => "Personal"],
    ["shipsRegulatedItems", "INVALID", () => false],
    ["appName", "CLEARED", () => "Another app"],
    ["callbackUrl", "CLEARED", () => "https://example.com/other"],
  ];
  const stateOf = (id: string) =>
    inTenant(service.database, service.tenantId, (manager) => manager.findOneByOrFail(CarrierAccount, { id }));
  const entered = async (): Promise<string> => {
    const source = `mutation ($input: CreateCarrierAccountInput!) { createCarrierAccount(input: $input) { carrierAccount { id } userErrors { message } } }`;
    const input = {
      ...{ name: "Full", environment: "SIMULATOR", accountNumber: "D4D4D4", address: sanFrancisco },
      ...{
        accountType: "Business",
        shipsRegulatedItems: true,
        appName: "App",
        callbackUrl: "https://example.com/back",
      },
      ups: { clientId: "demo-client", clientSecret: "demo-secret" },
    };
    return (await service.run(source, { input })).createCarrierAccount.carrierAccount.id;
  };

  it("has a row here for every field", () => {
    const fields = fieldsOfInput("UpdateCarrierAccountInput", []).filter((field) => field !== "carrierAccountId");
    expect(rows.map(([field]) => field)).toEqual(fields);
  });

  it.each(rows)("%s absent stays; null: %s; a value replaces", async (field, onNull, value) => {
    const carrierAccountId = await entered();
    const before: Answer = await stateOf(carrierAccountId);
    expect(refusals(await run("updateCarrierAccount", { carrierAccountId }))).toEqual([]);
    expect(await stateOf(carrierAccountId)).toEqual(before);
    const answer = await run("updateCarrierAccount", { carrierAccountId, [field]: null });
    const isCleared = onNull === "CLEARED";
    expect(refusals(answer)).toEqual(isCleared ? [] : refusal(onNull, field));
    expect(answer.clearedFields).toEqual(isCleared ? [field] : []);
    expect(await stateOf(carrierAccountId)).toEqual(isCleared ? { ...before, [field]: null } : before);
    expect(refusals(await run("updateCarrierAccount", { carrierAccountId, [field]: value() }))).toEqual([]);
    expect(await stateOf(carrierAccountId)).not.toEqual(before);
  });
});

describe("updateShippingMethod", () => {
  const byRules = (base: string) => ({
    ...{ currencyCode: "USD", weightUnit: "LB", dimensionUnit: "IN", rules: [{ base }] },
  });
  const rounding = (increment: string) => ({ increment, direction: "UP" });
  const range = (from: string) => ({ from, to: "300" });
  const transit = (min: number) => ({ min, max: 3 });
  const aVolume = { value: 5, unit: "CM" };
  const ruled = (priceRules: object) => () => ({ priceRules });
  const offered = (availability: object) => () => ({ availability });
  const fixed = { fixed: { price: usd("6.00") } };
  const settings: Row[] = [
    ["carrierAccountId", "INVALID", () => otherAccountId],
    ["service", "CLEARED", () => "UPS_2ND_DAY_AIR"],
    ["packageType", "INVALID", () => "UPS_LETTER"],
    ["weightUnit", "INVALID", () => "LB"],
    ["dimensionUnit", "INVALID", () => "IN"],
    ["labelFormat", "INVALID", () => "ZPL"],
    ["billMyAccount", "INVALID", () => true],
    ["collectOnDelivery", "INVALID", () => true],
    ["generateReturnLabel", "INVALID", () => true],
    ["dutiesPayer", "INVALID", () => "SENDER"],
  ];
  const rows: Row[] = [
    ["name", "INVALID", () => "Another name"],
    ["ups", "INVALID", () => ({ labelFormat: "ZPL" })],
    ["integrationLevel", "INVALID", () => "RATE_ONLY"],
    ["isPublished", "INVALID", () => true],
    ["invoicingPolicy", "INVALID", () => "ACTUAL"],
    ["shipsWith", "CLEARED", () => someUps(otherAccountId), () => ({ ...fixed, integrationLevel: "RATE_ONLY" })],
    ...settings.map(([field, onNull, value]): Row => [`ups.${field}`, onNull, value]),
    ...settings.map(([field, onNull, value]): Row => {
      return [`shipsWith.${field}`, field === "service" ? "REQUIRED" : onNull, value, () => fixed];
    }),
    ["fixed", "INVALID", () => ({ price: usd("7.00") }), () => fixed],
    ["rules", "INVALID", () => byRules("7.00"), () => ({ rules: byRules("6.00") })],
    ["shipFromPlaceId", "CLEARED", () => otherPlaceId, () => ({ shipFromPlaceId: placeId })],
    ["productReference", "CLEARED", () => "p-2", () => ({ productReference: "p-1" })],
    ["priceRules", "INVALID", () => ({ marginPercent: "5" })],
    ["availability", "INVALID", () => ({ countries: ["US"] })],
    ["dispatch", "INVALID", () => ({ handlingDays: 1 })],
    ["priceRules.marginPercent", "INVALID", () => "7"],
    ["priceRules.marginAmount", "CLEARED", () => usd("2.00"), ruled({ marginAmount: usd("1.00") })],
    ["priceRules.handlingAmount", "CLEARED", () => usd("2.00"), ruled({ handlingAmount: usd("1.00") })],
    ["priceRules.freeAbove", "CLEARED", () => usd("50.00"), ruled({ freeAbove: usd("100.00") })],
    ["priceRules.insurancePercent", "INVALID", () => "100"],
    ["priceRules.rounding", "CLEARED", () => rounding("0.50"), ruled({ rounding: rounding("1.00") })],
    ["availability.countries", "CLEARED", () => ["US"], offered({ countries: ["CA"] })],
    ["availability.regions", "CLEARED", () => ["US-CA"], offered({ regions: ["US-NY"] })],
    ["availability.postalPrefixes", "CLEARED", () => ["9"], offered({ postalPrefixes: ["100"] })],
    ["availability.postalRanges", "CLEARED", () => [range("200")], offered({ postalRanges: [range("100")] })],
    ["availability.maxWeight", "CLEARED", () => ({ value: 2, unit: "KG" }), offered({ maxWeight: aPackage.weight })],
    ["availability.maxVolume", "CLEARED", () => ({ value: 9, unit: "IN" }), offered({ maxVolume: aVolume })],
    ["availability.requiredTags", "CLEARED", () => ["gift"], offered({ requiredTags: ["rush"] })],
    ["availability.excludedTags", "CLEARED", () => ["gift"], offered({ excludedTags: ["rush"] })],
    ["availability.channels", "CLEARED", () => ["web"], offered({ channels: ["shop"] })],
    ["dispatch.handlingDays", "INVALID", () => 3],
    ["dispatch.cutOffTime", "CLEARED", () => "16:00", () => ({ dispatch: { cutOffTime: "12:30" } })],
    ["dispatch.timeZone", "CLEARED", () => "Europe/Berlin", () => ({ dispatch: { timeZone: "America/New_York" } })],
    ["dispatch.transitDays", "CLEARED", () => transit(1), () => ({ dispatch: { transitDays: transit(2) } })],
    ["dispatch.blackoutDays", "CLEARED", () => ["2026-12-25"], () => ({ dispatch: { blackoutDays: ["2026-12-24"] } })],
  ];
  const groups = ["ShippingPriceRulesInput", "ShippingMethodAvailabilityInput", "ShippingMethodDispatchInput"];
  const stateOf = (id: string) =>
    inTenant(service.database, service.tenantId, (manager) => manager.findOneByOrFail(CarrierShippingMethod, { id }));

  /** As it is stored without the field: lists are empty then. */
  function without(row: Answer, field: string): Answer {
    const [group = "", part = ""] = field.split(".");
    if (field === "shipsWith") return { ...row, ...noCarrierSettings };
    if (field === "ups.service") return { ...row, serviceCode: null };
    if (part === "") return { ...row, [group]: null };
    return { ...row, [group]: { ...row[group], [part]: Array.isArray(row[group][part]) ? [] : null } };
  }

  it("has a row here for every field", () => {
    const fields = fieldsOfInput("UpdateShippingMethodInput", ["UpsConfigurationChangesInput", ...groups]);
    expect(rows.map(([field]) => field).sort()).toEqual(fields.filter((field) => field !== "shippingMethodId").sort());
  });

  it.each(complete(rows))("%s absent stays; null: %s; a value replaces", async (field, onNull, value, base) => {
    const ups = someUps(accountId, { service: "UPS_NEXT_DAY_AIR" });
    const rest = base();
    const part = "fixed" in rest || "rules" in rest ? "shipsWith" : "ups";
    const shippingMethodId = (await createMethod(service, { [part]: ups, ...rest })).shippingMethod.id;
    const before = await stateOf(shippingMethodId);
    const nothing = { [part]: {}, priceRules: {}, availability: {}, dispatch: {} };
    expect(refusals(await run("updateShippingMethod", { shippingMethodId, ...nothing }))).toEqual([]);
    expect(await stateOf(shippingMethodId)).toEqual(before);
    const answer = await run("updateShippingMethod", { shippingMethodId, ...inputOf(field, null) });
    const isCleared = onNull === "CLEARED";
    expect(refusals(answer)).toEqual(isCleared ? [] : refusal(onNull, field));
    expect(answer.clearedFields).toEqual(isCleared ? [field] : []);
    expect(await stateOf(shippingMethodId)).toEqual(isCleared ? without(before, field) : before);
    expect(refusals(await run("updateShippingMethod", { shippingMethodId, ...inputOf(field, value()) }))).toEqual([]);
    // From the United States UPS takes one unit of each.
    const isSame = /Unit$/.test(field);
    if (!isSame) expect(await stateOf(shippingMethodId)).not.toEqual(before);
  });
});

describe("updateShipFromPlace", () => {
  const rows: Row[] = [
    ["name", "INVALID", () => "Another name"],
    ["address", "INVALID", () => ({ ...aPlace.address, company: "Annex" })],
    ["timeZone", "INVALID", () => "America/Denver"],
    ["openingHours", "CLEARED", () => [{ weekday: 6, opens: "08:00", closes: "12:00" }]],
    ["defaultCarrierAccountId", "CLEARED", () => otherAccountId, () => ({ defaultCarrierAccountId: accountId })],
    ["defaultShippingMethodId", "CLEARED", () => methodId, () => ({ defaultShippingMethodId: methodId })],
  ];
  const stateOf = (id: string) =>
    inTenant(service.database, service.tenantId, (manager) => manager.findOneByOrFail(ShipFromPlace, { id }));

  it("has a row here for every field", () => {
    const fields = fieldsOfInput("UpdateShipFromPlaceInput", []).filter((field) => field !== "shipFromPlaceId");
    expect(rows.map(([field]) => field).sort()).toEqual(fields.sort());
  });

  it.each(complete(rows))("%s absent stays; null: %s; a value replaces", async (field, onNull, value, base) => {
    const shipFromPlaceId = (await createPlace(service, base())).shipFromPlace.id;
    const before = await stateOf(shipFromPlaceId);
    expect(refusals(await run("updateShipFromPlace", { shipFromPlaceId }))).toEqual([]);
    expect(await stateOf(shipFromPlaceId)).toEqual(before);
    const answer = await run("updateShipFromPlace", { shipFromPlaceId, [field]: null });
    const isCleared = onNull === "CLEARED";
    expect(refusals(answer)).toEqual(isCleared ? [] : refusal(onNull, field));
    expect(answer.clearedFields).toEqual(isCleared ? [field] : []);
    const cleared = await stateOf(shipFromPlaceId);
    if (!isCleared) expect(cleared).toEqual(before);
    expect(refusals(await run("updateShipFromPlace", { shipFromPlaceId, [field]: await value() }))).toEqual([]);
    expect(await stateOf(shipFromPlaceId)).not.toEqual(cleared);
  });
});

describe("other changes", () => {
  it("updateShippingSettings clears the default account and tells it, and refuses another null", async () => {
    const cleared = await run("updateShippingSettings", { defaultCarrierAccountId: null });
    expect([cleared.clearedFields, refusals(cleared)]).toEqual([["defaultCarrierAccountId"], []]);
    const refused = await run("updateShippingSettings", {
      defaultCarrierAccountId: accountId,
      addressCheckPolicy: null,
    });
    expect(refusals(refused)).toEqual(refusal("INVALID", "addressCheckPolicy"));
    await run("updateShippingSettings", { defaultCarrierAccountId: accountId });
  });

  it("confirmSetupStep takes no null for a word that was not said", async () => {
    const answer = await run("confirmSetupStep", {
      carrierAccountId: accountId,
      stepKey: "SAVE_APP",
      isConfirmed: null,
    });
    expect(refusals(answer)).toEqual(refusal("INVALID", "isConfirmed"));
  });

  it("voidShipment takes no null for all packages", async () => {
    const { shipment } = await bought(service, {
      shipment: { shipTo: newYork, packages: [aPackage], service: "UPS_GROUND" },
    });
    const answer = await run("voidShipment", { shipmentId: shipment.id, packageIds: null });
    expect(refusals(answer)).toEqual(refusal("INVALID", "packageIds"));
  });

  it("duplicateShipment leaves out what null clears, and refuses null where a shipment needs a value", async () => {
    const shipmentId = await draft(service, { orderId: "order-1", reference: "First" });
    const copy = `mutation ($input: DuplicateShipmentInput!) { duplicateShipment(input: $input) {
      shipment { orderId reference } userErrors { code field message } } }`;
    const { duplicateShipment } = await service.run(copy, { input: { shipmentId, orderId: null } });
    expect(duplicateShipment).toEqual({ shipment: { orderId: null, reference: "First" }, userErrors: [] });
    expect(refusals(await run("duplicateShipment", { shipmentId, shipTo: null }))).toEqual(
      refusal("INVALID", "shipTo"),
    );
  });

  it("updatePackageTemplate takes no null: nothing of a template can be empty", async () => {
    const { packageTemplate } = await createTemplate(service);
    const input = { packageTemplateId: packageTemplate.id };
    for (const field of fieldsOfInput("UpdatePackageTemplateInput", []).slice(1))
      expect(refusals(await run("updatePackageTemplate", { ...input, [field]: null }))).toEqual(
        refusal("INVALID", field),
      );
  });

  it("every input that changes something has its rows here", () => {
    const inputs = Object.keys(service.schema.getTypeMap()).filter((name) =>
      /^Update.*Input$|ChangesInput$/.test(name),
    );
    expect(inputs.sort()).toEqual([
      "UpdateCarrierAccountInput",
      "UpdatePackageTemplateInput",
      "UpdateShipFromPlaceInput",
      "UpdateShipmentInput",
      "UpdateShippingMethodInput",
      "UpdateShippingSettingsInput",
      "UpsConfigurationChangesInput",
    ]);
  });
});

describe("where something new is made", () => {
  it("null is as absent, also of what a quote has", async () => {
    const rates = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) { quotes { id } userErrors { message } } }`;
    const parts = {
      ...{ shipTo: toronto, packages: [{ ...aPackage, items: [item] }] },
      customsDeclaration: { comments: "One" },
      carrierAccountId: accountId,
    };
    const { quotes, userErrors } = (await service.run(rates, { input: parts })).shippingRates;
    expect(userErrors).toEqual([]);
    const input = {
      rateQuoteId: quotes[0].id,
      customsDeclaration: null,
      options: { collectOnDelivery: null },
      carrierLocationId: null,
    };
    const create = `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) {
      shipment { customsDeclaration { comments } } userErrors { code field message } } }`;
    const { createShipment } = await service.run(create, { input });
    expect(createShipment).toEqual({ shipment: { customsDeclaration: { comments: "One" } }, userErrors: [] });
  });
});
