import type { EntityManager } from "typeorm";
import { AcceptedOffer } from "../../entities/accepted-offer.js";
import type { RateQuote } from "../../entities/rate-quote.js";
import { newId } from "../new-id.js";
import { quotedTotal } from "./quoted-total.js";

/**
 * Keeps the quote as the shipment's accepted offer, unless it is that already; gives the offer's id. The shipment is
 * locked, or new.
 */
export async function acceptOffer(manager: EntityManager, shipmentId: string, quote: RateQuote): Promise<string> {
  const latest = await findAcceptedOffer(manager, shipmentId);
  if (latest?.rateQuoteId === quote.id) return latest.id;
  const id = newId("off");
  const total = quotedTotal(quote);
  await manager.insert(AcceptedOffer, {
    ...{ tenantId: quote.tenantId, id, shipmentId, rateQuoteId: quote.id, quotedAt: quote.createdAt },
    ...{ carrierAmount: total?.amount ?? null, carrierCurrency: quote.carrierCurrency, ...offeredColumns(quote) },
    pricing: quote.pricing && { rules: quote.pricing.rules, orderAmount: quote.pricing.orderAmount },
    acceptedAt: () => "clock_timestamp()",
  });
  return id;
}

function offeredColumns({ accountId, serviceCode, priceAmount, priceCurrency, ...quote }: RateQuote) {
  const { estimatedDeliveryDate, estimatedDeliveryTime, transitDays, isGuaranteed, isSaturdayDelivery } = quote;
  return {
    // What has no account and no service cannot be accepted: see `chooseSources`.
    ...{ accountId: accountId as string, serviceCode: serviceCode as string, priceAmount, priceCurrency },
    ...{ estimatedDeliveryDate, estimatedDeliveryTime, transitDays, isGuaranteed, isSaturdayDelivery },
  };
}

/** Whether an offer was ever accepted for the shipment. */
export function hasAcceptedOffer(manager: EntityManager, shipmentId: string): Promise<boolean> {
  return manager.existsBy(AcceptedOffer, { shipmentId });
}

/** The latest; null: none was ever accepted. */
export function findAcceptedOffer(manager: EntityManager, shipmentId: string): Promise<AcceptedOffer | null> {
  return manager.findOne(AcceptedOffer, { where: { shipmentId }, order: { acceptedAt: "DESC", id: "DESC" } });
}
