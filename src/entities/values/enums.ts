import { describedEnum } from "./described-enum.js";

export const PackageWeightUnit = describedEnum("PackageWeightUnit", "Unit of a package's weight.", {
  LB: "Pounds (avoirdupois).",
  KG: "Kilograms.",
  OZ: "Ounces (avoirdupois), 16 to the pound.",
});
export type PackageWeightUnit = keyof typeof PackageWeightUnit;

export const PackageDimensionUnit = describedEnum("PackageDimensionUnit", "Unit of package length, width and height.", {
  IN: "Inches.",
  CM: "Centimetres.",
});
export type PackageDimensionUnit = keyof typeof PackageDimensionUnit;

export const CarrierMessageSeverity = describedEnum("CarrierMessageSeverity", "Severity of a carrier message.", {
  INFO: "Information only; nothing to do.",
  WARNING: "The result may differ from the request, for example the price on the carrier's invoice.",
  ERROR: "The carrier refused the request.",
});
export type CarrierMessageSeverity = keyof typeof CarrierMessageSeverity;

const dutiesPayers = {
  SENDER: "The shipper pays duties and taxes.",
  RECIPIENT: "The recipient pays duties and taxes: the carrier's default.",
};

export const DutiesPayer = describedEnum("DutiesPayer", "Who pays duties and other import fees.", dutiesPayers);
export type DutiesPayer = keyof typeof DutiesPayer;

export const ShipmentDutiesPayer = describedEnum(
  "ShipmentDutiesPayer",
  "Who pays duties and other import fees of one shipment.",
  { ...dutiesPayers, THIRD_PARTY: "Another party pays duties and taxes, by its carrier account." },
);
export type ShipmentDutiesPayer = keyof typeof ShipmentDutiesPayer;

export const ShipmentStatus = describedEnum(
  "ShipmentStatus",
  "Status of a shipment's labels. Delivery is not part of it: see deliveryStatus.",
  {
    DRAFT: "No label yet; can be updated and deleted.",
    PURCHASING: "A label purchase is in progress, or its outcome is being looked up at the carrier.",
    PURCHASED: "Labels are bought and in force.",
    VOIDED: "All labels are voided; they can be bought again.",
  },
);
export type ShipmentStatus = keyof typeof ShipmentStatus;

export const ShipmentDirection = describedEnum("ShipmentDirection", "Direction of a shipment.", {
  OUTBOUND: "From the merchant to the buyer.",
  RETURN: "Back from the buyer, with a return service.",
});
export type ShipmentDirection = keyof typeof ShipmentDirection;

export const VoidState = describedEnum("VoidState", "Whether a label has been voided at the carrier.", {
  NOT_VOIDED: "The label is in force.",
  VOID_PENDING: "The void was requested and not answered yet; it is retried automatically.",
  VOIDED: "Voided: the carrier will not bill it.",
  VOID_REFUSED: "The carrier refused to void it: it may still be billed.",
});
export type VoidState = keyof typeof VoidState;

export const VoidReason = describedEnum("VoidReason", "Reason for voiding labels.", {
  WRONG_ADDRESS:
    "The address was wrong: ADDRESS_REFUSED keeps the shipment, its duplicates and the same order from being bought for that address again.",
  WRONG_PACKAGES: "Weight, dimensions or contents were wrong.",
  CANCELLED: "The shipment is cancelled.",
  OTHER: "Any other reason.",
});
export type VoidReason = keyof typeof VoidReason;

export const LabelPurchaseState = describedEnum("LabelPurchaseState", "State of one label purchase.", {
  PENDING: "Sent to the carrier, or about to be. Poll again after retryAfterSeconds.",
  PURCHASED: "Bought: labels and tracking numbers are stored.",
  REJECTED: "The carrier refused; nothing was bought.",
  UNKNOWN:
    "The carrier's answer was lost or unclear. Nothing is sent again; the carrier is asked by reference until the outcome is known.",
  NOT_CREATED: "Nothing was bought: the carrier has no shipment with our reference.",
});
export type LabelPurchaseState = keyof typeof LabelPurchaseState;

export const FreightPayer = describedEnum("FreightPayer", "Whose carrier account pays the freight.", {
  SENDER: "The carrier account that buys the label.",
  RECIPIENT: "The recipient's carrier account (freight collect).",
  THIRD_PARTY: "A third party's carrier account.",
});
export type FreightPayer = keyof typeof FreightPayer;

export const SignatureOption = describedEnum("SignatureOption", "Signature required on delivery.", {
  NONE: "No signature required.",
  SIGNATURE: "A signature by any recipient.",
  ADULT_SIGNATURE: "A signature by an adult.",
});
export type SignatureOption = keyof typeof SignatureOption;

