import type { RatedService } from "../../carrier/rating.js";
import { inTenant } from "../../database/tenant-transaction.js";
import { RateQuote } from "../../entities/rate-quote.js";
import { databaseNow } from "../database-now.js";
import type { ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import type { Priced } from "../price/price-by-rules.js";
import { isOnSaturday, onDayOf } from "../shipment/delivery-day.js";
import { quoteFingerprint } from "../shipment/quote-fingerprint.js";
import { carrierMessages } from "../user-error.js";
import { merchantPays } from "./merchant-pays.js";
import type { OrderGiven } from "./order-given.js";
import { type Offer, priceOffer, pricingOf } from "./price-offer.js";
import type { UnavailableOption } from "./unavailable-option.js";

interface StoredQuotes {
  quotes: RateQuote[];
  /** What the rules of its method give no price for. */
  unavailable: UnavailableOption[];
}

/** Stores all offers with one insert; they can be bought until the database's time plus the configured seconds. */
export async function storeQuotes(
  deps: ShippingDeps,
  tenantId: string,
  offers: Offer[],
  order: OrderGiven,
): Promise<StoredQuotes> {
  if (offers.length === 0) return { quotes: [], unavailable: [] };
  return inTenant(deps.database, tenantId, async (manager) => {
    const expiresAt = new Date((await databaseNow(manager)).getTime() + deps.quoteTtlSeconds * 1000).toISOString();
    const isMerchants = await merchantPays(
      manager,
      offers.map(({ details }) => details.options),
    );
    const unavailable: UnavailableOption[] = [];
    const quotes = offers.flatMap((offer, index) => {
      // Whom the carrier bills, pays the carrier: the merchant has nothing to ask for.
      const priced = priceOffer(offer, order, isMerchants[index] ?? true);
      if (priced.kind === "PRICED")
        return [manager.create(RateQuote, { ...quoteOf(offer, priced, order), tenantId, expiresAt })];
      unavailable.push({ shippingMethod: offer.choice.method, service: offer.service, ...whyOf(priced) });
      return [];
    });
    if (quotes.length > 0) await manager.insert(RateQuote, quotes);
    return { quotes, unavailable };
  });
}

const whyOf = ({ reason, message }: Extract<Priced, { kind: "REFUSED" }>) => ({ reason, message });

function quoteOf(offer: Offer, { price, steps }: Extract<Priced, { kind: "PRICED" }>, order: OrderGiven) {
  const { choice, details, rated } = offer;
  const priced = rated === null ? details : onDayOf(details, rated);
  return {
    ...(rated === null ? unasked(offer) : asked(rated)),
    id: newId("quo"),
    accountId: choice.accountId,
    shippingMethodId: choice.method?.id ?? null,
    details: priced,
    detailsFingerprint: quoteFingerprint(priced),
    priceAmount: price.amount,
    priceCurrency: price.currencyCode,
    carrierCurrency: price.currencyCode,
    priceExplanation: steps,
    pricing: pricingOf(offer, order),
  };
}

/** What a carrier offered. */
function asked({ carrierServiceCode: _, total, published, negotiated, messages, ...offered }: RatedService) {
  return {
    ...offered,
    carrierAmount: total.amount,
    publishedAmount: published?.amount ?? null,
    negotiatedAmount: negotiated?.amount ?? null,
    carrierMessages: carrierMessages(messages),
  };
}

/** Of a price that is no carrier's. */
function unasked({ choice, details }: Offer) {
  return {
    serviceCode: choice.accountId === null ? null : (choice.method?.serviceCode ?? null),
    isSaturdayDelivery: isOnSaturday(details.options),
    ...{
      carrierAmount: null,
      publishedAmount: null,
      negotiatedAmount: null,
      negotiatedState: "NOT_REQUESTED" as const,
    },
    ...{ charges: [], carrierMessages: [], billableWeight: null, isGuaranteed: null },
    ...{ estimatedDeliveryDate: null, estimatedDeliveryTime: null, transitDays: null },
  };
}
