import { readInTenant } from "../../database/tenant-transaction.js";
import type { Shipment } from "../../entities/shipment.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { findAddressDoubts } from "./address-doubt.js";
import { findWrongAddress, wrongAddressText } from "./wrong-address.js";

/** What is known of a draft's address, for whoever saved it; asks no carrier. Null: nothing was saved. */
export async function addressMessages(
  { database }: ShippingDeps,
  { tenantId }: Actor,
  draft: Shipment | null,
): Promise<CarrierMessage[]> {
  if (draft === null) return [];
  return readInTenant(database, tenantId, async (manager) => {
    const { id: shipmentId, orderId, shipTo, environment } = draft;
    const wrong = await findWrongAddress(manager, { tenantId, shipmentId, orderId, details: draft });
    const doubt = (await findAddressDoubts(manager, tenantId, shipTo)).get(environment ?? "");
    return [...(wrong === null ? [] : [knownWrong(wrong)]), ...(doubt ? [doubt.message] : [])];
  });
}

function knownWrong(number: string): CarrierMessage {
  return { carrierErrorCode: "ADDRESS_KNOWN_WRONG", severity: "WARNING", text: wrongAddressText(number) };
}
