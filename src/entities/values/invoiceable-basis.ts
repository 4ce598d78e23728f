import { describedEnum } from "./described-enum.js";

export const InvoiceableBasis = describedEnum("InvoiceableBasis", "Which cost an invoiceable amount is.", {
  ESTIMATED: "The price of the accepted offer, as the invoicing policy ESTIMATED says.",
  ACTUAL:
    "What the carrier charged, with the margins, handling, rounding and free order amount that the accepted offer was made with; without an offer what it charged, also under the invoicing policy ESTIMATED.",
  PAID_BY_OTHERS: "Nothing: the carrier bills the recipient or a third party.",
  VOIDED: "Nothing: all labels that were bought are voided.",
});
export type InvoiceableBasis = keyof typeof InvoiceableBasis;
