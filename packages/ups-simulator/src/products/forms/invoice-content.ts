import { Decimal } from "decimal.js";
import type { BookedShipment } from "../../ledger/booked-shipment.js";
import {
  goodsTotal,
  type InvoiceParty,
  invoiceTotal,
  productTotal,
  type RequestedInvoice,
} from "./requested-invoice.js";

/** What stands on an invoice, whatever it looks like. */
export interface InvoiceContent {
  title: string;
  parties: { title: string; lines: string[] }[];
  facts: [name: string, value: string][];
  /** Pieces, unit, description, commodity code, origin, value of one, value of all. */
  rows: { cells: string[]; description: string[] }[];
  totals: [name: string, value: string][];
  remarks: string[];
}

/** The same each time, so that a recovered invoice equals the one that came with the label. */
export function invoiceContent(shipment: BookedShipment, invoice: RequestedInvoice): InvoiceContent {
  const { request, shipmentIdentificationNumber } = shipment;
  return {
    title: invoice.formType === "05" ? "PARTIAL INVOICE - RETURN" : "COMMERCIAL INVOICE",
    parties: [
      { title: "FROM", lines: partyLines(request.shipFrom) },
      { title: "SHIP TO", lines: partyLines(request.shipTo) },
      { title: "SOLD TO", lines: invoice.soldTo ? partyLines(invoice.soldTo) : ["SAME AS SHIP TO"] },
    ],
    facts: facts(invoice, shipmentIdentificationNumber, shipment),
    rows: invoice.products.map((product) => ({
      description: [
        ...product.description,
        product.partNumber && `Part ${product.partNumber}`,
        ...(product.identifiers ?? []).map(({ id }) => `ID ${id}`),
      ].filter(Boolean),
      cells: [
        product.number,
        product.unit,
        product.commodityCode,
        product.origin,
        product.value,
        money(productTotal(product)),
      ],
    })),
    totals: totals(invoice),
    remarks: [invoice.comments, invoice.statement].filter(Boolean),
  };
}

function facts(invoice: RequestedInvoice, number: string, { request }: BookedShipment): InvoiceContent["facts"] {
  const { date } = invoice;
  const weight = request.packages.reduce((sum, pkg) => sum + Number(pkg.weight || 0), 0);
  const all: InvoiceContent["facts"] = [
    ["Waybill", number],
    ["Invoice number", invoice.number],
    ["Invoice date", date && `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`],
    ["Terms of sale", invoice.terms],
    ["Reason for export", invoice.reason],
    ["Tax collected", vendorText(invoice)],
    ...(invoice.facts?.taxNumbers ?? []).map(({ role, number }): [string, string] => [`Tax ID (${role})`, number]),
    ["Export filing", filingText(invoice)],
    ["Packages", String(request.packages.length)],
    ["Total weight", `${Math.round(weight * 10) / 10} ${request.packages[0]?.weightUnit ?? ""}`],
  ];
  return all.filter(([, value]) => value !== "");
}

function vendorText({ facts }: RequestedInvoice): string {
  return facts?.vendor ? `${facts.vendor.type} ${facts.vendor.number}` : "";
}

/** The proof of filing, or why none is needed, as 15 CFR 30.7 wants it on the documents. */
function filingText({ filing }: RequestedInvoice): string {
  if (!filing) return "";
  if (filing.code === "3") return "EEI filed by UPS";
  return filing.itn ? `AES ${filing.itn}` : filing.exemption && `NOEEI ${filing.exemption}`;
}

function totals(invoice: RequestedInvoice): InvoiceContent["totals"] {
  const { discount, freight, insurance, other, currencyCode } = invoice;
  const all: InvoiceContent["totals"] = [
    ["Invoice line total", money(goodsTotal(invoice))],
    ["Discount", discount && money(new Decimal(discount).negated())],
    ["Freight", freight && money(new Decimal(freight))],
    ["Insurance", insurance && money(new Decimal(insurance))],
    [other?.description ?? "", other ? money(new Decimal(other.amount)) : ""],
    [`Total invoice amount ${currencyCode}`, money(invoiceTotal(invoice))],
  ];
  return all.filter(([, value]) => value !== "");
}

function partyLines({ name, attentionName, phone, lines, city, state, postalCode, country }: InvoiceParty): string[] {
  const person = attentionName === name ? "" : attentionName;
  const place = [city, state, postalCode].filter(Boolean).join(" ");
  return [name, person, ...lines, place, country, phone && `Phone ${phone}`].filter(Boolean);
}

/** Two decimals, more where the values of one have them. */
function money(amount: Decimal): string {
  return amount.toFixed(Math.max(2, amount.decimalPlaces()));
}
