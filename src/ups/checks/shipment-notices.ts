import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { exportNotices } from "../customs/export-notices.js";

/** What UPS would take without a word: told with prices, with the draft and with the purchase. */
export function shipmentNotices(details: ShipmentDetails): CarrierMessage[] {
  return exportNotices(details);
}
