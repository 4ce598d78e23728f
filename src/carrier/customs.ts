import type { Money, Weight } from "./values.js";

export interface CustomsItem {
  description: string;
  quantity: number;
  /** Value of one. */
  unitValue: Money;
  weight: Weight | null;
  sku: string | null;
  hsCode: string | null;
  /** ISO 3166-1 alpha-2. */
  originCountryCode: string | null;
}

/** What customs are told, from which the carrier makes the commercial invoice. */
export interface CustomsDeclaration {
  /** SALE, GIFT, SAMPLE, RETURN, REPAIR, INTERCOMPANYDATA or the merchant's own words. */
  reasonForExport: string;
  /** Incoterm of three letters, e.g. DAP; null: none stated. */
  incoterm: string | null;
  invoiceNumber: string | null;
  /** YYYY-MM-DD; null: the day it is bought. */
  invoiceDate: string | null;
  currencyCode: string;
  items: CustomsItem[];
}
