import { aKey, aShipment, draft, requestCount } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

const sofia = {
  ...{ company: "Мэрия", name: "Приёмная", lines: ["ул. Московска 33"], city: "София" },
  ...{ postalCode: "1000", countryCode: "BG", phone: "+35929377303" },
};
const novel = {
  ...{ sku: "NOVEL-1", description: "Hardcover novel", quantity: 2, hsCode: "4901.99", originCountryCode: "US" },
  unitValue: { amount: "12.50", currencyCode: "USD" },
};
const toSofia = (over: Record<string, unknown> = {}) =>
  aShipment({
    ...{ shipTo: sofia, service: "UPS_WORLDWIDE_SAVER", customsDeclaration: {} },
    ...{ packages: [{ ...aPackage, items: [novel] }], ...over },
  });

const buy = async (input: Record<string, unknown>) => {
  const { purchaseLabel } = await service.run(
    `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
      purchase { state } carrierMessages { carrierErrorCode severity text } userErrors { code message field }
      shipment { options { letters } shipTo { name company } packages { label { base64 } } } } }`,
    { input: { idempotencyKey: aKey(), labelFormat: "ZPL", ...input } },
  );
  return purchaseLabel;
};

it("an address in another script is refused before anything is bought, by field and letter", async () => {
  const { purchase, userErrors } = await buy({ shipment: toSofia() });
  expect(purchase).toBeNull();
  const at = (...path: string[]) => ({ code: "INVALID", field: ["input", "shipment", "shipTo", ...path] });
  expect(userErrors).toMatchObject([at("name"), at("company"), at("lines", "0"), at("city")]);
  expect(userErrors[3].message).toContain('"С", "о", "ф", "и", "я"');
  expect(await requestCount(service, "SHIP")).toBe(0);
});

it("and is written in Latin letters on request, which is told; the shipment keeps its own", async () => {
  const { purchase, shipment, carrierMessages, userErrors } = await buy({
    shipment: toSofia({ options: { letters: "TRANSLITERATE" } }),
  });
  expect(userErrors).toEqual([]);
  expect(purchase.state).toBe("PURCHASED");
  expect(shipment).toMatchObject({ options: { letters: "TRANSLITERATE" }, shipTo: { company: "Мэрия" } });
  expect(carrierMessages).toContainEqual({
    ...{ carrierErrorCode: "LETTERS_REPLACED", severity: "WARNING" },
    text: expect.stringMatching(/shipTo.name: "Priemnaya".*shipTo.lines.0: "ul. Moskovska 33".*shipTo.city: "Sofiya"/),
  });
  const zpl = Buffer.from(shipment.packages[0].label.base64, "base64").toString("latin1");
  expect(zpl).toContain("SOFIYA 1000");
  expect(zpl).not.toContain("?");
});

it("Polish letters are printed with UPS's character set, which is told", async () => {
  const shipTo = { ...sofia, company: null, name: "Łukasz Żak", lines: ["ul. Główna 1"], city: "Świnoujście" };
  const { shipment, carrierMessages } = await buy({
    shipment: toSofia({ shipTo: { ...shipTo, postalCode: "72-600", countryCode: "PL" } }),
  });
  expect(carrierMessages.map((message: { carrierErrorCode: string }) => message.carrierErrorCode)).toContain(
    "LETTERS_CHARACTER_SET",
  );
  const zpl = Buffer.from(shipment.packages[0].label.base64, "base64").toString("latin1");
  expect(zpl).toContain("SWINOUJSCIE");
  const [sent] = (await service.control.requests()).filter(({ operation }) => operation === "SHIP");
  expect(JSON.stringify(sent)).toContain('"CharacterSet":"pol"');
});

it("goods and references in another script are named too", async () => {
  const packages = [{ ...aPackage, reference: "Заказ", items: [{ ...novel, description: "Книга" }] }];
  const { userErrors } = await buy({
    shipment: toSofia({ shipTo: { ...sofia, ...latin }, packages, reference: "№ Я" }),
  });
  expect(userErrors.map(({ field }: { field: string[] }) => field.slice(2).join("."))).toEqual(
    expect.arrayContaining(["reference", "packages.0.reference", "packages.0.items.0.description"]),
  );
});

it("a draft in another script is saved, and refused when it is bought, until it says how", async () => {
  const shipmentId = await draft(service, { ...toSofia(), service: undefined });
  const worldwideSaver = "UPS_WORLDWIDE_SAVER";
  const refused = await buy({ shipmentId, service: worldwideSaver });
  expect(refused.userErrors[0]).toMatchObject({ code: "INVALID", field: ["input", "shipmentId"] });
  const { updateShipment } = await service.run(
    `mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) { shipment { id } userErrors { message } } }`,
    { input: { shipmentId, options: { letters: "TRANSLITERATE" } } },
  );
  expect(updateShipment.userErrors).toEqual([]);
  expect((await buy({ shipmentId, service: worldwideSaver })).purchase.state).toBe("PURCHASED");
});

const latin = { company: "City Hall", name: "Reception", lines: ["Moskovska 33"], city: "Sofia" };
