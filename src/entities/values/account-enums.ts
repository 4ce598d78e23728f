import { describedEnum } from "./described-enum.js";

export const CarrierEnvironment = describedEnum(
  "CarrierEnvironment",
  "Which world an account belongs to. Worlds are never mixed.",
  {
    SIMULATOR: "The built-in UPS simulator: free, offline, nothing is shipped.",
    TEST: "UPS's customer integration environment: real credentials, sample labels.",
    PRODUCTION: "Real shipments that cost real money.",
  },
);
export type CarrierEnvironment = keyof typeof CarrierEnvironment;

export const CarrierAccountStatus = describedEnum("CarrierAccountStatus", "The life of a carrier account.", {
  DRAFT: "Entered, can be checked and rated with, cannot buy labels.",
  ACTIVE: "Can buy labels.",
  ARCHIVED: "No longer used for anything new; old shipments can still be voided.",
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
    TRACKING: "Tracking: where a package is.",
    TIME_IN_TRANSIT: "Time in Transit: how long services take.",
  },
);
export type CarrierProduct = keyof typeof CarrierProduct;

export const CarrierProductState = describedEnum("CarrierProductState", "What the last check of a product found.", {
  OK: "The product answered.",
  NOT_CHECKED: "Not checked yet.",
  NOT_ADDED_OR_PENDING: "Not added to the app, or added and not yet approved by the carrier.",
  BAD_CREDENTIALS: "Client id or client secret is wrong.",
  WRONG_ACCOUNT: "The app belongs to another account number.",
  UNAVAILABLE: "The carrier gave no usable answer: check again later.",
});
export type CarrierProductState = keyof typeof CarrierProductState;

export const SetupStepState = describedEnum("SetupStepState", "Where a step of the setup guide stands.", {
  TO_DO: "Not done, as far as is known.",
  CONFIRMED: "A person said that it is done, or entered here what it gives.",
  VERIFIED: "The carrier's answers, or the shipping methods here, show that it is done.",
  FAILED: "The carrier's answers show that it is not done, or not done right: repeat it.",
});
export type SetupStepState = keyof typeof SetupStepState;

export const NegotiatedRates = describedEnum("NegotiatedRates", "Whether an account has prices of its own.", {
  ENROLLED: "The carrier's last answer to a check held prices of the account's own.",
  NOT_ENROLLED: "The carrier said that the account does not qualify: published prices apply.",
  UNKNOWN: "Not checked yet, or the answer did not tell.",
});
export type NegotiatedRates = keyof typeof NegotiatedRates;

export const ShippingProvider = describedEnum("ShippingProvider", "Who sets the price of a shipping method.", {
  UPS: "UPS, through a carrier account: it has a UPS Configuration.",
  FIXED: "A fixed price. Not offered yet.",
  RULES: "Prices by rules. Not offered yet.",
  UPS_LEGACY: "UPS Legacy: a method of the older integration, read-only, never quoted. Replace it with a UPS method.",
});
export type ShippingProvider = keyof typeof ShippingProvider;

export const IntegrationLevel = describedEnum("IntegrationLevel", "How far a shipping method may go.", {
  RATE_ONLY: "Get rates only; buying labels is refused.",
  RATE_AND_SHIP: "Get rates and create shipments.",
});
export type IntegrationLevel = keyof typeof IntegrationLevel;

export const InvoicingPolicy = describedEnum("InvoicingPolicy", "Which cost the order is invoiced with.", {
  ESTIMATED: "The cost estimated when the method was chosen.",
  ACTUAL: "The cost the carrier charged when the label was bought.",
});
export type InvoicingPolicy = keyof typeof InvoicingPolicy;

export const SpendPeriod = describedEnum(
  "SpendPeriod",
  "A period of the calendar, in UTC, in which spending is counted.",
  {
    MINUTE: "From one full minute to the next.",
    DAY: "From midnight to midnight.",
  },
);
export type SpendPeriod = keyof typeof SpendPeriod;
