import { describedEnum } from "./described-enum.js";

export const PackageWeightUnit = describedEnum("PackageWeightUnit", "Unit of a package's weight.", {
  LB: "Pounds (avoirdupois).",
  KG: "Kilograms.",
  OZ: "Ounces (avoirdupois), 16 to the pound.",
});
export type PackageWeightUnit = keyof typeof PackageWeightUnit;

export const PackageDimensionUnit = describedEnum("PackageDimensionUnit", "Unit of a package's outer size.", {
  IN: "Inches.",
  CM: "Centimetres.",
});
export type PackageDimensionUnit = keyof typeof PackageDimensionUnit;

export const CarrierMessageSeverity = describedEnum("CarrierMessageSeverity", "How serious a carrier's message is.", {
  INFO: "For information.",
  WARNING: "Something may differ from what was asked, for example the price on the invoice.",
  ERROR: "The carrier refused.",
});
export type CarrierMessageSeverity = keyof typeof CarrierMessageSeverity;

export const LabelFormat = describedEnum("LabelFormat", "Format of a shipping label.", {
  PDF: "A true-size 4 x 6 inch page for laser and ink printers, made from the carrier's image.",
  ZPL: "Zebra printer language, exactly as the carrier sent it.",
  EPL: "Eltron printer language 2, exactly as the carrier sent it.",
  SPL: "Star printer language, exactly as the carrier sent it.",
  GIF: "The carrier's image, exactly as the carrier sent it.",
});
export type LabelFormat = keyof typeof LabelFormat;

export const DutiesPayer = describedEnum("DutiesPayer", "Who pays duties and other import fees.", {
  SENDER: "Sender: duties are paid by the one who ships.",
  RECIPIENT: "Recipient: duties are paid by the one who receives, the carrier's default.",
});
export type DutiesPayer = keyof typeof DutiesPayer;

export const ShipmentStatus = describedEnum(
  "ShipmentStatus",
  "The life of a shipment's labels. Delivery is not part of it.",
  {
    DRAFT: "No label yet; can be changed and deleted.",
    PURCHASING: "A purchase is under way, or its outcome is being looked up at the carrier.",
    PURCHASED: "Labels are bought.",
    VOIDED: "All labels are voided; they can be bought again.",
  },
);
export type ShipmentStatus = keyof typeof ShipmentStatus;

export const VoidState = describedEnum("VoidState", "Whether a package's label is cancelled at the carrier.", {
  NOT_VOIDED: "In force.",
  VOID_PENDING: "The carrier was asked and has not answered yet; it is asked again by itself.",
  VOIDED: "Cancelled: it will not be billed.",
  VOID_REFUSED: "The carrier refused to cancel it.",
});
export type VoidState = keyof typeof VoidState;

export const LabelPurchaseState = describedEnum("LabelPurchaseState", "Where one try to buy labels stands.", {
  PENDING: "Sent to the carrier, or about to be. Ask again after retryAfterSeconds.",
  PURCHASED: "Bought: labels and tracking numbers are stored.",
  REJECTED: "The carrier refused; nothing was bought.",
  UNKNOWN: "No clear answer came. Nothing is sent again; the carrier is asked by reference until it is clear.",
  NOT_CREATED: "Nothing was bought: the carrier knows of no such shipment.",
});
export type LabelPurchaseState = keyof typeof LabelPurchaseState;

export const FreightPayer = describedEnum("FreightPayer", "Whose account pays for the transport.", {
  SENDER: "The carrier account that buys the label.",
  RECIPIENT: "The recipient's own carrier account.",
  THIRD_PARTY: "Somebody else's carrier account.",
});
export type FreightPayer = keyof typeof FreightPayer;

export const SignatureOption = describedEnum("SignatureOption", "Proof of delivery.", {
  NONE: "No signature.",
  SIGNATURE: "Anybody's signature.",
  ADULT_SIGNATURE: "An adult's signature.",
});
export type SignatureOption = keyof typeof SignatureOption;

