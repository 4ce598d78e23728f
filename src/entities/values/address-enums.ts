import { describedEnum } from "./described-enum.js";

export const ResidentialStatus = describedEnum(
  "ResidentialStatus",
  "Whether an address is a home. Carriers charge more for homes.",
  {
    RESIDENTIAL: "A home: the carrier is told so.",
    COMMERCIAL: "A business.",
    UNKNOWN: "Not known: the carrier decides, and the bill may differ from the quote.",
  },
);
export type ResidentialStatus = keyof typeof ResidentialStatus;

export const ResidentialStatusSource = describedEnum(
  "ResidentialStatusSource",
  "Who said whether an address is a home.",
  {
    CALLER: "Whoever gave the address.",
    CARRIER: "The carrier, when it was asked about the address.",
  },
);
export type ResidentialStatusSource = keyof typeof ResidentialStatusSource;

export const AddressValidationStatus = describedEnum(
  "AddressValidationStatus",
  "What is known of an address. None of them forbids to ship there.",
  {
    VALID: "The carrier knows it. The candidate is how the carrier writes it, and may be corrected: see changedFields.",
    AMBIGUOUS: "The carrier knows several like it: let the buyer choose.",
    NO_CANDIDATES: "The carrier knows nothing like it.",
    UNSUPPORTED_COUNTRY: "No carrier knows the country's streets; only the form of the address was looked at.",
    UNAVAILABLE: "The carrier gave no usable answer. Go on without, or ask again later.",
  },
);
export type AddressValidationStatus = keyof typeof AddressValidationStatus;
