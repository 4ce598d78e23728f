import { describedEnum } from "./described-enum.js";

export const CollectOnDeliveryFunds = describedEnum(
  "CollectOnDeliveryFunds",
  "Payment accepted by the driver for Collect on Delivery. Which are possible depends on the lane.",
  {
    CASH: "Cash. Shipments from the European Union.",
    ANY_CHECK: "A check, cashier's check or money order, no cash.",
    CASHIERS_CHECK: "A cashier's check or money order only. Inside the United States and Canada.",
  },
);
export type CollectOnDeliveryFunds = keyof typeof CollectOnDeliveryFunds;

export const ShipmentNotificationEvent = describedEnum(
  "ShipmentNotificationEvent",
  "Shipment event that the carrier e-mails about.",
  {
    SHIPPED: "The shipment is on its way.",
    EXCEPTION: "The delivery is delayed or held up.",
    DELIVERED: "The shipment was delivered.",
  },
);
export type ShipmentNotificationEvent = keyof typeof ShipmentNotificationEvent;
