import { Decimal } from "decimal.js";
import { isPresent, listAt, textAt, valueAt } from "../../request/json-reading.js";
import { type CustomsFacts, readCustomsFacts } from "./customs-facts.js";
import { type RequestedFiling, readFiling } from "./export-filing.js";

/** The invoice that a Ship request asks UPS to make: form type 01, or 05 for goods that come back. Texts as sent. */
export interface RequestedInvoice {
  formType: string;
  soldTo: InvoiceParty | null;
  products: InvoiceProduct[];
  number: string;
  /** YYYYMMDD; empty for none. */
  date: string;
  terms: string;
  reason: string;
  comments: string;
  statement: string;
  discount: string;
  freight: string;
  insurance: string;
  other: { amount: string; description: string } | null;
  currencyCode: string;
  /** Absent in ledgers of before. */
  facts?: CustomsFacts;
  /** Null: nothing is said of how the export is reported; absent in ledgers of before. */
  filing?: RequestedFiling | null;
}

export interface InvoiceParty {
  name: string;
  attentionName: string;
  phone: string;
  lines: string[];
  city: string;
  state: string;
  postalCode: string;
  country: string;
}

export interface InvoiceProduct {
  description: string[];
  number: string;
  unit: string;
  value: string;
  commodityCode: string;
  partNumber: string;
  origin: string;
  /** By type: 0100 merchant, 0200 manufacturer, 0300 standard. Absent in ledgers of before. */
  identifiers?: { type: string; id: string }[];
}

const formsPath = "ShipmentServiceOptions.InternationalForms";

/** The form types that a shipment asks for, as sent. */
export function readFormTypes(shipment: unknown): string[] {
  return listAt(shipment, `${formsPath}.FormType`).map(String);
}

/** Null where none of the forms is an invoice. */
export function readInvoice(shipment: unknown): RequestedInvoice | null {
  const formType = readFormTypes(shipment).find((type) => type === "01" || type === "05");
  if (formType === undefined) return null;
  const forms = valueAt(shipment, formsPath);
  const money = (name: string) => textAt(forms, `${name}.MonetaryValue`);
  return {
    formType,
    soldTo: isPresent(forms, "Contacts.SoldTo") ? readParty(valueAt(forms, "Contacts.SoldTo")) : null,
    products: listAt(forms, "Product").map(readProduct),
    number: textAt(forms, "InvoiceNumber"),
    date: textAt(forms, "InvoiceDate"),
    terms: textAt(forms, "TermsOfShipment"),
    reason: textAt(forms, "ReasonForExport"),
    comments: textAt(forms, "Comments"),
    statement: textAt(forms, "DeclarationStatement"),
    discount: money("Discount"),
    freight: money("FreightCharges"),
    insurance: money("InsuranceCharges"),
    other: isPresent(forms, "OtherCharges")
      ? { amount: money("OtherCharges"), description: textAt(forms, "OtherCharges.Description") }
      : null,
    currencyCode: textAt(forms, "CurrencyCode"),
    facts: readCustomsFacts(shipment),
    filing: readFiling(shipment),
  };
}

function readParty(party: unknown): InvoiceParty {
  return {
    name: textAt(party, "Name"),
    attentionName: textAt(party, "AttentionName"),
    phone: textAt(party, "Phone.Number"),
    lines: listAt(party, "Address.AddressLine").map(String),
    city: textAt(party, "Address.City"),
    state: textAt(party, "Address.StateProvinceCode"),
    postalCode: textAt(party, "Address.PostalCode"),
    country: textAt(party, "Address.CountryCode"),
  };
}

function readProduct(product: unknown): InvoiceProduct {
  return {
    description: listAt(product, "Description").map(String),
    number: textAt(product, "Unit.Number"),
    unit: textAt(product, "Unit.UnitOfMeasurement.Code"),
    value: textAt(product, "Unit.Value"),
    commodityCode: textAt(product, "CommodityCode"),
    partNumber: textAt(product, "PartNumber"),
    origin: textAt(product, "OriginCountryCode"),
    identifiers: listAt(product, "ProductIdentifier").map((identifier) => ({
      type: textAt(identifier, "ProductIDTypeCode"),
      id: textAt(identifier, "ProductID"),
    })),
  };
}

/** Pieces times value of one, exact. */
export function productTotal({ number, value }: InvoiceProduct): Decimal {
  return new Decimal(value || 0).times(number || 0);
}

/** The sum of all products, before discount and charges. */
export function goodsTotal({ products }: RequestedInvoice): Decimal {
  return products.reduce((sum, product) => sum.plus(productTotal(product)), new Decimal(0));
}

/** What the invoice comes to. */
export function invoiceTotal(invoice: RequestedInvoice): Decimal {
  const { discount, freight, insurance, other } = invoice;
  const charges = [freight, insurance, other?.amount ?? ""];
  return charges.reduce((sum, charge) => sum.plus(charge || 0), goodsTotal(invoice).minus(discount || 0));
}
