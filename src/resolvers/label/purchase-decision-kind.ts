import { describedEnum } from "../../entities/values/described-enum.js";

export const PurchaseDecisionKind = describedEnum(
  "PurchaseDecisionKind",
  "What an operator can decide on a purchase whose outcome is unknown.",
  {
    CHECK_NOW: "Ask the carrier again, now.",
    ADOPT: "The carrier booked it: take over the booking of the tracking number given.",
    NOT_CREATED: "Nothing was booked: the shipment can be bought again. A booking that shows later is voided.",
  },
);
export type PurchaseDecisionKind = keyof typeof PurchaseDecisionKind;
