import { Decimal } from "decimal.js";
import { invoiceBetween } from "../../pricing/customs-zones.js";
import { listAt, textAt } from "../../request/json-reading.js";
import type { RequestedShipment } from "../../request/requested-shipment.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";
import { readCustomsFacts } from "./customs-facts.js";
import { checkCustomsFacts, checkIdentifiers } from "./customs-rules.js";
import { checkFiling } from "./export-filing.js";
import { checkProduct } from "./product-rules.js";
import { goodsTotal, type RequestedInvoice, readFormTypes } from "./requested-invoice.js";

const formsPath = "ShipmentRequest.Shipment.ShipmentServiceOptions.InternationalForms";
const incoterms = "CFR CIF CIP CPT DAF DDP DAP DEQ DES EXW FAS FCA FOB".split(" ");
const amountPattern = /^(?=.{1,15}$)\d+(\.\d{1,2})?$/;

/** Which forms go with which shipment, and everything that UPS prints of the invoice. `shipment`: as sent. */
export function checkForms(shipment: unknown, request: RequestedShipment, invoice: RequestedInvoice | null): void {
  const types = readFormTypes(shipment);
  const isReturn = Boolean(request.returnService);
  requireBounds(
    types.length <= 6 && types.every((type) => ["01", "05", "07", "11"].includes(type)),
    `${formsPath}.FormType`,
  );
  requireBounds(!(types.includes("01") && types.includes("05")), `${formsPath}.FormType`);
  requireBounds(isReturn ? types.every((type) => type === "05") : !types.includes("05"), `${formsPath}.FormType`);
  checkCustomsFacts(shipment, readCustomsFacts(shipment));
  for (const product of listAt(shipment, "ShipmentServiceOptions.InternationalForms.Product")) {
    checkIdentifiers(product, `${formsPath}.Product`);
  }
  checkFiling(shipment, request.shipFrom.country);
  if (!invoice) return;
  requireBounds(invoiceBetween(request.shipFrom, request.shipTo) !== "NONE", `${formsPath}.FormType`);
  checkInvoice(invoice, request);
  checkLineTotal(shipment, invoice);
}

function checkInvoice(invoice: RequestedInvoice, request: RequestedShipment): void {
  const { products, currencyCode, terms, comments, statement } = invoice;
  requireField(products.length > 0, `${formsPath}.Product`);
  requireBounds(products.length <= 100, `${formsPath}.Product`);
  for (const product of products) checkProduct(product, `${formsPath}.Product`);
  requireField(currencyCode !== "", `${formsPath}.CurrencyCode`);
  requireBounds(/^[A-Z]{3}$/.test(currencyCode), `${formsPath}.CurrencyCode`);
  requireBounds(terms === "" || incoterms.includes(terms), `${formsPath}.TermsOfShipment`);
  requireBounds(comments.length <= 150, `${formsPath}.Comments`);
  requireBounds(statement.length <= 550, `${formsPath}.DeclarationStatement`);
  checkHead(invoice);
  checkCharges(invoice);
  if (invoice.formType === "01") checkSoldTo(invoice, request);
}

/** A partial invoice may leave these out. */
function checkHead({ formType, number, date, reason }: RequestedInvoice): void {
  const isNeeded = formType === "01";
  requireField(!isNeeded || number !== "", `${formsPath}.InvoiceNumber`);
  requireField(!isNeeded || date !== "", `${formsPath}.InvoiceDate`);
  requireField(!isNeeded || reason !== "", `${formsPath}.ReasonForExport`);
  requireBounds(number.length <= 35, `${formsPath}.InvoiceNumber`);
  requireBounds(date === "" || /^\d{8}$/.test(date), `${formsPath}.InvoiceDate`);
  requireBounds(reason.length <= 20, `${formsPath}.ReasonForExport`);
}

function checkCharges(invoice: RequestedInvoice): void {
  const { discount, freight, insurance, other } = invoice;
  for (const [name, amount] of Object.entries({
    Discount: discount,
    FreightCharges: freight,
    InsuranceCharges: insurance,
    OtherCharges: other?.amount ?? "",
  })) {
    requireBounds(amount === "" || amountPattern.test(amount), `${formsPath}.${name}.MonetaryValue`);
  }
  requireBounds(goodsTotal(invoice).greaterThanOrEqualTo(discount || 0), `${formsPath}.Discount.MonetaryValue`);
  requireField(other?.description !== "", `${formsPath}.OtherCharges.Description`);
  requireBounds(!other || other.description.length <= 10, `${formsPath}.OtherCharges.Description`);
}

const satellites = ["CA", "US", "PR", "VI", "GU", "AS", "MP"];

function checkSoldTo({ soldTo }: RequestedInvoice, { shipTo }: RequestedShipment): void {
  const path = `${formsPath}.Contacts.SoldTo`;
  requireField(soldTo !== null, path);
  if (!soldTo) return;
  const { name, attentionName, lines, city, country, phone } = soldTo;
  requireField(name !== "" && attentionName !== "", `${path}.Name`);
  requireBounds(name.length <= 35 && attentionName.length <= 35, `${path}.Name`);
  requireField(lines.length > 0 && city !== "" && country !== "", `${path}.Address`);
  requireBounds(lines.length <= 3 && lines.every((line) => line.length <= 35), `${path}.Address.AddressLine`);
  requireBounds(phone === "" || /^\d{1,15}$/.test(phone), `${path}.Phone.Number`);
  const isNear = satellites.includes(country) && satellites.includes(shipTo.country);
  requireBounds(country === shipTo.country || isNear, `${path}.Address.CountryCode`);
}

/** Stricter than UPS: the total of the shipment and of its invoice are one. */
function checkLineTotal(shipment: unknown, invoice: RequestedInvoice): void {
  const path = "ShipmentRequest.Shipment.InvoiceLineTotal";
  const value = textAt(shipment, "InvoiceLineTotal.MonetaryValue");
  if (value === "") return;
  const cents = (amount: Decimal) => amount.toFixed(2, Decimal.ROUND_HALF_UP);
  requireBounds(textAt(shipment, "InvoiceLineTotal.CurrencyCode") === invoice.currencyCode, `${path}.CurrencyCode`);
  requireBounds(cents(new Decimal(value)) === cents(goodsTotal(invoice)), `${path}.MonetaryValue`);
}
