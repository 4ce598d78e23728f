import { describedEnum } from "./described-enum.js";

export const CollectOnDeliveryFunds = describedEnum(
  "CollectOnDeliveryFunds",
  "What the driver takes when a payment is collected at the door. Which of them are taken depends on the lane.",
  {
    CASH: "Cash. From the European Union.",
    ANY_CHECK: "A check, cashier's check or money order, no cash.",
    CASHIERS_CHECK: "A cashier's check or money order only. Inside the United States and Canada.",
  },
);
export type CollectOnDeliveryFunds = keyof typeof CollectOnDeliveryFunds;

export const ShipmentNotificationEvent = describedEnum(
  "ShipmentNotificationEvent",
  "What the carrier sends an e-mail about.",
  {
    SHIPPED: "It is on its way.",
    EXCEPTION: "Something holds it up.",
    DELIVERED: "It is delivered.",
  },
);
export type ShipmentNotificationEvent = keyof typeof ShipmentNotificationEvent;
