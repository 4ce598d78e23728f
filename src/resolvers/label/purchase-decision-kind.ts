import { describedEnum } from "../../entities/values/described-enum.js";

export const PurchaseDecisionKind = describedEnum(
  "PurchaseDecisionKind",
  "An operator's decision on a purchase whose outcome is unknown.",
  {
    CHECK_NOW: "Look the purchase up at the carrier again, immediately.",
    ADOPT: "The carrier has the shipment: adopt the booking with the given tracking number.",
    NOT_CREATED: "The carrier does not have the shipment: labels can be bought again. A booking found later is voided.",
  },
);
export type PurchaseDecisionKind = keyof typeof PurchaseDecisionKind;
