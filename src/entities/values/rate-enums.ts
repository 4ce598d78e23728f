import { describedEnum } from "./described-enum.js";

export const NegotiatedRateState = describedEnum(
  "NegotiatedRateState",
  "Whether negotiated rates apply to an offer, and if not, why.",
  {
    APPLIED: "Negotiated rates apply: those of the account that pays.",
    NOT_REQUESTED: "Negotiated rates were not requested.",
    ACCOUNT_NOT_ENROLLED: "The carrier says the account does not qualify for negotiated rates.",
    NOT_OFFERED_FOR_LANE: "The account has negotiated rates for other services on this lane, but not for this one.",
    PAYER_RATES_HIDDEN:
      "Another account pays (options.payer), and the carrier does not show its negotiated rates to this one: the price is the published one.",
    UNKNOWN: "The carrier returned none and gave no reason.",
  },
);
export type NegotiatedRateState = keyof typeof NegotiatedRateState;

export const RateChargeKind = describedEnum("RateChargeKind", "Category of a charge.", {
  BASE: "Base transportation charge of the service.",
  FUEL: "Fuel surcharge.",
  RESIDENTIAL: "Residential surcharge.",
  EXTENDED_AREA: "Extended or remote area surcharge.",
  SIGNATURE: "Delivery confirmation (signature).",
  DECLARED_VALUE: "Declared value coverage.",
  COLLECT_ON_DELIVERY: "Collect on Delivery surcharge.",
  SATURDAY: "Saturday delivery or pickup surcharge.",
  DUTIES_TAXES: "Duties, taxes, and their handling.",
  TAX: "Tax on the carrier's charges.",
  OTHER: "Any other charge: see its name.",
});
export type RateChargeKind = keyof typeof RateChargeKind;
