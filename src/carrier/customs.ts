import type { Address, Money, Weight } from "./values.js";

export interface CustomsItem {
  description: string;
  quantity: number;
  /** Value of one; null: not given. */
  unitValue: Money | null;
  /** Weight of one. */
  weight: Weight | null;
  sku: string | null;
  hsCode: string | null;
  /** ISO 3166-1 alpha-2. */
  originCountryCode: string | null;
}

/** What customs are told, from which the carrier makes the commercial invoice. */
export interface CustomsDeclaration {
  /** Made of what is packed because none was given: sent only where customs ask and it says all that they need. */
  isDerived: boolean;
  /** SALE, GIFT, SAMPLE, RETURN, REPAIR, INTERCOMPANYDATA or the merchant's own words. */
  reasonForExport: string;
  /** Incoterm of three letters, e.g. DAP; null: none stated. */
  incoterm: string | null;
  /** Null: the shipment's reference, else the carrier reference. */
  invoiceNumber: string | null;
  /** YYYY-MM-DD; null: the day it is bought. */
  invoiceDate: string | null;
  comments: string | null;
  declarationStatement: string | null;
  /** Who bought the goods; null: the recipient. */
  soldTo: Address | null;
  /** Of all amounts. Empty when no item has a value. */
  currencyCode: string;
  items: CustomsItem[];
  discount: Money | null;
  freightCharges: Money | null;
  insuranceCharges: Money | null;
  otherCharges: { amount: Money; description: string } | null;
}