export const ReturnServiceKind = describedEnum(
  "ReturnServiceKind",
  "How the one who returns goods gets the label, or the carrier comes for them.",
  {
    PRINT_RETURN_LABEL: "The label comes with the answer, to be printed and put into the outbound parcel (UPS code 9).",
    ELECTRONIC_RETURN_LABEL: "The carrier sends the label by e-mail; no image comes with the answer (UPS code 8).",
    PRINT_AND_MAIL: "The carrier prints the label and mails it to the one who returns (UPS code 2).",
    ONE_PICKUP_ATTEMPT: "The driver brings the label and comes once (UPS code 3).",
    THREE_PICKUP_ATTEMPTS: "The driver brings the label and comes up to three times (UPS code 5).",
    EXCHANGE: "A label for what comes back when the driver brings the replacement; by contract (UPS code 10).",
    PACK_AND_COLLECT_ONE_ATTEMPT: "The driver brings a box, packs the goods and comes once (UPS codes 11 to 15).",
    PACK_AND_COLLECT_THREE_ATTEMPTS:
      "The driver brings a box, packs the goods and comes up to three times (UPS codes 16 to 20).",
  },
);
export type ReturnServiceKind = keyof typeof ReturnServiceKind;

export const ShippingErrorCode = describedEnum(
  "ShippingErrorCode",
  "What a caller can act on. The meaning of a code never changes.",
  {
    REQUIRED: "A value is missing.",
    INVALID: "A value is not of the expected form.",
    TOO_LONG: "A text is longer than the carrier takes. Nothing is cut silently.",
    NOT_FOUND: "No such thing, or it belongs to somebody else.",
    CONFLICT: "It was changed, or is being worked on, by another request: read it again.",
    NOT_ALLOWED: "Not possible in the present state.",
    OPTION_NOT_ALLOWED: "The option is not available for this lane, service or product version.",
    QUOTE_EXPIRED: "The rate quote is too old: ask for rates again.",
    QUOTE_MISMATCH: "The rate quote was made for another shipment: ask for rates again.",
    PRICE_CHANGED: "The price is now higher than allowed; nothing was bought.",
    SPEND_LIMIT_EXCEEDED: "A limit on labels or amount is reached; nothing was bought.",
    IDEMPOTENCY_KEY_REUSED: "The key was used before with other input.",
    ALREADY_PURCHASED: "The shipment has labels already: void them first.",
    ALREADY_VOIDED: "The label is voided.",
    VOID_WINDOW_CLOSED: "The carrier no longer voids this label.",
    RECOVERY_WINDOW_CLOSED: "The carrier no longer has this label to give it again.",
    CARRIER_REJECTED: "The carrier refused; carrierErrorCode and the message say why.",
    CARRIER_UNAVAILABLE: "The carrier gave no usable answer; nothing was bought. Try again later.",
    LOCATION_UNAVAILABLE: "The access point takes no packages now, or is gone; nothing was bought.",
    ACCOUNT_NOT_READY: "The carrier account is not active, or the carrier refuses its credentials.",
  },
);
export type ShippingErrorCode = keyof typeof ShippingErrorCode;

export const TrackingStatus = describedEnum("TrackingStatus", "Where a package is.", {
  UNKNOWN: "The carrier does not say.",
  LABEL_CREATED: "A label exists; the carrier does not have the package yet.",
  IN_TRANSIT: "With the carrier.",
  OUT_FOR_DELIVERY: "On the vehicle that delivers it.",
  AVAILABLE_FOR_PICKUP: "Waits for its recipient, for example at an access point.",
  DELIVERED: "Delivered to its recipient.",
  RETURNING: "On its way back to the sender.",
  RETURNED: "Given back to the sender.",
  EXCEPTION: "Something went wrong on the way; it may still arrive.",
  VOIDED: "Its label is voided.",
});
export type TrackingStatus = keyof typeof TrackingStatus;

export const ShippingEventType = describedEnum("ShippingEventType", "What happened to a shipment's labels.", {
  LABEL_PURCHASED:
    "The labels of a purchase are bought and can be printed; also those of returns, and those that were found afterwards.",
  LABEL_VOIDED: "The label of one package is voided.",
  SHIPMENT_DELIVERED: "The carrier says of each package whose label is in force that it is delivered.",
});
export type ShippingEventType = keyof typeof ShippingEventType;
