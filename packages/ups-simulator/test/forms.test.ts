import { PDFDocument } from "pdf-lib";
import { ottawa, paris, type RequestParts, shipRequest, toronto } from "./requests.js";
import { type Body, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const buyer = { Name: "Max Sample", AttentionName: "Max Sample", Phone: { Number: "4165550103" }, Address: toronto };
const books = {
  Description: ["Hardcover novel", "signed"],
  Unit: { Number: "2", UnitOfMeasurement: { Code: "PCS" }, Value: "12.50" },
  CommodityCode: "4901.99",
  PartNumber: "NOVEL-1",
  OriginCountryCode: "US",
};
const wholeInvoice: Body = {
  FormType: ["01"],
  Contacts: { SoldTo: buyer },
  Product: [books],
  InvoiceNumber: "INV-7",
  InvoiceDate: "20260302",
  ReasonForExport: "SALE",
  CurrencyCode: "USD",
};

interface Asked extends RequestParts {
  /** Merged into the invoice; undefined takes a part away. */
  invoice?: Body;
  /** Merged into its only product. */
  product?: Body;
  total?: string;
}

function asked({ invoice = {}, product, total = "25.00", shipment, ...parts }: Asked = {}) {
  const InternationalForms = { ...wholeInvoice, ...(product && { Product: [{ ...books, ...product }] }), ...invoice };
  const InvoiceLineTotal = { CurrencyCode: "USD", MonetaryValue: total };
  return shipRequest({
    to: toronto,
    service: "11",
    ...parts,
    shipment: { InvoiceLineTotal, ShipmentServiceOptions: { InternationalForms }, ...shipment },
  });
}
const ship = async (parts: Asked = {}) => ups.post(shipPath, asked(parts));
const formOf = (answer: { body: Body }) => answer.body.ShipmentResponse.ShipmentResults.Form;
const alertsOf = (answer: { body: Body }) =>
  (answer.body.ShipmentResponse.Response.Alert ?? []).map(({ Code }: Body) => Code);

it("makes an invoice as PDF and asks for no other", async () => {
  const answer = await ship();
  expect(formOf(answer)).toMatchObject({
    Code: "01",
    FormGroupId: expect.stringMatching(/^2026-03-02-15\.00\.00\.\d{6}$/),
    Image: { ImageFormat: { Code: "PDF" } },
  });
  const pdf = await PDFDocument.load(Buffer.from(formOf(answer).Image.GraphicImage, "base64"));
  expect([pdf.getTitle(), pdf.getPageCount()]).toEqual(["COMMERCIAL INVOICE", 1]);
  expect(alertsOf(answer)).not.toContain("120016");
});

it("takes as many pages as the goods need", async () => {
  const Product = Array.from({ length: 100 }, () => books);
  const answer = await ship({ invoice: { Product }, total: "2500.00" });
  const pdf = await PDFDocument.load(Buffer.from(formOf(answer).Image.GraphicImage, "base64"));
  expect(pdf.getPageCount()).toBeGreaterThan(3);
});

it("sends no file to an account that goes without paper", async () => {
  const form = formOf(await ship({ account: "A1B2CP" }));
  expect([form.Code, form.Image]).toEqual(["01", undefined]);
});

it("asks for an invoice where none is declared, but not for letters", async () => {
  const to = { to: paris, service: "07" };
  expect(alertsOf(await ups.post(shipPath, shipRequest(to)))).toContain("120016");
  const letter = { ...to, pkg: { Packaging: { Code: "01" }, Dimensions: undefined } };
  expect(alertsOf(await ups.post(shipPath, shipRequest(letter)))).not.toContain("120016");
});

const hamburg = { AddressLine: ["Rathausmarkt 1"], City: "Hamburg", PostalCode: "20095", CountryCode: "DE" };
const at = (CountryCode: string, PostalCode: string) => ({ ...paris, CountryCode, PostalCode });

it.each([
  ["the Canary Islands", hamburg, at("IC", "38003"), "REQUIRED"],
  ["Heligoland", hamburg, at("DE", "27498"), "REQUIRED"],
  ["Livigno", hamburg, at("IT", "23041"), "REQUIRED"],
  ["Monaco", hamburg, at("MC", "98000"), "NONE"],
  ["Northern Ireland, from the Union", hamburg, at("GB", "BT1 5GS"), "NONE"],
  ["Northern Ireland, from Great Britain", at("GB", "EC1A 1BB"), at("GB", "BT1 5GS"), "ALLOWED"],
  ["Great Britain, from Northern Ireland", at("GB", "BT1 5GS"), at("GB", "EC1A 1BB"), "NONE"],
  ["Jersey, from Great Britain", at("GB", "EC1A 1BB"), at("JE", "JE2 3AB"), "REQUIRED"],
])("takes an invoice to %s where a customs border lies, and asks for it", async (_, from, to, wanted) => {
  const parts = { from, to, service: "65" };
  const undeclared = await ups.post(shipPath, shipRequest(parts));
  expect(alertsOf(undeclared).includes("120016")).toBe(wanted === "REQUIRED");
  const soldTo = { ...buyer, Address: to };
  const declared = await ship({ ...parts, invoice: { Contacts: { SoldTo: soldTo } } });
  expect(declared.status).toBe(wanted === "NONE" ? 400 : 200);
});

it("takes an invoice from the United States to Puerto Rico", async () => {
  const sanJuan = { ...at("PR", "00901"), StateProvinceCode: "PR" };
  const parts = { to: sanJuan, service: "03", invoice: { Contacts: { SoldTo: { ...buyer, Address: sanJuan } } } };
  expect(formOf(await ship(parts))).toMatchObject({ Code: "01" });
});

const refused: [string, Asked, string][] = [
  ["two kinds of invoice", { invoice: { FormType: ["01", "05"] } }, "10006"],
  ["a partial invoice of goods that go out", { invoice: { FormType: ["05"] } }, "10006"],
  ["a form that is not simulated", { invoice: { FormType: ["03"] } }, "10006"],
  ["an invoice inside a country", { from: ottawa, shipment: { InvoiceLineTotal: undefined } }, "10006"],
  ["no buyer", { invoice: { Contacts: undefined } }, "128094"],
  ["a buyer elsewhere", { invoice: { Contacts: { SoldTo: { ...buyer, Address: paris } } } }, "10006"],
  ["no products", { invoice: { Product: [] } }, "128218"],
  ["101 products", { invoice: { Product: Array.from({ length: 101 }, () => books) } }, "128039"],
  ["four lines", { product: { Description: ["a", "b", "c", "d"] } }, "128113"],
  ["a long line", { product: { Description: ["x".repeat(36)] } }, "128113"],
  ["eight digits of pieces", { product: { Unit: { ...books.Unit, Number: "12345678" } } }, "128043"],
  ["a value of nothing", { product: { Unit: { ...books.Unit, Value: "0.00" } } }, "128046"],
  ["seven decimals", { product: { Unit: { ...books.Unit, Value: "1.1234567" } } }, "128046"],
  ["a short commodity code", { product: { CommodityCode: "4901" } }, "128048"],
  ["no origin", { product: { OriginCountryCode: undefined } }, "128049"],
  ["no number", { invoice: { InvoiceNumber: undefined } }, "128065"],
  ["no date", { invoice: { InvoiceDate: undefined } }, "128066"],
  ["a written date", { invoice: { InvoiceDate: "2026-3-2" } }, "128066"],
  ["no reason", { invoice: { ReasonForExport: undefined } }, "128069"],
  ["a long reason", { invoice: { ReasonForExport: "x".repeat(21) } }, "128069"],
  ["unknown terms", { invoice: { TermsOfShipment: "DDU" } }, "128068"],
  ["no currency", { invoice: { CurrencyCode: undefined } }, "128114"],
  ["a discount of more than all", { invoice: { Discount: { MonetaryValue: "25.01" } } }, "128072"],
  ["a charge without a name", { invoice: { OtherCharges: { MonetaryValue: "1" } } }, "128075"],
  ["another total than the shipment's", { total: "24.99" }, "10006"],
  ["a name that UPS has not", { invoice: { Remarks: "x" } }, "10002"],
];

it.each(refused)("refuses %s", async (_, parts, code) => {
  const answer = await ship(parts);
  expect([answer.status, answer.body.response?.errors?.[0]?.code]).toEqual([400, code]);
});
