import { Decimal } from "decimal.js";
import type { DangerousGoods } from "../../carrier/dangerous-goods.js";
import { postalCode } from "../../carrier/postal-codes.js";
import { regionCode } from "../../carrier/regions.js";
import { carriersOwnChoice } from "../../carrier/shipment-options.js";
import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type {
  StoredItem,
  StoredPackage,
  StoredShipmentDetails,
  StoredShipmentOptions,
} from "../../entities/values/stored-shipment-details.js";
import { fingerprint } from "../fingerprint.js";

/**
 * What a price depends on, as SHA-256: equal for two shipments that a carrier would price alike, whoever receives them.
 * Names, phones, e-mails, notifications, how letters are written, tax numbers, references and what items are called do
 * not count; the order of packages does.
 */
export function quoteFingerprint(details: StoredShipmentDetails): string {
  const { shipFrom, shipTo, packages, options, shipDate, accessPoint, returnService } = details;
  return fingerprint({
    shipFrom: pricedPlace(shipFrom),
    shipTo: pricedPlace(shipTo),
    packages: packages.map(pricedPackage),
    options: pricedOptions(options, shipTo),
    shipDate,
    accessPointId: accessPoint?.carrierLocationId ?? null,
    returnService: returnService && { kind: returnService.kind, boxNumber: returnService.boxNumber },
  });
}

function pricedOptions(
  { notifications: _, generateReturnLabel: __, letters: ___, ...options }: StoredShipmentOptions,
  shipTo: PostalAddress,
) {
  const payerCountryCode = options.payerCountryCode?.trim().toUpperCase() || null;
  return {
    ...options,
    payerCountryCode,
    payerPostalCode: postalCode(payerCountryCode ?? shipTo.countryCode, options.payerPostalCode),
    dutiesPayer: options.dutiesPayer ?? carriersOwnChoice.dutiesPayer,
    collectOnDelivery: pricedAmount(options.collectOnDelivery ?? null),
  };
}

function pricedPlace({ lines, city, countryCode, residentialStatus, ...address }: PostalAddress) {
  const region = regionCode(countryCode, address.region);
  return {
    lines,
    city,
    region,
    postalCode: postalCode(countryCode, address.postalCode),
    countryCode,
    residentialStatus,
  };
}

function pricedPackage({ reference: _, containsRegulatedItems: __, declaredValue, items, ...pkg }: StoredPackage) {
  const dangerousGoods = pricedGoods(pkg.dangerousGoods ?? null);
  return { ...pkg, dangerousGoods, declaredValue: pricedAmount(declaredValue), items: items.map(pricedItem) };
}

/** Whoever is called in an emergency. */
function pricedGoods(goods: DangerousGoods | null) {
  if (goods === null) return null;
  const { emergencyPhone: _, emergencyContact: __, ...priced } = goods;
  return priced;
}

/** By what goods are known, no price depends. */
function pricedItem({ unitValue, quantity, weight, hsCode, originCountryCode }: StoredItem) {
  return { quantity, weight, hsCode, originCountryCode, unitValue: pricedAmount(unitValue) };
}

/** 10 and 10.00 are one amount. */
function pricedAmount(amount: MonetaryAmount | null) {
  return amount && { amount: new Decimal(amount.amount).toFixed(), currencyCode: amount.currencyCode };
}
