import { Decimal } from "decimal.js";
import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import { findServiceRow, type ServiceRow } from "../words/codes.js";
import { simpleRateSize } from "../words/named-services.js";
import { upsDimensions, upsOunces } from "../words/units.js";

const ouncesInPound = 16;

/** UPS's number of the service; a few ounces may go by another one. "" for a service that there is not. */
export function upsNumber(service: ServiceRow | null, { packages }: Pick<ShipmentDetails, "packages">): string {
  const ounces = service?.named?.ounces;
  const isLight = packages.every((pkg) => isBelowPound(pkg));
  return typeof ounces === "object" && isLight ? ounces.numberBelowPound : (service?.ups ?? "");
}

export function isWeighedInOunces({ named }: ServiceRow, pkg: PackageDetails): boolean {
  if (!named || named.ounces === "NEVER") return false;
  return named.ounces === "ALWAYS" || isBelowPound(pkg);
}

/** As UPS is told: what rounds up to a pound is one. */
function isBelowPound({ weight }: PackageDetails): boolean {
  return upsOunces(weight).lessThan(ouncesInPound);
}

/** The size of Simple Rate that the package is; null: without dimensions nobody knows, or too large for any. */
export function simpleRateOf({ dimensions }: PackageDetails): string | null {
  if (!dimensions) return null;
  const { length, width, height } = upsDimensions(dimensions, "IMPERIAL");
  return simpleRateSize(Decimal.mul(length, width).times(height).toNumber());
}

/** A service that says itself who pays duties has no charge for them (Shipping.yaml, example of Worldwide Economy). */
export function withServiceDuties(details: ShipmentDetails, serviceCode: string | null): ShipmentDetails {
  const isOwn = serviceCode !== null && findServiceRow(serviceCode)?.named?.dutiesPayer;
  return isOwn ? { ...details, options: { ...details.options, dutiesPayer: "RECIPIENT" } } : details;
}
