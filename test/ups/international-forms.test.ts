import type { CustomsDeclaration } from "../../src/carrier/customs.js";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import type { ShippedDocumentKind, UploadedDocuments } from "../../src/carrier/shipping.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { descriptionLines } from "../../src/ups/customs/product-lines.js";
import { serialiseInvoice } from "../../src/ups/customs/serialise-invoice.js";
import { paperNotices } from "../../src/ups/shipping/paper-notices.js";
import { parseShip } from "../../src/ups/shipping/parse-ship.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { type addresses, anAccount, anAddress, aPackage, aShipRequest, someDetails, someOptions } from "./builders.js";
import { aCustomsItem, aDeclaration } from "./customs-builders.js";
import { fixture } from "./fixtures.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

type Place = keyof typeof addresses;

const goods = aPackage({ description: "Books", contentsValue: { amount: "25.00", currencyCode: "USD" } });
const onLane = (from: Place, to: Place, over: Partial<ShipmentDetails> = {}) =>
  someDetails({ shipFrom: anAddress(from), shipTo: anAddress(to), packages: [goods], ...over });
const toCanada = (customs: Partial<CustomsDeclaration> = {}, over: Partial<ShipmentDetails> = {}) =>
  onLane("newYork", "toronto", { customs: aDeclaration(customs), ...over });
const invoiceOf = (details: ShipmentDetails) => serialiseInvoice(aShipRequest({ details }));
const service: Record<string, string> = { toronto: "UPS_STANDARD", sanJuan: "UPS_GROUND" };
const problems = (details: ShipmentDetails, serviceCode = "UPS_STANDARD") =>
  checkShipment(details, serviceCode, new Date("2026-03-02T12:00:00Z")).map(
    ({ code, path }) => `${code} ${path.join(".")}`,
  );

const lanes: [from: Place, to: Place, isCustoms: boolean, needsTotal: boolean][] = [
  ["newYork", "toronto", true, true],
  ["newYork", "berlin", true, false],
  ["berlin", "paris", false, false],
  ["newYork", "sanJuan", false, true],
  ["berlin", "newYork", true, false],
  ["sanJuan", "newYork", false, false],
];

describe("an invoice by lane", () => {
  it.each(lanes)("from %s to %s: customs %s, total %s", (from, to, isCustoms, needsTotal) => {
    const derived = onLane(from, to, { customs: aDeclaration({ isDerived: true }) });
    const ship = serialiseShip(anAccount(), aShipRequest({ details: derived }), "context").ShipmentRequest.Shipment;
    const forms = "ShipmentServiceOptions" in ship ? ship.ShipmentServiceOptions : undefined;
    expect(forms !== undefined && "InternationalForms" in forms).toBe(isCustoms);
    expect("InvoiceLineTotal" in ship).toBe(needsTotal);
    const serviceCode = service[to] ?? "UPS_WORLDWIDE_EXPRESS";
    const lacking = aDeclaration({ items: [aCustomsItem({ hsCode: null, originCountryCode: null })] });
    expect(problems(onLane(from, to, { customs: lacking }), serviceCode)).toEqual(
      expect.arrayContaining(
        isCustoms || to === "sanJuan"
          ? ["REQUIRED customs.items.0.hsCode", "REQUIRED customs.items.0.originCountryCode"]
          : ["OPTION_NOT_ALLOWED customs"],
      ),
    );
  });

  it("has the same total as the shipment, whatever the packages say", () => {
    const items = [aCustomsItem({ quantity: 3, unitValue: { amount: "33.333333", currencyCode: "USD" } })];
    const ship = serialiseShip(anAccount(), aShipRequest({ details: toCanada({ items }) }), "context");
    expect(ship.ShipmentRequest.Shipment.InvoiceLineTotal).toEqual({ CurrencyCode: "USD", MonetaryValue: "100.00" });
  });

  it("is not made of what is packed when something is missing there, nor for letters", () => {
    const lacking = aDeclaration({ isDerived: true, items: [aCustomsItem({ hsCode: null })] });
    expect(invoiceOf(onLane("newYork", "toronto", { customs: lacking }))).toBeNull();
    expect(problems(onLane("newYork", "toronto", { customs: lacking }))).toEqual([]);
    const letter = aPackage({ packageType: "UPS_LETTER", weight: { value: 0.4, unit: "LB" } });
    const packages = [letter];
    expect(
      invoiceOf(onLane("newYork", "toronto", { packages, customs: aDeclaration({ isDerived: true }) })),
    ).toBeNull();
    expect(invoiceOf(onLane("newYork", "toronto", { packages, customs: aDeclaration() }))).not.toBeNull();
  });
});

