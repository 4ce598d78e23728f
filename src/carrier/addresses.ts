import type { Address, ResidentialStatus } from "./values.js";

/** `VALID`: one address is meant; it may be a corrected form of the one given. */
export type AddressValidationStatus = "VALID" | "AMBIGUOUS" | "NO_CANDIDATES";

/** The parts of an address that a carrier can put right. */
export type AddressField = "lines" | "city" | "region" | "postalCode" | "countryCode";

export interface AddressCandidate {
  /** With the person, company and phone of the address asked about. */
  address: Address;
  classification: ResidentialStatus;
  /** What differs from the address asked about; letter case, punctuation and an added ZIP+4 do not count. */
  changedFields: AddressField[];
}

/** What the carrier knows of an address, best candidate first. */
export interface AddressValidation {
  status: AddressValidationStatus;
  /** Of the address as it was asked about. */
  classification: ResidentialStatus;
  candidates: AddressCandidate[];
}
