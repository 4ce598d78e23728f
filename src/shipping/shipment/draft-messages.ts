import type { EntityManager } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { Shipment } from "../../entities/shipment.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { doubtsOfShipment } from "./address-doubt.js";
import { carrierNotices } from "./carrier-notices.js";
import { loadStoredDetails } from "./stored-details.js";
import { findWrongAddress, wrongAddressText } from "./wrong-address.js";

/**
 * What is known of a draft, for whoever saved it: of its addresses, and what the carrier's adapter says of it. Asks no
 * carrier. Null: nothing was saved.
 */
export async function draftMessages(
  deps: ShippingDeps,
  { tenantId }: Actor,
  draft: Shipment | null,
): Promise<CarrierMessage[]> {
  if (draft === null) return [];
  return readInTenant(deps.database, tenantId, async (manager) => {
    const { id: shipmentId, orderId } = draft;
    const wrong = await findWrongAddress(manager, { tenantId, shipmentId, orderId, details: draft });
    const doubts = await doubtsOfShipment(manager, draft, draft);
    const messages = doubts.map(({ doubt }) => doubt.message);
    return [...(wrong === null ? [] : [knownWrong(wrong)]), ...messages, ...(await noticesOf(deps, manager, draft))];
  });
}

function knownWrong(number: string): CarrierMessage {
  return { carrierErrorCode: "ADDRESS_KNOWN_WRONG", severity: "WARNING", text: wrongAddressText(number) };
}

async function noticesOf(
  { carriers }: ShippingDeps,
  manager: EntityManager,
  draft: Shipment,
): Promise<CarrierMessage[]> {
  const account = draft.accountId === null ? null : await manager.findOneBy(CarrierAccount, { id: draft.accountId });
  const adapter = account && carriers.get(account.carrierCode);
  return adapter ? carrierNotices(adapter, await loadStoredDetails(manager, draft)) : [];
}
