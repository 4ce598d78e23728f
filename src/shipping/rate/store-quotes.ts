import type { RatedService } from "../../carrier/rating.js";
import { inTenant } from "../../database/tenant-transaction.js";
import { RateQuote } from "../../entities/rate-quote.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import { databaseNow } from "../database-now.js";
import type { ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
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
  const priced = withDay(details, rated.isSaturdayDelivery);
  return {
    id: newId("quo"),
    accountId: choice.accountId,
    shippingMethodId: choice.method?.id ?? null,
    serviceCode: rated.serviceCode,
    details: priced,
    detailsFingerprint: quoteFingerprint(priced),
    // Whom the carrier bills, pays the carrier: the merchant has nothing to ask for.
    priceAmount: isPaidByMerchant ? rated.total.amount : "0.00",
    priceCurrency: rated.total.currencyCode,
    publishedAmount: rated.published?.amount ?? null,
    negotiatedAmount: rated.negotiated?.amount ?? null,
    carrierCurrency: rated.total.currencyCode,
    negotiatedState: rated.negotiatedState,
    charges: rated.charges,
    carrierMessages: carrierMessages(rated.messages),
    estimatedDeliveryDate: rated.estimatedDeliveryDate,
    estimatedDeliveryTime: rated.estimatedDeliveryTime,
    transitDays: rated.transitDays,
    isGuaranteed: rated.isGuaranteed,
    isSaturdayDelivery: rated.isSaturdayDelivery,
    billableWeight: rated.billableWeight,
  };
}

/** Asked for Saturdays, the carrier prices weekdays too: each quote buys the day that it was priced for. */
function withDay(details: StoredShipmentDetails, isSaturdayDelivery: boolean): StoredShipmentDetails {
  return { ...details, options: { ...details.options, isSaturdayDelivery } };
}
