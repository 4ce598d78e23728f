import { codesFrom } from "./error-code.js";
import { integrators, recordedAnswers, upsGuide } from "./evidence.js";

/** The alert of an account that does not qualify for negotiated rates. */
export const notEnrolledCode = "120900";

/** That of a shipper who may not see the negotiated rates of whoever pays instead. */
const payerRatesHiddenCode = "120911";

export function arePayerRatesHidden(alerts: { Code?: string | undefined }[]): boolean {
  return alerts.some(({ Code }) => Code === payerRatesHiddenCode);
}

/** About whose account it is. What is wrong with another payer's account is the payer's: `payer-codes`. */
export const accountCodes = [
  ...codesFrom(upsGuide, [
    ["120100", "ACCOUNT", "Shipper number missing or not valid"],
    ["120113", "ACCOUNT", "Shipper number has other than letters and digits"],
    ["120120", "ACCOUNT", "The account's country is not the shipper's"],
    ["120121", "ACCOUNT", "This shipper number cannot be used for the shipment"],
    ["120122", "ACCOUNT", "Shipper number not valid"],
    ["120075", "NO_CONTRACT", "Not authorised for Mail Innovations"],
    ["120070", "NO_CONTRACT", "Mail Innovations needs an account number of its own"],
    ["126000", "NO_CONTRACT", "Not authorised to send dry ice"],
    ["126001", "NO_CONTRACT", "Not authorised to send hazardous materials or dangerous goods"],
    ["126099", "NOTICE", "This kind of account pays by credit card alone"],
    ["129058", "NO_CONTRACT", "No contract for pallets"],
    ["129059", "NO_CONTRACT", "No contract for shipments between third countries"],
    ["129201", "NO_CONTRACT", "Not authorised for Returns Flexible Access"],
    ["129202", "NO_CONTRACT", "Returns Flexible Access is authorised for tests alone"],
    ["129203", "NO_CONTRACT", "Not authorised for Exchange"],
    ["129204", "NO_CONTRACT", "Not authorised for Pack and Collect"],
    [notEnrolledCode, "NOTICE", "Does not qualify for account based rates"],
    ["120901", "NOTICE", "Negotiated rates cannot be had at the moment"],
    ["120910", "NOTICE", "Rates of third parties were asked for where no third party pays"],
    [payerRatesHiddenCode, "NOTICE", "Not authorised to see the rates of the third party"],
    ["126098", "NOTICE", "Negotiated rates need the account to be authenticated"],
  ]),
  ...codesFrom(recordedAnswers, [
    ["111531", "NOTICE", "No discount of the user's own"],
    ["111580", "PAYER", "Payer's account number missing or not valid", "options.payerAccountNumber"],
  ]),
  ...codesFrom(integrators, [
    ["112111", "ACCOUNT", "Shipper number not valid"],
    ["112077", "NO_CONTRACT", "Not enabled for SurePost"],
  ]),
];
