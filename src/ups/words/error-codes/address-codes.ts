import { codesFrom, type Row } from "./error-code.js";
import { integrators, recordedAnswers, upsGuide } from "./evidence.js";

/** The shipper's own are the account's registered address, which no shipment holds. */
const shipper: Row[] = [
  ["120101", "ADDRESS", "Shipper: name missing or not valid"],
  ["120102", "ADDRESS", "Shipper: first address line missing or not valid"],
  ["120103", "ADDRESS", "Shipper: second address line not valid"],
  ["120104", "ADDRESS", "Shipper: third address line not valid"],
  ["120105", "ADDRESS", "Shipper: city missing or not valid"],
  ["120106", "ADDRESS", "Shipper: state or province missing or not valid"],
  ["120107", "ADDRESS", "Shipper: postal code missing or not valid"],
  ["120108", "ADDRESS", "Shipper: country missing or not valid"],
  ["120109", "ADDRESS", "Shipper: phone missing or not valid"],
  ["120110", "ADDRESS", "Shipper: contact name missing or not valid"],
  ["120111", "ADDRESS", "Shipper: e-mail address longer than 50"],
  ["120112", "ADDRESS", "Shipper: e-mail address not valid"],
  ["120114", "ADDRESS", "Shipper: phone extension longer than 4"],
  ["120115", "ADDRESS", "Shipper: phone shorter than 10"],
  ["120116", "ADDRESS", "Shipper: phone extension has other than digits"],
  ["120117", "ADDRESS", "Shipper: phone extensions only in the US, Puerto Rico and Canada"],
  ["120118", "ADDRESS", "Shipper: phone extension without a phone"],
  ["120119", "ADDRESS", "Shipper: phone and extension longer than 15 digits"],
  ["120801", "ADDRESS", "Shipper: UPS's address check refuses it"],
];

const shipTo: Row[] = [
  ["120200", "ADDRESS", "Recipient: company missing or not valid", "shipTo.company"],
  ["120201", "ADDRESS", "Recipient: contact name missing or not valid", "shipTo.name"],
  ["120202", "ADDRESS", "Recipient: first address line missing or not valid", "shipTo.lines"],
  ["120203", "ADDRESS", "Recipient: second address line not valid", "shipTo.lines"],
  ["120204", "ADDRESS", "Recipient: third address line not valid", "shipTo.lines"],
  ["120205", "ADDRESS", "Recipient: city missing or not valid", "shipTo.city"],
  ["120206", "ADDRESS", "Recipient: state or province missing or not valid", "shipTo.region"],
  ["120207", "ADDRESS", "Recipient: postal code missing or not valid", "shipTo.postalCode"],
  ["120208", "ADDRESS", "Recipient: country missing, not valid or not served", "shipTo.countryCode"],
  ["120209", "ADDRESS", "Recipient: phone missing or not valid", "shipTo.phone"],
  ["120210", "ADDRESS", "Recipient: e-mail address longer than 50", "shipTo.email"],
  ["120211", "ADDRESS", "Recipient: e-mail address not valid", "shipTo.email"],
  ["120212", "ADDRESS", "Recipient: phone extension longer than 4", "shipTo.phone"],
  ["120213", "ADDRESS", "Recipient: phone shorter than 10", "shipTo.phone"],
  ["120214", "ADDRESS", "Recipient: phone extension has other than digits", "shipTo.phone"],
  ["120216", "ADDRESS", "Recipient: phone extension without a phone", "shipTo.phone"],
  ["120217", "ADDRESS", "Recipient: phone and extension longer than 15 digits", "shipTo.phone"],
  ["120218", "ADDRESS", "Recipient: tax number missing, not valid or longer than 15", "shipTo.taxId"],
  ["120802", "ADDRESS", "Recipient: UPS's address check refuses it", "shipTo"],
  ["121106", "ADDRESS", "The country of one of the two ends is not served", "countryCode"],
  ["123021", "NOTICE", "Recipient: postal code not valid", "shipTo.postalCode"],
];

