import { codesFrom } from "./error-code.js";
import { recordedAnswers, upsGuide } from "./evidence.js";

/** Of Ship alone: its own state, labels and pickups. */
export const shipCodes = [
  ...codesFrom(upsGuide, [
    ["120001", "TRANSIENT", "Shipping is out of order"],
    // It was made, then: by a request whose answer was lost. Never to be taken for a refusal of the first one.
    ["120021", "EXISTS", "This very shipment was asked for before"],
    ["120022", "NOTICE", "High value report: to be signed by the driver"],
    ["120023", "NOTICE", "Forms of one's own are not allowed: attach them"],
    ["120024", "NOTICE", "Forms of one's own were not uploaded: attach them"],
    ["120014", "NOTICE", "A minimum for large air packages was added"],
    ["120050", "REQUEST", "Requested action not known"],
    ["120036", "NOTICE", "UPS's customer service must confirm the capacity"],
    ["120508", "REQUEST", "Day of pickup missing or not valid", "shipDate"],
    ["120510", "REQUEST", "Latest time of pickup missing or not valid"],
    ["120511", "REQUEST", "Time of pickup not valid"],
    ["120522", "LANE", "No service delivers at the other time"],
    ["120523", "OPTION", "Documents alone do not go on this lane"],
    ["120524", "OPTION", "No pickup with this service"],
    ["120538", "REQUEST", "Pickup refused"],
    ["120540", "OPTION", "No pickup on call for this shipment"],
    ["120700", "LABEL", "Way of printing missing or not valid"],
    ["120701", "LABEL", "User agent missing or not valid"],
    ["120702", "LABEL", "Image format missing or not valid"],
    ["120703", "LABEL", "Size of the stock missing or not valid"],
    ["120704", "LABEL", "Height of the stock not valid"],
    ["120705", "LABEL", "Width of the stock not valid"],
    ["124999", "LABEL", "Image format not known"],
    ["125000", "REQUEST", "Digest of a confirmed shipment missing or not valid"],
    ["126094", "LABEL", "Label instruction missing or not valid"],
    ["126095", "LABEL", "Label instructions exclude each other"],
    ["126097", "LABEL", "No label instruction for this shipment"],
    ["129090", "REQUEST", "Picked up on a later day only", "shipDate"],
    ["129176", "LABEL", "Neither an e-mail nor a link for the label"],
    ["129177", "LABEL", "Kind of label does not go with this shipment"],
    ["129200", "TRANSIENT", "The mailer's id could not be had from another system of UPS"],
  ]),
  ...codesFrom(recordedAnswers, [["129002", "NOTICE", "An extended area costs more"]]),
];
