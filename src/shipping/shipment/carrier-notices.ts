import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import { carrierMessages } from "../user-error.js";
import { toCarrierDetails } from "./carrier-details.js";

/** What the carrier's adapter has to say of a shipment before it is bought; asks no carrier. */
export function carrierNotices(adapter: CarrierAdapter, details: StoredShipmentDetails): CarrierMessage[] {
  return carrierMessages(adapter.shipmentNotices?.(toCarrierDetails(details, null)) ?? []);
}

/** What a label of it will need beyond what its price does; asks no carrier. */
export function priceNotices(adapter: CarrierAdapter, details: StoredShipmentDetails): CarrierMessage[] {
  return carrierMessages(adapter.priceNotices?.(toCarrierDetails(details, null)) ?? []);
}
