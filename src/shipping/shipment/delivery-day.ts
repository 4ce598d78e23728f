import type { DeliveryDay } from "../../carrier/shipment-options.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";

export function isOnSaturday({ isSaturdayDelivery }: DeliveryDay): boolean {
  return isSaturdayDelivery;
}

/** The details for the day of an offer: who asks for Saturdays is offered weekdays too, and whoever takes one its day. */
export function onDayOf(details: StoredShipmentDetails, { isSaturdayDelivery }: DeliveryDay): StoredShipmentDetails {
  return { ...details, options: { ...details.options, isSaturdayDelivery } };
}
