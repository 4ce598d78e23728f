import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { ShippedShipment, UploadedDocuments } from "../../carrier/shipping.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { goodsNotices } from "./goods-description.js";
import { letterNotices, printable } from "./letters.js";
import { paperNotices } from "./paper-notices.js";

/** What UPS does not say of a booking by itself: of its letters, its papers, and of what it was told of the goods. */
export function bookingNotices(
  details: ShipmentDetails,
  shipped: Pick<ShippedShipment, "documents" | "unreadableDocuments" | "packages">,
  uploaded: UploadedDocuments,
  printed = printable(details),
): CarrierMessage[] {
  return [
    ...letterNotices(printed),
    ...paperNotices(printed.details, shipped, uploaded),
    ...goodsNotices(printed.details),
  ];
}
