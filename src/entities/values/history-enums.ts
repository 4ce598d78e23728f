import { describedEnum } from "./described-enum.js";

export const PurchaseVoidState = describedEnum(
  "PurchaseVoidState",
  "How much of a purchase is cancelled at the carrier.",
  {
    NOT_VOIDED: "None of its labels is voided; all are in force.",
    VOID_PENDING: "The carrier was asked to void at least one label and has not answered yet.",
    PARTIALLY_VOIDED: "Some labels are voided, the others are in force.",
    VOIDED: "All labels are voided; the purchase will not be billed.",
  },
);
export type PurchaseVoidState = keyof typeof PurchaseVoidState;
