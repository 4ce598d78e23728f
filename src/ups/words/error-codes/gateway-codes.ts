import { codesFrom } from "./error-code.js";
import { integrators, recordedAnswers, upsGuide, upsPages, upsSpecifications } from "./evidence.js";

/** Of every product: the gateway's, the access system's and the common ones. */
export const gatewayCodes = [
  ...codesFrom(upsPages, [
    ["20002", "REQUEST", "No such service in this version"],
    ["20007", "REQUEST", "A required field is missing"],
    ["20008", "REQUEST", "A field holds what it cannot"],
  ]),
  ...codesFrom(upsSpecifications, [
    ["404", "REQUEST", "No such address"],
    ["405", "REQUEST", "Method not allowed there"],
    ["10004", "TRANSIENT", "Something went wrong at UPS"],
    ["10007", "REQUEST", "Content type not supported"],
    ["251004", "CREDENTIALS", "The access token has expired"],
    ["UJ0001", "CREDENTIALS", "The access token is missing or no good"],
  ]),
  ...codesFrom(recordedAnswers, [
    ["10401", "CREDENTIALS", "UPS knows no such client id"],
    ["10429", "RATE_LIMITED", "Too many requests"],
    ["250002", "PRODUCT_NOT_ADDED", "Access refused: a bad token, or an app without this product"],
    ["250003", "CREDENTIALS", "Access licence number not known"],
  ]),
  ...codesFrom(upsGuide, [
    ["10001", "REQUEST", "Message not well formed"],
    ["10002", "REQUEST", "Message well formed, and not valid"],
    ["10003", "REQUEST", "Message empty"],
    ["10006", "REQUEST", "A value breaks the field's limits"],
    ["10013", "REQUEST", "Message too large"],
    ["20001", "TRANSIENT", "General failure at UPS"],
    ["20003", "REQUEST", "UPS's own environment is not right"],
    ["20006", "REQUEST", "Requested action not known"],
    ["20011", "REQUEST", "Integration indicator no longer supported"],
    ["20012", "REQUEST", "Client information too long"],
    ["250000", "REQUEST", "XML declaration missing"],
    ["250001", "CREDENTIALS", "Access licence no good for this product"],
    ["250004", "CREDENTIALS", "User id or password wrong"],
    ["250005", "CREDENTIALS", "No credentials given"],
    ["250006", "CREDENTIALS", "Too many attempts to sign in"],
    ["250007", "CREDENTIALS", "User locked out for 24 hours"],
    ["250009", "CREDENTIALS", "Access licence not in UPS's books"],
    ["250050", "TRANSIENT", "Licence system out of order"],
  ]),
  ...codesFrom(integrators, [
    ["250038", "ACCOUNT", "Shipper number not valid for these credentials"],
    ["250047", "CREDENTIALS", "Access licence revoked"],
    ["250052", "TRANSIENT", "Authorisation system out of order"],
    ["250053", "TRANSIENT", "UPS's server was not found"],
  ]),
];
