import type { ExportFiling } from "./export-filing.js";
import type { TaxNumber } from "./tax-numbers.js";
import type { Address, Money, Weight } from "./values.js";

/** What customs are told of goods; null: not given. */
export interface CustomsItem {
  description: string;
  quantity: number;
  /** Value of one. */
  unitValue: Money | null;
  /** Weight of one. */
  weight: Weight | null;
  sku: string | null;
  hsCode: string | null;
  /** ISO 3166-1 alpha-2. */
  originCountryCode: string | null;
  /** The maker's own number of the product; `sku` is the seller's. */
  manufacturerProductId: string | null;
  /** GTIN (EAN, UPC, ISBN). */
  gtin: string | null;
}

/** Goods of which only is said what they are, and how many. */
export const plainItem: Omit<CustomsItem, "description" | "quantity"> = {
  unitValue: null,
  weight: null,
  sku: null,
  hsCode: null,
  originCountryCode: null,
  manufacturerProductId: null,
  gtin: null,
};

/** Terms of delivery (Incoterms), of all editions that carriers take. */
export type Incoterm =
  | "EXW"
  | "FCA"
  | "FAS"
  | "FOB"
  | "CFR"
  | "CIF"
  | "CPT"
  | "CIP"
  | "DAF"
  | "DES"
  | "DEQ"
  | "DAT"
  | "DAP"
  | "DPU"
  | "DDP";

/** Whether somebody trades, or buys for private use. */
export type CustomsPartyKind = "BUSINESS" | "CONSUMER";

/** What may be left out of a declaration. */
export interface CustomsTerms {
  /** Null: none stated. */
  incoterm: Incoterm | null;
  /** Null: the shipment's reference, else the carrier reference. */
  invoiceNumber: string | null;
  /** YYYY-MM-DD; null: the day it is bought. */
  invoiceDate: string | null;
  comments: string | null;
  declarationStatement: string | null;
  /** Who bought the goods; null: the recipient. */
  soldTo: Address | null;
  discount: Money | null;
  freightCharges: Money | null;
  insuranceCharges: Money | null;
  otherCharges: { amount: Money; description: string } | null;
  /** Null: nothing is said of it. */
  exportFiling: ExportFiling | null;
  /** Of the parties. At most one registration of collected tax. */
  taxNumbers: TaxNumber[];
  /** Null: a business, as those who hold carrier accounts are. */
  sellerKind: CustomsPartyKind | null;
  /** Null: not said. */
  recipientKind: CustomsPartyKind | null;
  /** Whether the goods are of low value to the destination's customs; null: as their value says, where it can be told. */
  isLowValue: boolean | null;
}

export const plainTerms: CustomsTerms = {
  incoterm: null,
  invoiceNumber: null,
  invoiceDate: null,
  comments: null,
  declarationStatement: null,
  soldTo: null,
  discount: null,
  freightCharges: null,
  insuranceCharges: null,
  otherCharges: null,
  exportFiling: null,
  taxNumbers: [],
  sellerKind: null,
  recipientKind: null,
  isLowValue: null,
};

/** What customs are told, from which the carrier makes the commercial invoice. */
export interface CustomsDeclaration extends CustomsTerms {
  /** Made of what is packed because none was given: sent only where customs ask and it says all that they need. */
  isDerived: boolean;
  /** SALE, GIFT, SAMPLE, RETURN, REPAIR, INTERCOMPANYDATA or the merchant's own words. */
  reasonForExport: string;
  /** Of all amounts. Empty when no item has a value. */
  currencyCode: string;
  items: CustomsItem[];
}
