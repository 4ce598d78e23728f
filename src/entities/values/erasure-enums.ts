import { describedEnum } from "./described-enum.js";

export const PersonalDataKind = describedEnum("PersonalDataKind", "What personal data was erased from.", {
  SHIPMENT: "Shipments: addresses, contacts, references, tags, notifications, goods' and customs texts, tax numbers.",
  PURCHASE: "Purchases: texts of messages, reasons of decisions, and the fingerprint of the request.",
  LABEL: "Labels: their files.",
  DOCUMENT: "Documents: file and name.",
  TRACKER: "Trackers: name of the receiver, place of delivery, and the places of events.",
  RATE_QUOTE: "Rate quotes: deleted.",
  ADDRESS_CLASSIFICATION: "What carriers said of addresses: deleted.",
  CUSTOMER_CARRIER_ACCOUNT: "A customer's own accounts with carriers: deleted. Only by customerId.",
});
export type PersonalDataKind = keyof typeof PersonalDataKind;

export const PostponedErasureReason = describedEnum(
  "PostponedErasureReason",
  "Why personal data is still needed, and was not erased.",
  {
    PURCHASE_OPEN: "A purchase is PENDING or UNKNOWN, or a booking of it is still to be voided at the carrier.",
    VOID_OPEN: "The carrier is being asked to void a label.",
    CARRIER_LOOK_DUE: "The carrier is still asked for a purchase's price, its label, or a late booking.",
    RETURN_WAITING: "The return label that a purchase brings with it is still to be bought.",
    ANSWER_KEPT: "An answer of the carrier waits for the database, or was set aside for an operator.",
    DOCUMENT_SHARED: "A document goes with another shipment too, and is erased with the last of them.",
  },
);
export type PostponedErasureReason = keyof typeof PostponedErasureReason;
