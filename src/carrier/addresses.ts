import type { CallContext, CarrierAccountAccess } from "./account-access.js";
import type { Outcome } from "./outcome.js";
import type { Address, FieldProblem, ResidentialStatus } from "./values.js";

/** `VALID`: one address is meant; it may be a corrected form of the one given. */
export type AddressValidationStatus = "VALID" | "AMBIGUOUS" | "NO_CANDIDATES";

/** The parts of an address that a carrier can put right. */
export type AddressField = "LINES" | "CITY" | "REGION" | "POSTAL_CODE" | "COUNTRY_CODE";

export interface AddressCandidate {
  /** With the person, company and phone of the address asked about. */
  address: Address;
  residentialStatus: ResidentialStatus;
  /** What differs from the address asked about; letter case, punctuation and an added ZIP+4 do not count. */
  changedFields: AddressField[];
}

/** What the carrier knows of an address, best candidate first. */
export interface AddressValidation {
  status: AddressValidationStatus;
  /** Of the address as it was asked about. */
  residentialStatus: ResidentialStatus;
  candidates: AddressCandidate[];
}

/** The carrier says whether an address exists. */
export interface CarrierAddressValidation {
  /** Whether it knows the streets where the address lies; elsewhere it must not be asked. */
  isKnownPlace(address: Address): boolean;
  /** What an address needs to be looked for, checked without asking. Paths are relative to the address. */
  checkAddress(address: Address): FieldProblem[];
  /** Why the carrier brings nothing to an address although it may exist. Absent: it would. Paths as above. */
  checkDeliverable?(address: Address): FieldProblem[];
  /** Whether the address exists, how the carrier writes it, and whether it is a home. */
  validate(account: CarrierAccountAccess, address: Address, call: CallContext): Promise<Outcome<AddressValidation>>;
}
