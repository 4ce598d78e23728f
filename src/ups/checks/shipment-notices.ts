import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { euImportNotices } from "../customs/eu-import-notices.js";
import { exportNotices } from "../customs/export-notices.js";
import { schemeNotices } from "../customs/scheme-notices.js";
import { amountNotices } from "./amount-notices.js";
import { shipDateNotices } from "./check-ship-date.js";
import { packagingNotices } from "./packaging-notices.js";

/** What UPS would take without a word: told with prices, with the draft and with the purchase. */
export function shipmentNotices(details: ShipmentDetails, now: Date): CarrierMessage[] {
  return [
    ...exportNotices(details),
    ...euImportNotices(details, now),
    ...schemeNotices(details),
    ...amountNotices(details),
    ...shipDateNotices(details.shipDate, now),
    ...packagingNotices(details),
  ];
}