export const ReturnServiceKind = describedEnum(
  "ReturnServiceKind",
  "How the customer gets the return label, or how the carrier collects the return.",
  {
    PRINT_RETURN_LABEL: "The label is in the response, to print and put into the outbound parcel (UPS code 9).",
    ELECTRONIC_RETURN_LABEL: "The carrier e-mails the label; the response has no image (UPS code 8).",
    PRINT_AND_MAIL: "The carrier prints the label and mails it to the customer (UPS code 2).",
    ONE_PICKUP_ATTEMPT: "The driver brings the label; one pickup attempt (UPS code 3).",
    THREE_PICKUP_ATTEMPTS: "The driver brings the label; up to three pickup attempts (UPS code 5).",
    EXCHANGE:
      "Label for the returned item when the driver delivers the replacement; needs a UPS contract (UPS code 10).",
    PACK_AND_COLLECT_ONE_ATTEMPT:
      "Pack & Collect: the driver brings a box and packs the goods; one pickup attempt (UPS codes 11 to 15).",
    PACK_AND_COLLECT_THREE_ATTEMPTS:
      "Pack & Collect: the driver brings a box and packs the goods; up to three pickup attempts (UPS codes 16 to 20).",
  },
);
export type ReturnServiceKind = keyof typeof ReturnServiceKind;

export const ShippingErrorCode = describedEnum(
  "ShippingErrorCode",
  "Error codes a client can act on. The meaning of a code never changes; new codes may be added.",
  {
    REQUIRED: "A required value is missing; `field` is its path.",
    INVALID: "A value is malformed, out of range or unknown.",
    TOO_LONG: "A text is longer than the limit. Nothing is truncated silently.",
    NOT_FOUND: "Nothing with this id exists for your tenant.",
    CONFLICT: "Another request changed it or is working on it: read it again, then retry.",
    NOT_ALLOWED: "Not possible in the current state, or not with this account or method.",
    OPTION_NOT_ALLOWED: "The option is not available for this lane, service or product version.",
    QUOTE_EXPIRED: "The rate quote has expired: request rates again.",
    QUOTE_MISMATCH: "The rate quote is for a different shipment: request rates again.",
    PRICE_CHANGED: "The price is now higher than accepted; nothing was bought.",
    SALES_PAUSED:
      "Purchases are paused for maintenance; nothing was bought. Try again later with the same idempotency key.",
    SPEND_LIMIT_EXCEEDED: "A spend limit on labels or amount is reached; nothing was bought.",
    IDEMPOTENCY_KEY_REUSED: "The idempotency key was used before with different input.",
    ALREADY_PURCHASED: "The shipment already has labels in force: void them first.",
    ALREADY_VOIDED: "The label has been voided.",
    VOID_WINDOW_CLOSED: "Too late: the carrier no longer accepts a void of this label.",
    RECOVERY_WINDOW_CLOSED: "Too late: the carrier no longer stores this label.",
    CARRIER_REJECTED: "The carrier refused; `carrierErrorCode` and `message` say why.",
    CARRIER_UNAVAILABLE: "The carrier gave no usable answer; nothing was bought. Try again later.",
    ADDRESS_REFUSED:
      "The recipient's address could not be confirmed, or labels to it were voided as WRONG_ADDRESS; nothing was bought.",
    LOCATION_UNAVAILABLE: "The access point is closed or takes no packages now; nothing was bought.",
    ACCOUNT_NOT_READY: "The carrier account is not active, or the carrier refuses its credentials.",
    PERSONAL_DATA_ERASED: "The personal data that this needs was erased: there is no address and no file any more.",
    ERASURE_POSTPONED: "Some personal data cannot be erased yet: `postponed` says what, why, and when to try again.",
  },
);
export type ShippingErrorCode = keyof typeof ShippingErrorCode;

export const TrackingStatus = describedEnum("TrackingStatus", "Delivery progress of a package.", {
  UNKNOWN: "The carrier has reported no status, or one not known here.",
  LABEL_CREATED: "A label exists; the carrier does not have the package yet.",
  IN_TRANSIT: "In the carrier's network.",
  OUT_FOR_DELIVERY: "On the delivery vehicle.",
  AVAILABLE_FOR_PICKUP: "Waiting for the recipient, for example at an access point.",
  DELIVERED: "Delivered to its recipient.",
  RETURNING: "On its way back to the sender.",
  RETURNED: "Returned to the sender.",
  EXCEPTION: "Delayed or held up, for example by weather or a bad address; it may still arrive.",
  VOIDED: "The label was voided.",
});
export type TrackingStatus = keyof typeof TrackingStatus;

export const ShippingEventType = describedEnum("ShippingEventType", "Type of an event in a shipment's life.", {
  LABEL_PURCHASED:
    "A purchase's labels are bought and printable; also for returns, and for purchases whose outcome was found out later.",
  LABEL_VOIDED: "One package's label was voided.",
  SHIPMENT_DELIVERED: "Every package whose label is in force is reported delivered.",
});
export type ShippingEventType = keyof typeof ShippingEventType;
