import type { RatedService } from "../../src/carrier/rating.js";
import type { RateQuote } from "../../src/entities/rate-quote.js";
import type { PostalAddress } from "../../src/entities/values/postal-address.js";
import {
  type StoredItem,
  type StoredPackage,
  type StoredShipmentDetails,
  type StoredShipmentOptions,
  storedPlainOptions,
} from "../../src/entities/values/stored-shipment-details.js";
import { quoteFingerprint } from "../../src/shipping/shipment/quote-fingerprint.js";

/** The New York Public Library. */
export function anAddress(parts: Partial<PostalAddress> = {}): PostalAddress {
  return {
    ...{ name: "Ada Example", company: null, lines: ["476 5th Ave"], city: "New York", region: "NY" },
    ...{ postalCode: "10018", countryCode: "US", phone: "2125550100", email: "ada@example.com", taxId: null },
    residentialStatus: "COMMERCIAL",
    ...parts,
  };
}

export function anItem(parts: Partial<StoredItem> = {}): StoredItem {
  return {
    ...{ productId: "prd_1", sku: "MUG", description: "Mug", quantity: 2, weight: null, hsCode: null },
    ...{ unitValue: { amount: "9.50", currencyCode: "USD" }, originCountryCode: "US" },
    ...{ manufacturerProductId: null, gtin: null },
    ...parts,
  };
}

export function aPackage(parts: Partial<StoredPackage> = {}): StoredPackage {
  return {
    weight: { value: 2, unit: "LB" },
    dimensions: { length: 10, width: 8, height: 6, unit: "IN" },
    packageType: "UPS_CUSTOMER_PACKAGE",
    declaredValue: { amount: "20.00", currencyCode: "USD" },
    reference: "box 1",
    items: [anItem()],
    ...parts,
  };
}

export function someOptions(parts: Partial<StoredShipmentOptions> = {}): StoredShipmentOptions {
  return { ...storedPlainOptions, ...parts };
}

export function someDetails(parts: Partial<StoredShipmentDetails> = {}): StoredShipmentDetails {
  return {
    // The Library of Congress.
    shipFrom: anAddress({ lines: ["101 Independence Ave SE"], city: "Washington", region: "DC", postalCode: "20540" }),
    shipTo: anAddress(),
    packages: [aPackage()],
    options: someOptions(),
    shipDate: null,
    accessPoint: null,
    customs: null,
    returnService: null,
    ...parts,
  };
}

export function aRatedService(parts: Partial<RatedService> = {}): RatedService {
  const price = { amount: "12.34", currencyCode: "USD" };
  return {
    ...{ serviceCode: "UPS_GROUND", carrierServiceCode: "03", total: price, published: price, negotiated: null },
    ...{ negotiatedState: "UNKNOWN", charges: [], estimatedDeliveryDate: null, estimatedDeliveryTime: null },
    ...{ transitDays: 1, isGuaranteed: null, isSaturdayDelivery: false, billableWeight: null, messages: [] },
    ...parts,
  };
}

/** The columns that decide whether a quote may be bought. */
export function aQuoteOf(details: StoredShipmentDetails, parts: Partial<RateQuote> = {}): RateQuote {
  const quote = {
    ...{ id: "quo_1", accountId: "cac_1", serviceCode: "UPS_GROUND", details },
    detailsFingerprint: quoteFingerprint(details),
    isSaturdayDelivery: details.options.isSaturdayDelivery,
    expiresAt: "2026-05-01T12:00:00.000Z",
  };
  return { ...quote, ...parts } as RateQuote;
}
