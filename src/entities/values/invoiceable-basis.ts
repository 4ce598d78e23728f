import { describedEnum } from "./described-enum.js";

export const InvoiceableBasis = describedEnum("InvoiceableBasis", "Which cost an invoiceable amount is.", {
  ESTIMATED: "The price of the accepted offer, as the invoicing policy ESTIMATED says.",
  ACTUAL: "What the carrier charged, also under the invoicing policy ESTIMATED where no offer was accepted.",
  PAID_BY_OTHERS: "Nothing: the carrier bills the recipient or a third party.",
  VOIDED: "Nothing: all labels that were bought are voided.",
});
export type InvoiceableBasis = keyof typeof InvoiceableBasis;