describe("the invoice in the Ship request", () => {
  it("says all that is declared", () => {
    const customs: Partial<CustomsDeclaration> = {
      reasonForExport: "gift",
      incoterm: "DAP",
      invoiceNumber: "INV-7",
      comments: "Handle with care",
      declarationStatement: "True and correct.",
      soldTo: anAddress("toronto", { company: "Exemplary Reading", email: "buyer@example.com", taxId: "123456789" }),
      discount: { amount: "1.00", currencyCode: "USD" },
      freightCharges: { amount: "10", currencyCode: "USD" },
      insuranceCharges: { amount: "2.5", currencyCode: "USD" },
      otherCharges: { amount: { amount: "3.00", currencyCode: "USD" }, description: "Packing" },
    };
    expect(problems(toCanada(customs))).toEqual([]);
    expect(invoiceOf(toCanada(customs))).toEqual({
      FormType: ["01"],
      Contacts: {
        SoldTo: {
          Name: "Exemplary Reading",
          AttentionName: "Max Sample",
          TaxIdentificationNumber: "123456789",
          Phone: { Number: "4165550103" },
          EMailAddress: "buyer@example.com",
          Address: {
            AddressLine: ["290 Bremner Blvd"],
            City: "Toronto",
            StateProvinceCode: "ON",
            PostalCode: "M5V3L9",
            CountryCode: "CA",
          },
        },
      },
      Product: [
        {
          Description: ["Hardcover novel"],
          Unit: { Number: "2", UnitOfMeasurement: { Code: "PCS" }, Value: "12.50" },
          CommodityCode: "4901.99",
          PartNumber: "NOVEL-1",
          OriginCountryCode: "US",
        },
      ],
      InvoiceNumber: "INV-7",
      InvoiceDate: "20260302",
      TermsOfShipment: "DAP",
      ReasonForExport: "GIFT",
      Comments: "Handle with care",
      DeclarationStatement: "True and correct.",
      Discount: { MonetaryValue: "1.00" },
      FreightCharges: { MonetaryValue: "10" },
      InsuranceCharges: { MonetaryValue: "2.5" },
      OtherCharges: { MonetaryValue: "3.00", Description: "Packing" },
      CurrencyCode: "USD",
    });
  });

  it("sells to the recipient and is numbered by the reference, else by ours, unless told otherwise", () => {
    expect(invoiceOf(toCanada({}, { reference: "PO 4711" }))).toMatchObject({
      Contacts: { SoldTo: { Name: "Max Sample", AttentionName: "Max Sample" } },
      InvoiceNumber: "PO 4711",
    });
    expect(invoiceOf(toCanada({ reasonForExport: "Trade fair" }))).toMatchObject({
      InvoiceNumber: "A0000000000001",
      ReasonForExport: "Trade fair",
    });
  });

  it("is a partial one for goods that come back", () => {
    const returned = toCanada(
      { reasonForExport: "RETURN" },
      { returnService: { kind: "PRINT_RETURN_LABEL", email: null, boxNumber: null } },
    );
    const invoice = invoiceOf(returned);
    expect(invoice).toMatchObject({ FormType: ["05"], ReasonForExport: "RETURN" });
    expect(invoice).not.toHaveProperty("Contacts");
  });

  it.each([
    [{ value: 1.23, unit: "LB" as const }, 2, "2.5"],
    [{ value: 0.5, unit: "KG" as const }, 1, "1.2"],
    [{ value: 0.001, unit: "OZ" as const }, 1, "0.1"],
    [{ value: 1000.2, unit: "LB" as const }, 3, "3001"],
  ])("weighs all pieces of %j times %i with %s lb", (weight, quantity, text) => {
    expect(invoiceOf(toCanada({ items: [aCustomsItem({ weight, quantity })] }))?.Product).toMatchObject([
      { ProductWeight: { UnitOfMeasurement: { Code: "LBS" }, Weight: text } },
    ]);
  });

  it("stands beside uploaded documents", () => {
    const request = aShipRequest({ details: toCanada(), documentIds: ["2026-03-02-12.00.00.000001"] });
    expect(serialiseShip(anAccount(), request, "context").ShipmentRequest.Shipment).toMatchObject({
      ShipmentServiceOptions: {
        InternationalForms: {
          FormType: ["01", "07"],
          UserCreatedForm: { DocumentID: ["2026-03-02-12.00.00.000001"] },
          CurrencyCode: "USD",
        },
      },
    });
  });

  it.each([
    ["Hardcover novel", ["Hardcover novel"]],
    [
      "Wooden puzzle of the Solar System with eight planets",
      ["Wooden puzzle of the Solar System", "with eight planets"],
    ],
    ["x".repeat(80), ["x".repeat(35), "x".repeat(35), "x".repeat(10)]],
  ])("breaks %j into lines of 35", (description, lines) => {
    expect(descriptionLines(description)).toEqual(lines);
  });

  it("loses nothing of a description of 105 characters, however its words fall", () => {
    const words = `${"word ".repeat(5)}${"w".repeat(30)} ${"v".repeat(30)} ${"u".repeat(18)}`;
    expect(words).toHaveLength(105);
    const lines = descriptionLines(words);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(lines.every((line) => line.length <= 35)).toBe(true);
    expect(lines.join("").replaceAll(" ", "")).toBe(words.replaceAll(" ", ""));
  });
});

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const eur = (amount: string) => ({ amount, currencyCode: "EUR" });
const withItem = (item: Parameters<typeof aCustomsItem>[0]) => ({ items: [aCustomsItem(item)] });

