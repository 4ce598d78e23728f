import { describedEnum } from "./described-enum.js";

export const ShipmentDeliveryStatus = describedEnum(
  "ShipmentDeliveryStatus",
  "How far a shipment has come, of all its packages whose labels are in force. The first that fits, from the top.",
  {
    DELIVERED: "Every package is delivered.",
    PARTIALLY_DELIVERED: "Some packages are delivered, others not: see the packages' trackers.",
    RETURNED: "Every package was given back to the sender.",
    EXCEPTION: "Something went wrong with at least one package; it may still arrive.",
    RETURNING: "At least one package is on its way back to the sender, or was given back.",
    AVAILABLE_FOR_PICKUP: "At least one package waits for its recipient, for example at an access point.",
    OUT_FOR_DELIVERY: "At least one package is on the vehicle that delivers it.",
    IN_TRANSIT: "At least one package is with the carrier.",
    LABEL_CREATED: "Labels exist; the carrier has no package yet.",
    UNKNOWN: "The carrier does not say.",
  },
);
export type ShipmentDeliveryStatus = keyof typeof ShipmentDeliveryStatus;
