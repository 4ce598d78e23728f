import type { EntityManager } from "typeorm";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import { findAcceptedOffer } from "../shipment/accept-offer.js";
import type { PurchasePlan } from "./assemble-purchase.js";

/** Who bought a draft that had an offer, but without it, is told that its price did not hold. */
export async function tellOutdatedOffer(
  manager: EntityManager,
  { shipment, quote }: PurchasePlan,
): Promise<CarrierMessage[]> {
  if (quote !== null || shipment === null) return [];
  const offer = await findAcceptedOffer(manager, shipment.id);
  if (offer === null) return [];
  const { amount, currencyCode } = offer.price;
  const text = `The offer of ${amount} ${currencyCode} was accepted for another service or before the shipment was changed: its price did not hold for this purchase.`;
  return [{ carrierErrorCode: "OFFER_OUTDATED", severity: "WARNING", text }];
}
