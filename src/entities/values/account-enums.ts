import { describedEnum } from "./described-enum.js";

export const CarrierEnvironment = describedEnum(
  "CarrierEnvironment",
  "The carrier environment an account works in. Accounts, labels and prices of different environments are never mixed.",
  {
    SIMULATOR: "The built-in UPS simulator: free, offline, sample labels; nothing is shipped.",
    TEST: "UPS's customer integration environment: real credentials, sample labels.",
    PRODUCTION: "The live carrier: real shipments, billed to the account.",
  },
);
export type CarrierEnvironment = keyof typeof CarrierEnvironment;

export const CarrierAccountStatus = describedEnum("CarrierAccountStatus", "Whether a carrier account can be used.", {
  DRAFT: "Created: can be checked and used for rates, cannot buy labels yet.",
  ACTIVE: "Can buy labels.",
  ARCHIVED: "Out of use: no new rates or labels; existing labels can still be voided.",
});
export type CarrierAccountStatus = keyof typeof CarrierAccountStatus;

export const CarrierProduct = describedEnum(
  "CarrierProduct",
  "A product of the carrier's developer portal that an app must have added.",
  {
    AUTHORIZATION: "Authorization (O Auth): gives access tokens.",
    RATING: "Rating: compares delivery services and shipping rates.",
    SHIPPING: "Shipping: prepares packages, manages returns, cancels shipments.",
    ADDRESS_VALIDATION: "Address Validation: street level, United States and Puerto Rico.",
    LOCATOR: "Locator: finds the carrier's locations.",
    PAPERLESS_DOCUMENTS: "Paperless Documents: uploads documents and links them to shipments.",
    TRACKING: "Tracking: follows packages by tracking number.",
    TIME_IN_TRANSIT: "Time in Transit: delivery days and times per service.",
  },
);
export type CarrierProduct = keyof typeof CarrierProduct;

export const CarrierProductState = describedEnum("CarrierProductState", "What the last check of a product found.", {
  OK: "The product answered.",
  NOT_CHECKED: "Not checked yet.",
  NOT_ADDED_OR_PENDING: "Not added to the app, or added and not yet approved by the carrier.",
  BAD_CREDENTIALS: "The Client ID or Client Secret is wrong.",
  WRONG_ACCOUNT: "The app belongs to another account number.",
  UNAVAILABLE: "The carrier gave no usable answer: check again later.",
});
export type CarrierProductState = keyof typeof CarrierProductState;

export const SetupStepState = describedEnum("SetupStepState", "Progress of one step of the setup guide.", {
  TO_DO: "Not done yet, as far as this service knows.",
  CONFIRMED: "An operator confirmed it, or entered the value it yields, such as the account number.",
  VERIFIED: "Proved done by the carrier's answers, or by the shipping methods configured here.",
  FAILED: "The carrier's answers show that it is missing or wrong: repeat it.",
});
export type SetupStepState = keyof typeof SetupStepState;

export const NegotiatedRates = describedEnum("NegotiatedRates", "Whether an account has negotiated rates.", {
  ENROLLED: "The last check of RATING returned negotiated rates.",
  NOT_ENROLLED: "The carrier says the account does not qualify: published rates apply.",
  UNKNOWN: "Not checked yet, or the carrier's answer was inconclusive.",
});
export type NegotiatedRates = keyof typeof NegotiatedRates;

export const ShippingProvider = describedEnum("ShippingProvider", "Where a shipping method's price comes from.", {
  UPS: "UPS, through a carrier account: it has a UPS Configuration.",
  FIXED: "A fixed price of the merchant's own.",
  RULES: "Prices by the merchant's own rules.",
  UPS_LEGACY: "UPS Legacy: a method of the older integration, read-only, never quoted. Replace it with a UPS method.",
});
export type ShippingProvider = keyof typeof ShippingProvider;

export const IntegrationLevel = describedEnum("IntegrationLevel", "How far a shipping method may go.", {
  RATE_ONLY: "Rates only; buying labels is refused.",
  RATE_AND_SHIP: "Rates, shipments and labels.",
});
export type IntegrationLevel = keyof typeof IntegrationLevel;

export const InvoicingPolicy = describedEnum(
  "InvoicingPolicy",
  "Which shipping cost the order is invoiced: estimated or actual.",
  {
    ESTIMATED: "The price of the accepted rate quote; the actual cost where none was accepted.",
    ACTUAL: "The cost the carrier charged when the label was bought.",
  },
);
export type InvoicingPolicy = keyof typeof InvoicingPolicy;

export const SpendPeriod = describedEnum(
  "SpendPeriod",
  "The calendar period, in UTC, over which a spend limit is counted.",
  {
    MINUTE: "A clock minute.",
    DAY: "A calendar day in UTC.",
  },
);
export type SpendPeriod = keyof typeof SpendPeriod;
