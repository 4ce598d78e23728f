import { describedEnum } from "./described-enum.js";

export const NegotiatedRateState = describedEnum(
  "NegotiatedRateState",
  "Whether the account's own prices apply, and why not.",
  {
    APPLIED: "Negotiated rates apply.",
    NOT_REQUESTED: "They were not asked for.",
    ACCOUNT_NOT_ENROLLED: "The carrier says the account does not qualify for negotiated rates.",
    NOT_OFFERED_FOR_LANE: "Other services of the same answer have them, this one does not.",
    UNKNOWN: "The carrier gave none and no reason.",
  },
);
export type NegotiatedRateState = keyof typeof NegotiatedRateState;

export const RateChargeKind = describedEnum("RateChargeKind", "What a part of the price is for.", {
  BASE: "The service itself.",
  FUEL: "Fuel surcharge.",
  RESIDENTIAL: "Delivery to a home.",
  EXTENDED_AREA: "Delivery to a remote area.",
  SIGNATURE: "Signature on delivery.",
  DECLARED_VALUE: "Cover of the declared value.",
  COLLECT_ON_DELIVERY: "Collect on delivery.",
  SATURDAY: "Saturday delivery or pickup.",
  DUTIES_TAXES: "Handling or payment of duties.",
  TAX: "Tax on the carrier's charges.",
  OTHER: "Anything else; the name says what.",
});
export type RateChargeKind = keyof typeof RateChargeKind;