const refused: [string, Partial<CustomsDeclaration>][] = [
  ["REQUIRED customs.reasonForExport", { reasonForExport: " " }],
  ["TOO_LONG customs.reasonForExport", { reasonForExport: "x".repeat(21) }],
  ["INVALID customs.incoterm", { incoterm: "DPU" }],
  ["OPTION_NOT_ALLOWED customs.incoterm", { incoterm: "DDP" }],
  ["TOO_LONG customs.invoiceNumber", { invoiceNumber: "x".repeat(36) }],
  ["TOO_LONG customs.comments", { comments: "x".repeat(151) }],
  ["TOO_LONG customs.declarationStatement", { declarationStatement: "x".repeat(551) }],
  ["INVALID customs.soldTo.countryCode", { soldTo: anAddress("paris") }],
  ["REQUIRED customs.soldTo.phone", { soldTo: anAddress("toronto", { phone: null }) }],
  ["REQUIRED customs.items", { items: [] }],
  ["TOO_LONG customs.items", { items: Array.from({ length: 101 }, () => aCustomsItem()) }],
  ["TOO_LONG customs.items.0.description", withItem({ description: "x".repeat(106) })],
  ["INVALID customs.items.0.quantity", withItem({ quantity: 10_000_000 })],
  ["INVALID customs.items.0.quantity", withItem({ quantity: 0 })],
  ["REQUIRED customs.items.0.unitValue", withItem({ unitValue: null })],
  ["INVALID customs.items.0.unitValue.amount", withItem({ unitValue: usd("0") })],
  ["INVALID customs.items.0.unitValue.amount", withItem({ unitValue: usd("1.1234567") })],
  ["INVALID customs.items.0.unitValue.currencyCode", withItem({ unitValue: eur("1") })],
  ["TOO_LONG customs.items.0.sku", withItem({ sku: "x".repeat(36) })],
  ["INVALID customs.items.0.hsCode", withItem({ hsCode: "49019" })],
  ["INVALID customs.items.0.hsCode", withItem({ hsCode: "4.9.0.1.9" })],
  ["INVALID customs.items.0.hsCode", withItem({ hsCode: "1234567890123456" })],
  ["INVALID customs.items.0.originCountryCode", withItem({ originCountryCode: "USA" })],
  ["INVALID customs.items.0.weight", withItem({ weight: { value: 50_000, unit: "LB" }, quantity: 2 })],
  ["INVALID customs.discount", { discount: usd("25.01") }],
  ["INVALID customs.freightCharges.currencyCode", { freightCharges: eur("1") }],
  ["INVALID customs.insuranceCharges.amount", { insuranceCharges: usd("1.234") }],
  ["TOO_LONG customs.otherCharges.description", { otherCharges: { amount: usd("1"), description: "x".repeat(11) } }],
  ["REQUIRED customs.otherCharges.description", { otherCharges: { amount: usd("1"), description: "" } }],
];

