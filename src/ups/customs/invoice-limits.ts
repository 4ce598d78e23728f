import type { Incoterm } from "../../carrier/customs.js";

/** Limits of the invoice (Shipping.yaml, InternationalForms; v2409). */
export const invoiceLimits = {
  products: 100,
  quantity: 9_999_999,
  unitValueDecimals: 6,
  unitValueLength: 19,
  chargeLength: 15,
  reason: 20,
  invoiceNumber: 35,
  partNumber: 35,
  comments: 150,
  statement: 550,
  otherCharges: 10,
  total: "9999999999999999.99",
} as const;

/** Of the number that an exported product is filed under (Shipping.yaml, ScheduleB.Number). */
export const scheduleBDigits = 10;

/** Shipping.yaml, InternationalForms.TermsOfShipment: none that is newer than the edition of 2010 but DAP. */
export const incoterms: readonly Incoterm[] = [
  ...(["CFR", "CIF", "CIP", "CPT", "DAF", "DAP", "DDP", "DEQ", "DES", "EXW", "FAS", "FCA", "FOB"] as const),
];
