import { Decimal } from "decimal.js";
import { invoiceBetween } from "../../pricing/customs-zones.js";
import { listAt, textAt } from "../../request/json-reading.js";
import type { RequestedShipment } from "../../request/requested-shipment.js";
import { requireBounds, requireByCode } from "../../request/rule-codes.js";
import { readCustomsFacts } from "./customs-facts.js";
import { checkCustomsFacts, checkIdentifiers } from "./customs-rules.js";
import { checkFiling } from "./export-filing.js";
import { checkProduct } from "./product-rules.js";
import { goodsTotal, type RequestedInvoice, readFormTypes } from "./requested-invoice.js";

const formsPath = "ShipmentRequest.Shipment.ShipmentServiceOptions.InternationalForms";
const incoterms = "CFR CIF CIP CPT DAF DDP DAP DEQ DES EXW FAS FCA FOB".split(" ");
const amountPattern = /^(?=.{1,15}$)\d+(\.\d{1,2})?$/;

/**
 * Which forms go with which shipment, and everything that UPS prints of the invoice, under the numbers of UPS's developer
 * guide. `shipment`: as sent.
 */
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
  requireByCode(products.length > 0, "128218", `${formsPath}.Product`);
  requireByCode(products.length <= 100, "128039", `${formsPath}.Product`);
  for (const product of products) checkProduct(product, `${formsPath}.Product`);
  requireByCode(/^[A-Z]{3}$/.test(currencyCode), "128114", `${formsPath}.CurrencyCode`);
  requireByCode(terms === "" || incoterms.includes(terms), "128068", `${formsPath}.TermsOfShipment`);
  requireByCode(comments.length <= 150, "128070", `${formsPath}.Comments`);
  requireByCode(statement.length <= 550, "128071", `${formsPath}.DeclarationStatement`);
  checkHead(invoice);
  checkCharges(invoice);
  if (invoice.formType === "01") checkSoldTo(invoice, request);
}

/** A partial invoice may leave these out. */
function checkHead({ formType, number, date, reason }: RequestedInvoice): void {
  const isNeeded = formType === "01";
  const isTaken = (value: string, pattern: RegExp) => (value === "" ? !isNeeded : pattern.test(value));
  requireByCode(isTaken(number, /^.{1,35}$/), "128065", `${formsPath}.InvoiceNumber`);
  requireByCode(isTaken(date, /^\d{8}$/), "128066", `${formsPath}.InvoiceDate`);
  requireByCode(isTaken(reason, /^.{1,20}$/), "128069", `${formsPath}.ReasonForExport`);
}

function checkCharges(invoice: RequestedInvoice): void {
  const { discount, freight, insurance, other } = invoice;
  for (const [code, name, amount] of [
    ["128072", "Discount", discount],
    ["128073", "FreightCharges", freight],
    ["128112", "InsuranceCharges", insurance],
    ["128074", "OtherCharges", other?.amount ?? ""],
  ] as const) {
    requireByCode(amount === "" || amountPattern.test(amount), code, `${formsPath}.${name}.MonetaryValue`);
  }
  const isCovered = goodsTotal(invoice).greaterThanOrEqualTo(discount || 0);
  requireByCode(isCovered, "128072", `${formsPath}.Discount.MonetaryValue`);
  const isNamed = !other || /^.{1,10}$/.test(other.description);
  requireByCode(isNamed, "128075", `${formsPath}.OtherCharges.Description`);
}

const satellites = ["CA", "US", "PR", "VI", "GU", "AS", "MP"];

function checkSoldTo({ soldTo }: RequestedInvoice, { shipTo }: RequestedShipment): void {
  const path = `${formsPath}.Contacts.SoldTo`;
  requireByCode(soldTo !== null, "128094", path);
  if (!soldTo) return;
  const { name, attentionName, lines, city, country, phone } = soldTo;
  requireByCode(/^.{1,35}$/.test(name), "128095", `${path}.Name`);
  requireByCode(/^.{1,35}$/.test(attentionName), "128109", `${path}.AttentionName`);
  const areLines = lines.length > 0 && lines.length <= 3 && lines.every((line) => line.length <= 35);
  requireByCode(areLines, "128096", `${path}.Address.AddressLine`);
  requireByCode(city !== "", "128099", `${path}.Address.City`);
  requireByCode(country !== "", "128102", `${path}.Address.CountryCode`);
  requireByCode(phone === "" || /^\d{1,15}$/.test(phone), "128115", `${path}.Phone.Number`);
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
