import { describedEnum } from "./described-enum.js";

/** What users upload, and the documents that the carrier makes. The numbers are UPS's own document types. */
export const ShippingDocumentKind = describedEnum("ShippingDocumentKind", "Type of a shipping document.", {
  AUTHORIZATION_FORM: "Authorization form. UPS document type 001.",
  COMMERCIAL_INVOICE: "Commercial invoice, uploaded or made by the carrier. UPS document type 002.",
  CERTIFICATE_OF_ORIGIN: "Certificate of origin. UPS document type 003.",
  EXPORT_ACCOMPANYING_DOCUMENT: "Export accompanying document. UPS document type 004.",
  EXPORT_LICENSE: "Export licence. UPS document type 005.",
  IMPORT_PERMIT: "Import permit. UPS document type 006.",
  USMCA_CERTIFICATE:
    "Single-use certificate under the agreement between the United States, Mexico and Canada. UPS document type 007.",
  OTHER_CUSTOMS: "Any other customs document. UPS document type 008.",
  POWER_OF_ATTORNEY: "Power of attorney. UPS document type 009.",
  PACKING_LIST: "Packing list. UPS document type 010.",
  EXPORT_DECLARATION: "Shipper's export declaration. UPS document type 011.",
  LETTER_OF_INSTRUCTION: "Shipper's letter of instruction. UPS document type 012.",
  DECLARATION: "Declaration. UPS document type 013.",
  COD_TURN_IN: "Turn-in page of a Collect on Delivery shipment. Made by the carrier, cannot be uploaded.",
  RECEIPT: "Shipment receipt. Made by the carrier, cannot be uploaded.",
  HIGH_VALUE_REPORT: "High value report. Made by the carrier, cannot be uploaded.",
  SIGNATURE_LABEL:
    "Second label of a shipment across a border, in the label printer's language, with the terms of carriage and a box to sign in. Made by the carrier, cannot be uploaded.",
});
export type ShippingDocumentKind = keyof typeof ShippingDocumentKind;

export const ShippingDocumentOrigin = describedEnum("ShippingDocumentOrigin", "Who made a document.", {
  UPLOADED: "Uploaded by the merchant, and stored at the carrier too.",
  CARRIER: "Made by the carrier when the labels were bought.",
});
export type ShippingDocumentOrigin = keyof typeof ShippingDocumentOrigin;
