import { codesFrom } from "./error-code.js";
import { guess, integrators, recordedAnswers } from "./evidence.js";

/** Of the products that sell nothing: Locator, Address Validation, Paperless Documents, Tracking. */
export const otherProductCodes = [
  ...codesFrom(recordedAnswers, [
    ["350201", "NOTHING_NEAR", "No places there"],
    ["9590018", "FORMS_NOT_ALLOWED", "Account not authorised to upload forms of its own"],
    ["TW0001", "NOTHING_TRACKED", "Nothing is known of this number"],
    ["TV1002", "REQUEST", "This is no tracking number"],
  ]),
  ...codesFrom(integrators, [
    ["151018", "REQUEST", "This is no tracking number"],
    ["264030", "ADDRESS", "The test environment does not know this state", "region"],
    ["9264030", "ADDRESS", "The test environment does not know this state", "region"],
  ]),
  ...codesFrom(guess, [
    ["9590022", "NO_DOCUMENT", "The document is not in the forms history"],
    ["264003", "ADDRESS", "The country is not validated", "countryCode"],
    ["264027", "ADDRESS", "More of the address is needed"],
  ]),
];
