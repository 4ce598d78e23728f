import { Decimal } from "decimal.js";
import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type {
  StoredItem,
  StoredPackage,
  StoredShipmentDetails,
} from "../../entities/values/stored-shipment-details.js";
import { fingerprint } from "../fingerprint.js";

/**
 * What a price depends on, as SHA-256: equal for two shipments that a carrier would price alike, whoever receives them.
 * Names, phones, e-mails, notifications, tax numbers, references and what items are called do not count; the order of
 * packages does.
 */
export function quoteFingerprint(details: StoredShipmentDetails): string {
  const { shipFrom, shipTo, packages, options, shipDate, accessPoint, returnService } = details;
  return fingerprint({
    shipFrom: pricedPlace(shipFrom),
    shipTo: pricedPlace(shipTo),
    packages: packages.map(pricedPackage),
    options: pricedOptions(options),
    shipDate,
    accessPointId: accessPoint?.carrierLocationId ?? null,
    returnService: returnService && { kind: returnService.kind, boxNumber: returnService.boxNumber },
  });
}

/** Duties not chosen are the carrier's default. */
function pricedOptions({
  notifications: _,
  generateReturnLabel: _return,
  ...options
}: StoredShipmentDetails["options"]) {
  const { dutiesPayer, collectOnDelivery } = options;
  return {
    ...options,
    dutiesPayer: dutiesPayer ?? "RECIPIENT",
    collectOnDelivery: pricedAmount(collectOnDelivery ?? null),
  };
}

function pricedPlace({ lines, city, region, postalCode, countryCode, residentialStatus }: PostalAddress) {
  return { lines, city, region, postalCode, countryCode, residentialStatus };
}

function pricedPackage({ weight, dimensions, packageType, declaredValue, items }: StoredPackage) {
  return { weight, dimensions, packageType, declaredValue: pricedAmount(declaredValue), items: items.map(pricedItem) };
}

function pricedItem({ quantity, unitValue, weight, hsCode, originCountryCode }: StoredItem) {
  return { quantity, unitValue: pricedAmount(unitValue), weight, hsCode, originCountryCode };
}

/** 10 and 10.00 are one amount. */
function pricedAmount(amount: MonetaryAmount | null) {
  return amount && { amount: new Decimal(amount.amount).toFixed(), currencyCode: amount.currencyCode };
}