describe("a declaration within UPS's limits", () => {
  it.each(refused)("refuses: %s", (expected, customs) => {
    expect(problems(toCanada(customs))).toEqual([expected]);
  });

  const TAKEN: [string, Partial<CustomsDeclaration>][] = [
    ["a reason of 20 characters", { reasonForExport: "x".repeat(20) }],
    ["a code with spaces", withItem({ hsCode: "490 199" })],
    ["the United Kingdom as people call it", withItem({ originCountryCode: "uk" })],
    ["a code of 15 characters", withItem({ hsCode: "123456789012345" })],
    ["millionths, and as many pieces as there can be", withItem({ unitValue: usd("0.000001"), quantity: 9_999_999 })],
    ["a description of 105 characters", withItem({ description: "x".repeat(105) })],
    ["a discount of all", { discount: usd("25") }],
    ["a buyer across the border of Canada", { soldTo: anAddress("newYork") }],
    ["a hundred products", { items: Array.from({ length: 100 }, () => aCustomsItem()) }],
  ];
  it.each(TAKEN)("takes %s", (_, customs) => {
    expect(problems(toCanada(customs))).toEqual([]);
  });

  it("takes DDP where the sender pays the duties", () => {
    const options = someOptions({ dutiesPayer: "SENDER" });
    expect(problems(toCanada({ incoterm: "DDP" }, { options }))).toEqual([]);
  });
});

describe("the papers in the Ship answer", () => {
  const PDF = Buffer.from("%PDF-1.7 invoice").toString("base64");
  const image = (code: string, GraphicImage: string) => ({ Image: { ImageFormat: { Code: code }, GraphicImage } });
  const withParts = (parts: object) => {
    const answer = structuredClone(fixture("ship", "one-package-as-object")) as {
      ShipmentResponse: { ShipmentResults: object };
    };
    Object.assign(answer.ShipmentResponse.ShipmentResults, parts);
    const shipment = parseShip(answer, 1)?.value;
    return { kinds: shipment?.documents.map(({ kind }) => kind), unreadable: shipment?.unreadableDocuments };
  };

  it.each([
    ["an object", { Code: "01", ...image("PDF", PDF), FormGroupId: "g" }],
    ["an array", [{ Code: "01", ...image("pdf", PDF) }]],
    ["a plain format", { Image: { ImageFormat: "PDF", GraphicImage: PDF } }],
  ])("reads an invoice given as %s", (_, Form) => {
    expect(withParts({ Form })).toEqual({ kinds: ["COMMERCIAL_INVOICE"], unreadable: [] });
  });

  it.each([
    ["nothing", {}],
    ["an empty container", { Form: "", CODTurnInPage: "" }],
    ["only its number, since the account goes without paper", { Form: { Code: "01", FormGroupId: "g" } }],
    ["an empty image", { Form: { Code: "01", Image: "", FormGroupId: "g" } }],
  ])("finds no paper in %s", (_, parts) => {
    expect(withParts(parts)).toEqual({ kinds: [], unreadable: [] });
  });

  it.each([
    ["no PDF", { Form: image("PDF", Buffer.from("<html>").toString("base64")) }],
    ["an unknown format", { Form: image("DOC", Buffer.from("words").toString("base64")) }],
    ["another shape", { Form: { Image: { Bytes: PDF } } }],
    ["no object", { Form: "invoice" }],
  ])("keeps the labels when the invoice is %s, and says so", (_, parts) => {
    expect(withParts(parts)).toEqual({ kinds: [], unreadable: ["COMMERCIAL_INVOICE"] });
  });

  it("reads the pages of other options", () => {
    const html = Buffer.from("<html>").toString("base64");
    const parts = { CODTurnInPage: image("HTML", html), HighValueReport: image("PDF", PDF) };
    expect(withParts(parts)).toEqual({ kinds: ["COD_TURN_IN", "HIGH_VALUE_REPORT"], unreadable: [] });
  });
});