const shipFrom: Row[] = [
  ["120300", "ADDRESS", "Sender: company missing or not valid", "shipFrom.company"],
  ["120301", "ADDRESS", "Sender: contact name missing or not valid", "shipFrom.name"],
  ["120302", "ADDRESS", "Sender: first address line missing or not valid", "shipFrom.lines"],
  ["120303", "ADDRESS", "Sender: second address line not valid", "shipFrom.lines"],
  ["120304", "ADDRESS", "Sender: third address line not valid", "shipFrom.lines"],
  ["120305", "ADDRESS", "Sender: city missing or not valid", "shipFrom.city"],
  ["120306", "ADDRESS", "Sender: state or province missing or not valid", "shipFrom.region"],
  ["120307", "ADDRESS", "Sender: postal code missing or not valid", "shipFrom.postalCode"],
  ["120308", "ADDRESS", "Sender: country missing, not valid or not served", "shipFrom.countryCode"],
  ["120309", "ADDRESS", "Sender: phone missing or not valid", "shipFrom.phone"],
  ["120310", "ADDRESS", "Sender: e-mail address longer than 50", "shipFrom.email"],
  ["120311", "ADDRESS", "Sender: e-mail address not valid", "shipFrom.email"],
  ["120312", "ADDRESS", "Sender: phone extension longer than 4", "shipFrom.phone"],
  ["120313", "ADDRESS", "Sender: phone shorter than 10", "shipFrom.phone"],
  ["120314", "ADDRESS", "Sender: phone extension has other than digits", "shipFrom.phone"],
  ["120316", "ADDRESS", "Sender: phone extension without a phone", "shipFrom.phone"],
  ["120317", "ADDRESS", "Sender: not in the account's country", "shipFrom.countryCode"],
  ["120318", "ADDRESS", "Sender: phone and extension longer than 15 digits", "shipFrom.phone"],
  ["120803", "ADDRESS", "Sender: UPS's address check refuses it", "shipFrom"],
  ["121107", "ADDRESS", "Sender: postal code empty", "shipFrom.postalCode"],
  ["123020", "NOTICE", "Sender: postal code not valid", "shipFrom.postalCode"],
];

const checked: Row[] = [
  ["120804", "NOTICE", "Shipper: UPS's address check has a remark"],
  ["120805", "NOTICE", "Recipient: UPS's address check has a remark", "shipTo"],
  ["120806", "NOTICE", "Sender: UPS's address check has a remark", "shipFrom"],
];

export const addressCodes = [
  ...codesFrom(upsGuide, [...shipper, ...shipTo, ...shipFrom, ...checked]),
  ...codesFrom(recordedAnswers, [
    ["118400", "ADDRESS", "The destination belongs to another country or territory", "shipTo.countryCode"],
    ["128400", "ADDRESS", "The destination belongs to another country or territory", "shipTo.countryCode"],
    ["111285", "ADDRESS", "Postal code not of the state, said of either end", "postalCode"],
    ["111286", "ADDRESS", "State or province not of the country, said of either end", "region"],
  ]),
  ...codesFrom(integrators, [
    ["110208", "ADDRESS", "Recipient: country missing or not valid", "shipTo.countryCode"],
    ["110308", "ADDRESS", "Sender: country missing or not valid", "shipFrom.countryCode"],
    ["111107", "ADDRESS", "Sender: postal code missing or not valid", "shipFrom.postalCode"],
    ["113020", "ADDRESS", "Sender: postal code missing or not valid", "shipFrom.postalCode"],
    ["113021", "ADDRESS", "Recipient: postal code missing or not valid", "shipTo.postalCode"],
    ["121285", "ADDRESS", "Postal code not of the state, said of either end", "postalCode"],
    ["121286", "ADDRESS", "State or province not of the country, said of either end", "region"],
    ["270005", "ADDRESS", "Postal code missing or not valid", "shipTo.postalCode"],
    ["270040", "ADDRESS", "Several cities have this name", "shipTo.city"],
  ]),
];
