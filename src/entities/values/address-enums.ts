import { describedEnum } from "./described-enum.js";

export const ResidentialStatus = describedEnum(
  "ResidentialStatus",
  "Whether an address is residential. Carriers add a surcharge for residential delivery.",
  {
    RESIDENTIAL: "A residence; sent to the carrier as residential.",
    COMMERCIAL: "A business address.",
    UNKNOWN: "Not known: the carrier classifies it, and the invoice may differ from the quote.",
  },
);
export type ResidentialStatus = keyof typeof ResidentialStatus;

export const ResidentialStatusSource = describedEnum(
  "ResidentialStatusSource",
  "Who classified an address as residential or commercial.",
  {
    CALLER: "Stated by the client that entered the address.",
    CARRIER: "The carrier's answer to an address validation.",
  },
);
export type ResidentialStatusSource = keyof typeof ResidentialStatusSource;

export const AddressField = describedEnum("AddressField", "Part of an address that a carrier can correct.", {
  LINES: "The street lines: `lines`.",
  CITY: "The city or town: `city`.",
  REGION: "State, province or county: `region`.",
  POSTAL_CODE: "The postal code: `postalCode`.",
  COUNTRY_CODE: "The country: `countryCode`.",
});
export type AddressField = keyof typeof AddressField;

export const AddressValidationStatus = describedEnum(
  "AddressValidationStatus",
  "Outcome of an address validation. None of them prevents shipping to the address.",
  {
    VALID:
      "The carrier knows the address. Its candidate is the carrier's spelling, possibly corrected: see changedFields.",
    AMBIGUOUS: "Several addresses match: let the buyer choose a candidate.",
    NO_CANDIDATES: "The carrier found no matching address.",
    UNSUPPORTED_COUNTRY: "No carrier validates streets in this country; only required parts and formats were checked.",
    UNAVAILABLE: "The carrier gave no usable answer. Continue without validation, or try again later.",
  },
);
export type AddressValidationStatus = keyof typeof AddressValidationStatus;

export const AddressCheckPolicy = describedEnum(
  "AddressCheckPolicy",
  "What happens when something is shipped to an address for which validateAddress found NO_CANDIDATES or AMBIGUOUS. Only what was found before counts: the carrier is not asked again.",
  {
    IGNORE: "Nothing: the labels are bought without a message.",
    TELL: "A carrier message ADDRESS_NOT_FOUND or ADDRESS_AMBIGUOUS comes with the draft, the rates and the purchase; the labels are bought.",
    REFUSE: "The purchase is refused with ADDRESS_REFUSED before money moves; drafts and rates carry the message.",
  },
);
export type AddressCheckPolicy = keyof typeof AddressCheckPolicy;
