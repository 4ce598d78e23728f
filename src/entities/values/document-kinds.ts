import { describedEnum } from "./described-enum.js";

/** What people upload, and the papers that the carrier makes. The numbers are UPS's own document types. */
export const ShippingDocumentKind = describedEnum("ShippingDocumentKind", "What a document is.", {
  AUTHORIZATION_FORM: "An authorization form. UPS: 001.",
  COMMERCIAL_INVOICE: "The commercial invoice: yours, or the one the carrier made. UPS: 002.",
  CERTIFICATE_OF_ORIGIN: "A certificate of origin. UPS: 003.",
  EXPORT_ACCOMPANYING_DOCUMENT: "An export accompanying document. UPS: 004.",
  EXPORT_LICENSE: "An export licence. UPS: 005.",
  IMPORT_PERMIT: "An import permit. UPS: 006.",
  USMCA_CERTIFICATE: "A certificate under the agreement of the United States, Mexico and Canada, for once. UPS: 007.",
  OTHER_CUSTOMS: "Any other paper for customs. UPS: 008.",
  POWER_OF_ATTORNEY: "A power of attorney. UPS: 009.",
  PACKING_LIST: "A packing list. UPS: 010.",
  EXPORT_DECLARATION: "The shipper's export declaration. UPS: 011.",
  LETTER_OF_INSTRUCTION: "The shipper's letter of instruction. UPS: 012.",
  DECLARATION: "A declaration. UPS: 013.",
  COD_TURN_IN: "The carrier's turn-in page of a collect-on-delivery shipment. Made by the carrier, not uploaded.",
  RECEIPT: "The carrier's receipt. Made by the carrier, not uploaded.",
  HIGH_VALUE_REPORT: "The carrier's report on a package of high value. Made by the carrier, not uploaded.",
});
export type ShippingDocumentKind = keyof typeof ShippingDocumentKind;

export const ShippingDocumentOrigin = describedEnum("ShippingDocumentOrigin", "Where a document comes from.", {
  UPLOADED: "Uploaded by you and kept by the carrier too.",
  CARRIER: "Made by the carrier with the labels.",
});
export type ShippingDocumentOrigin = keyof typeof ShippingDocumentOrigin;
