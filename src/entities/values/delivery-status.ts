import { describedEnum } from "./described-enum.js";

export const ShipmentDeliveryStatus = describedEnum(
  "ShipmentDeliveryStatus",
  "Delivery status of a shipment, over all packages whose labels are in force. The first that applies, from the top.",
  {
    DELIVERED: "Every package is delivered.",
    PARTIALLY_DELIVERED: "Some packages are delivered, others not: see the packages' trackers.",
    RETURNED: "Every package was returned to the sender.",
    EXCEPTION: "At least one package is delayed or held up; it may still arrive.",
    RETURNING: "At least one package is on its way back to the sender, or was returned.",
    AVAILABLE_FOR_PICKUP: "At least one package is waiting for the recipient, for example at an access point.",
    OUT_FOR_DELIVERY: "At least one package is on the delivery vehicle.",
    IN_TRANSIT: "At least one package is in the carrier's network.",
    LABEL_CREATED: "Labels exist; the carrier has no package yet.",
    UNKNOWN: "The carrier does not say.",
  },
);
export type ShipmentDeliveryStatus = keyof typeof ShipmentDeliveryStatus;
