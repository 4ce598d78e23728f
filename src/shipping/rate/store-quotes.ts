import type { RatedService } from "../../carrier/rating.js";
import { inTenant } from "../../database/tenant-transaction.js";
import { RateQuote } from "../../entities/rate-quote.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import { databaseNow } from "../database-now.js";
import type { ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { onDayOf } from "../shipment/delivery-day.js";
import { quoteFingerprint } from "../shipment/quote-fingerprint.js";
import { carrierMessages } from "../user-error.js";
import { merchantPays } from "./merchant-pays.js";
import type { RateChoice } from "./rate-choice.js";

/** A priced service, for whom it was asked and what exactly was priced. */
export interface Offer {
  choice: RateChoice;
  details: StoredShipmentDetails;
  rated: RatedService;
}

/** Stores all offers with one insert; they can be bought until the database's time plus the configured seconds. */
export async function storeQuotes(deps: ShippingDeps, tenantId: string, offers: Offer[]): Promise<RateQuote[]> {
  if (offers.length === 0) return [];
  return inTenant(deps.database, tenantId, async (manager) => {
    const expiresAt = new Date((await databaseNow(manager)).getTime() + deps.quoteTtlSeconds * 1000).toISOString();
    const isMerchants = await merchantPays(
      manager,
      offers.map(({ details }) => details.options),
    );
    const rows = offers.map((offer, index) => quoteOf(offer, isMerchants[index] ?? true));
    const quotes = rows.map((row) => manager.create(RateQuote, { ...row, tenantId, expiresAt }));
    await manager.insert(RateQuote, quotes);
    return quotes;
  });
}

function quoteOf({ choice, details, rated }: Offer, isPaidByMerchant: boolean) {
  const { carrierServiceCode: _, total, published, negotiated, messages, ...offered } = rated;
  const priced = onDayOf(details, rated);
  return {
    ...offered,
    id: newId("quo"),
    accountId: choice.accountId,
    shippingMethodId: choice.method?.id ?? null,
    details: priced,
    detailsFingerprint: quoteFingerprint(priced),
    // Whom the carrier bills, pays the carrier: the merchant has nothing to ask for.
    priceAmount: isPaidByMerchant ? total.amount : "0.00",
    priceCurrency: total.currencyCode,
    publishedAmount: published?.amount ?? null,
    negotiatedAmount: negotiated?.amount ?? null,
    carrierCurrency: total.currencyCode,
    carrierMessages: carrierMessages(messages),
  };
}