describe("what a person is told of the papers", () => {
  const told = (
    details: ShipmentDetails,
    unreadableDocuments: ShippedDocumentKind[] = [],
    uploaded: UploadedDocuments = "NONE",
  ) =>
    paperNotices(details, { packages: [], documents: [], unreadableDocuments }, uploaded).map(({ code, severity }) => [
      code,
      severity,
    ]);
  const undeclared = onLane("newYork", "toronto");

  it.each([
    ["a paper that cannot be read", told(toCanada(), ["COMMERCIAL_INVOICE"]), [["DOCUMENT_UNREADABLE", "WARNING"]]],
    ["an invoice that did not come", told(toCanada()), [["INVOICE_WITHOUT_FILE", "INFO"]]],
    ["goods that nobody declared", told(undeclared), [["NO_CUSTOMS_DECLARATION", "WARNING"]]],
    ["own papers instead", told(undeclared, [], "SOME"), []],
    ["an own invoice instead", told(undeclared, [], "INVOICE"), []],
    ["no customs", told(onLane("berlin", "paris")), []],
  ])("of %s", (_, messages, expected) => {
    expect(messages).toEqual(expected);
  });
});

describe("a purchase with an invoice at the simulated UPS", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(() => ups.reset());
  afterAll(() => ups.close());

  const context = { purchaseId: null };
  const shipperOf = ({ returnService, shipFrom, shipTo }: ShipmentDetails) => (returnService ? shipTo : shipFrom);
  const buy = (details: ShipmentDetails, accountNumber = "0A1B2C") =>
    ups.adapter.ship(
      anAccount({ accountNumber, shipper: shipperOf(details) }),
      aShipRequest({ details, serviceCode: "UPS_STANDARD" }),
      context,
    );
  const bought = async (...parts: Parameters<typeof buy>) => {
    const outcome = await buy(...parts);
    if (outcome.kind !== "ANSWERED") throw new Error(JSON.stringify(outcome));
    return { ...outcome.value, codes: outcome.messages.map(({ code }) => code) };
  };

  it("brings it as PDF, and again by recovery", async () => {
    const { documents, codes } = await bought(toCanada({ incoterm: "DAP" }));
    expect(documents).toEqual([
      { kind: "COMMERCIAL_INVOICE", contentType: "application/pdf", bytes: expect.any(Buffer) },
    ]);
    expect(documents[0]?.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(codes).toEqual([]);
    const again = await ups.adapter.recoverLabels(
      anAccount(),
      { labelFormat: "GIF", carrierReference: "A0000000000001" },
      context,
    );
    expect(again).toMatchObject({ value: { shipment: { documents: [{ bytes: documents[0]?.bytes }] } } });
  });

  it("brings a partial one with a return label", async () => {
    const customs = aDeclaration({ isDerived: true, reasonForExport: "RETURN" });
    const returnService = { kind: "PRINT_RETURN_LABEL" as const, email: null, boxNumber: null };
    const { documents, codes } = await bought(onLane("toronto", "newYork", { customs, returnService }));
    expect(documents.map(({ kind }) => kind)).toEqual(["COMMERCIAL_INVOICE"]);
    expect((await ups.control.ledger()).at(-1)?.invoice).toMatchObject({ formType: "05", reason: "RETURN" });
    expect(codes).toEqual([]);
  });

  it("says that an account without paper gets no file", async () => {
    const { documents, codes } = await bought(toCanada(), "0A1B2P");
    expect(documents).toEqual([]);
    expect(codes).toEqual(["INVOICE_WITHOUT_FILE"]);
  });

  it("warns in its own words and UPS's where nothing is declared", async () => {
    const lacking = aDeclaration({ isDerived: true, items: [aCustomsItem({ hsCode: null })] });
    const outcome = await buy(onLane("newYork", "toronto", { customs: lacking }));
    expect(outcome).toMatchObject({
      kind: "ANSWERED",
      value: { documents: [] },
      messages: [
        { code: "120016", severity: "WARNING" },
        { code: "NO_CUSTOMS_DECLARATION", severity: "WARNING", text: expect.stringContaining("missing: hsCode") },
      ],
    });
  });

  it("is silent inside the European Union", async () => {
    const { documents, codes } = await bought(onLane("berlin", "paris"));
    expect([documents, codes]).toEqual([[], []]);
  });
});
