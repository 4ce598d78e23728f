import { PDFDocument } from "pdf-lib";
import { startHttpService } from "../support/http-service.js";
import { aKey, aShipment, makeDue, userErrorFields } from "../support/purchases.js";
import { toronto } from "../support/rate-setup.js";
import { aPackage, berlin, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { refusedWith } from "../support/shipments.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
beforeEach(() => service.control.clearFaults());
afterAll(() => service.close());

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const book = {
  description: "Hardcover novel",
  quantity: 2,
  unitValue: usd("12.50"),
  sku: "NOVEL-1",
  hsCode: "4901.99",
  originCountryCode: "US",
};
const withItems = (...items: object[]) => ({ ...aPackage, items });
const toCanada = (parts: Record<string, unknown> = {}) =>
  aShipment({
    carrierAccountId: accountId,
    shipTo: toronto,
    service: "UPS_STANDARD",
    packages: [withItems(book)],
    ...parts,
  });
const without = (part: keyof typeof book) => ({ ...book, [part]: null });

const declarationFields = `customsDeclaration {
  reasonForExport incoterm invoiceNumber invoiceDate comments declarationStatement currencyCode
  soldTo { company city } goodsValue { amount currencyCode }
  items { description quantity unitValue { amount currencyCode } weight { value unit } sku hsCode originCountryCode }
  discount { amount } freightCharges { amount } insuranceCharges { amount } otherCharges { amount { amount } description } }`;

const create = async (input: object) =>
  (
    await service.run(
      `mutation ($input: CreateShipmentInput!) {
        createShipment(input: $input) { shipment { id ${declarationFields} } userErrors { ${userErrorFields} } } }`,
      { input },
    )
  ).createShipment;

const update = async (input: object) =>
  (
    await service.run(
      `mutation ($input: UpdateShipmentInput!) {
        updateShipment(input: $input) { shipment { ${declarationFields} } userErrors { ${userErrorFields} } } }`,
      { input },
    )
  ).updateShipment;

const buy = async (input: object) =>
  (
    await service.run(
      `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
        purchase { id state carrierReference } carrierMessages { carrierErrorCode severity text } userErrors { ${userErrorFields} }
        shipment { id documents { kind origin name file { url contentType byteLength } } } } }`,
      { input: { idempotencyKey: aKey(), ...input } },
    )
  ).purchaseLabel;

/** The first document of the shipment, through the link that the front door gives. */
async function downloaded(id: string): Promise<Buffer> {
  const http = await startHttpService(service);
  const query = "query ($id: ID!) { shipment(id: $id) { documents { file { url } } } }";
  const init = { method: "POST", headers: { "content-type": "application/json" } };
  const answer = await fetch(`${http.url}/graphql`, { ...init, body: JSON.stringify({ query, variables: { id } }) });
  const { data } = (await answer.json()) as { data: { shipment: { documents: { file: { url: string } }[] } } };
  const file = await fetch(data.shipment.documents[0]?.file.url ?? "");
  const bytes = Buffer.from(await file.arrayBuffer());
  await http.stop();
  return bytes;
}

const bookedInvoice = async () => (await service.control.ledger()).at(-1)?.invoice;

describe("a declaration on a draft", () => {
  it("is read back with what is packed, the same goods once", async () => {
    const map = { ...book, description: "Map", quantity: 1, unitValue: usd("7.00"), sku: "MAP-1" };
    const packages = [withItems(book, map), withItems({ ...book, quantity: 3, unitValue: usd("12.5") })];
    const customsDeclaration = {
      reasonForExport: "GIFT",
      incoterm: "DAP",
      soldTo: { ...toronto, company: "Public Library" },
      freightCharges: usd("9.99"),
      otherCharges: { amount: usd("1.00"), description: "Packing" },
    };
    const { shipment, userErrors } = await create(toCanada({ packages, customsDeclaration }));
    expect(userErrors).toEqual([]);
    expect(shipment.customsDeclaration).toEqual({
      reasonForExport: "GIFT",
      incoterm: "DAP",
      invoiceNumber: null,
      invoiceDate: null,
      comments: null,
      declarationStatement: null,
      currencyCode: "USD",
      soldTo: { company: "Public Library", city: "Toronto" },
      goodsValue: usd("69.50"),
      items: [
        { ...book, quantity: 5, weight: null },
        { ...map, weight: null },
      ],
      discount: null,
      freightCharges: { amount: "9.99" },
      insuranceCharges: null,
      otherCharges: { amount: { amount: "1.00" }, description: "Packing" },
    });
  });

  it("stays in an update that does not name it, and is taken back by null", async () => {
    const own = { ...book, description: "Books, as customs shall read it" };
    const { shipment } = await create(toCanada({ customsDeclaration: { items: [own] } }));
    const shipmentId = shipment.id;
    const kept = await update({ shipmentId, reference: "PO 4711" });
    expect(kept.shipment.customsDeclaration).toMatchObject({ items: [{ description: own.description }] });
    const replaced = await update({ shipmentId, customsDeclaration: { comments: "Fragile" } });
    expect(replaced.shipment.customsDeclaration).toMatchObject({
      comments: "Fragile",
      items: [{ description: book.description }],
    });
    expect((await update({ shipmentId, customsDeclaration: null })).shipment.customsDeclaration).toBeNull();
  });

  const REFUSED: [string, Record<string, unknown>, string, string][] = [
    [
      "a packed item without its code",
      {
        packages: [withItems(book), withItems(book, { ...without("hsCode"), description: "Map" })],
        customsDeclaration: {},
      },
      "REQUIRED",
      "packages.1.items.1.hsCode",
    ],
    [
      "a packed item without its origin",
      { packages: [withItems(without("originCountryCode"))], customsDeclaration: {} },
      "REQUIRED",
      "packages.0.items.0.originCountryCode",
    ],
    [
      "an own item with a blank code",
      { customsDeclaration: { items: [book, { ...book, hsCode: " " }] } },
      "REQUIRED",
      "customsDeclaration.items.1.hsCode",
    ],
    [
      "an own item with a blank origin",
      { customsDeclaration: { items: [book, { ...book, originCountryCode: " " }] } },
      "REQUIRED",
      "customsDeclaration.items.1.originCountryCode",
    ],
    [
      "an own item of nothing",
      { customsDeclaration: { items: [{ ...book, quantity: 0 }] } },
      "INVALID",
      "customsDeclaration.items.0.quantity",
    ],
    [
      "a package of unknown goods",
      { packages: [withItems(book), aPackage], customsDeclaration: {} },
      "REQUIRED",
      "packages.1.items",
    ],
    [
      "an incoterm that UPS does not take",
      { customsDeclaration: { incoterm: "DPU" } },
      "INVALID",
      "customsDeclaration.incoterm",
    ],
    [
      "a long reason",
      { customsDeclaration: { reasonForExport: "x".repeat(21) } },
      "TOO_LONG",
      "customsDeclaration.reasonForExport",
    ],
    [
      "two currencies",
      { customsDeclaration: { discount: { amount: "1.00", currencyCode: "CAD" } } },
      "INVALID",
      "customsDeclaration.discount.currencyCode",
    ],
  ];
  it.each(REFUSED)("refuses %s", async (_, parts, code, field) => {
    expect(await create(toCanada(parts))).toEqual(refusedWith(code, `input.${field}`));
  });

  it.each(["unitValue", "hsCode", "originCountryCode"] as const)("takes no own item without %s", async (field) => {
    const attempt = create(toCanada({ customsDeclaration: { items: [without(field)] } }));
    await expect(attempt).rejects.toThrow(`items[0].${field}"`);
  });

  it("is refused where there is no customs border", async () => {
    const { shipTo, service: ground } = aShipment();
    const domestic = toCanada({ shipTo, service: ground, customsDeclaration: {} });
    expect(await create(domestic)).toEqual(refusedWith("OPTION_NOT_ALLOWED", "input.customsDeclaration"));
    const input = { carrierAccountId: accountId, shipTo, packages: [withItems(book)], customsDeclaration: {} };
    const { shippingRates } = await service.run(
      "query ($input: ShippingRatesInput!) { shippingRates(input: $input) { quotes { id } userErrors { code field } } }",
      { input },
    );
    expect(shippingRates).toEqual({
      quotes: [],
      userErrors: [{ code: "OPTION_NOT_ALLOWED", field: ["input", "customsDeclaration"] }],
    });
  });
});

describe("a purchase across a customs border", () => {
  it("brings the invoice as a PDF that can be downloaded", async () => {
    const customsDeclaration = { invoiceNumber: "INV-1001", incoterm: "DAP" };
    const { purchase, shipment, carrierMessages } = await buy({ shipment: toCanada({ customsDeclaration }) });
    expect([purchase.state, carrierMessages]).toEqual(["PURCHASED", []]);
    expect(shipment.documents).toEqual([
      {
        kind: "COMMERCIAL_INVOICE",
        origin: "CARRIER",
        name: "commercial-invoice.pdf",
        file: { url: expect.any(String), contentType: "application/pdf", byteLength: expect.any(Number) },
      },
    ]);
    const { byteLength } = shipment.documents[0].file;
    const bytes = await downloaded(shipment.id);
    expect(bytes).toHaveLength(byteLength);
    expect((await PDFDocument.load(bytes)).getTitle()).toBe("COMMERCIAL INVOICE");
    expect(await bookedInvoice()).toMatchObject({
      number: "INV-1001",
      date: new Date().toISOString().slice(0, 10).replaceAll("-", ""),
      soldTo: { name: toronto.company },
      products: [{ number: "2", value: "12.50", commodityCode: "4901.99" }],
    });
  });

  it("makes it of what is packed when nothing is declared and nothing is missing", async () => {
    const { shipment, purchase } = await buy({ shipment: toCanada() });
    expect(shipment.documents).toMatchObject([{ kind: "COMMERCIAL_INVOICE" }]);
    expect(await bookedInvoice()).toMatchObject({ number: purchase.carrierReference, reason: "SALE" });
  });

  it("says so when nothing is declared and something is missing", async () => {
    const packages = [withItems(without("hsCode"))];
    const { purchase, shipment, carrierMessages } = await buy({ shipment: toCanada({ packages }) });
    expect([purchase.state, shipment.documents]).toEqual(["PURCHASED", []]);
    expect(carrierMessages).toMatchObject([
      { carrierErrorCode: "120016", severity: "WARNING" },
      { carrierErrorCode: "NO_CUSTOMS_DECLARATION", severity: "WARNING", text: expect.stringContaining("hsCode") },
    ]);
  });

  it("names what is missing before the carrier is asked", async () => {
    await service.control.clearRequests();
    const shipment = toCanada({ packages: [withItems(without("hsCode"))], customsDeclaration: {} });
    expect((await buy({ shipment })).userErrors).toMatchObject([
      { code: "REQUIRED", field: ["input", "shipment", "packages", "0", "items", "0", "hsCode"] },
    ]);
    expect(await service.control.requests()).toEqual([]);
  });

  it("keeps what was declared with the offer", async () => {
    const { carrierAccountId, shipTo, packages } = toCanada() as Record<string, unknown>;
    const customsDeclaration = { reasonForExport: "SAMPLE" };
    const { shippingRates } = await service.run(
      `query ($input: ShippingRatesInput!) { shippingRates(input: $input) { quotes { id service { code } } userErrors { message } } }`,
      { input: { carrierAccountId, shipTo, packages, customsDeclaration } },
    );
    const quote = shippingRates.quotes.find(
      (candidate: { service: { code: string } }) => candidate.service.code === "UPS_STANDARD",
    );
    const { purchase } = await buy({ shipment: { rateQuoteId: quote.id } });
    expect(purchase.state).toBe("PURCHASED");
    expect(await bookedInvoice()).toMatchObject({ reason: "SAMPLE" });
  });

  it("keeps the invoice of a purchase whose answer was lost", async () => {
    await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
    const { purchase } = await buy({ shipment: toCanada() });
    expect(purchase.state).toBe("UNKNOWN");
    await makeDue(service);
    await sweepDuePurchases(service.deps);
    const { labelPurchase } = await service.run(
      `query ($id: ID!) { labelPurchase(id: $id) { state shipment { documents { kind } } } }`,
      { id: purchase.id },
    );
    expect(labelPurchase).toEqual({ state: "PURCHASED", shipment: { documents: [{ kind: "COMMERCIAL_INVOICE" }] } });
  });

  it("buys with an account that goes without paper, and says that there is no file", async () => {
    const carrierAccountId = await seedAccount(service, { name: "Paperless", accountNumber: "0A1B2P" });
    const { purchase, shipment, carrierMessages } = await buy({ shipment: toCanada({ carrierAccountId }) });
    expect([purchase.state, shipment.documents]).toEqual(["PURCHASED", []]);
    expect(carrierMessages).toMatchObject([{ carrierErrorCode: "INVOICE_WITHOUT_FILE", severity: "INFO" }]);
  });

  it("brings none, and no warning, inside the European Union", async () => {
    const carrierAccountId = await seedAccount(service, { name: "Berlin", accountNumber: "0A1B2E", address: berlin });
    const shipTo = {
      ...{ name: "Accueil", company: "Hôtel de Ville", lines: ["Place de l'Hôtel de Ville"], city: "Paris" },
      ...{ postalCode: "75004", countryCode: "FR", phone: "33142764040" },
    };
    const metric = {
      weight: { value: 1, unit: "KG" },
      items: [{ ...book, unitValue: { amount: "12.50", currencyCode: "EUR" } }],
    };
    const { purchase, shipment, carrierMessages } = await buy({
      shipment: toCanada({ carrierAccountId, shipTo, packages: [metric] }),
    });
    expect([purchase.state, shipment.documents, carrierMessages]).toEqual(["PURCHASED", [], []]);
  });
});
