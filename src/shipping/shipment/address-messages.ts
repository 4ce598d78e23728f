import { readInTenant } from "../../database/tenant-transaction.js";
import type { Shipment } from "../../entities/shipment.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { doubtsOfShipment } from "./address-doubt.js";
import { findWrongAddress, wrongAddressText } from "./wrong-address.js";

/** What is known of a draft's addresses, for whoever saved it; asks no carrier. Null: nothing was saved. */
export async function addressMessages(
  { database }: ShippingDeps,
  { tenantId }: Actor,
  draft: Shipment | null,
): Promise<CarrierMessage[]> {
  if (draft === null) return [];
  return readInTenant(database, tenantId, async (manager) => {
    const { id: shipmentId, orderId } = draft;
    const wrong = await findWrongAddress(manager, { tenantId, shipmentId, orderId, details: draft });
    const doubts = await doubtsOfShipment(manager, draft, draft);
    return [...(wrong === null ? [] : [knownWrong(wrong)]), ...doubts.map(({ doubt }) => doubt.message)];
  });
}

function knownWrong(number: string): CarrierMessage {
  return { carrierErrorCode: "ADDRESS_KNOWN_WRONG", severity: "WARNING", text: wrongAddressText(number) };
}
