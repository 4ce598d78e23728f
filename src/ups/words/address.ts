import { isPartRequired } from "../../carrier/address-parts.js";
import { postalCode } from "../../carrier/postal-codes.js";
import { isRegion, regionCode } from "../../carrier/regions.js";
import type { Address } from "../../carrier/values.js";
import { countryOf } from "./lanes.js";
import { textLimits } from "./limits.js";

/** UPS takes their postal codes without blanks and dashes. */
const withBareCodes = new Set(["US", "PR", "VI", "GU", "AS", "MP", "CA"]);

/** Lines that say something, in order; nothing is cut. */
export function linesOf(address: Address): string[] {
  return address.lines.map((line) => line.trim()).filter((line) => line !== "");
}

/**
 * As the country writes it, however it was typed. US, Puerto Rico and Canada without blanks and dashes (Shipping.yaml, 5 or 9
 * digits, and A#A#A#), others too where they are longer than UPS takes.
 */
export function postalCodeOf(address: Pick<Address, "postalCode" | "countryCode" | "region">): string | undefined {
  return upsPostalCode(countryOf(address), address.postalCode);
}

export function upsPostalCode(country: string, written: string | null): string | undefined {
  const code = postalCode(country, written);
  if (code === null) return undefined;
  const isBare = withBareCodes.has(country) || code.length > textLimits.postalCode;
  return isBare ? code.replace(/[ -]/g, "") : code;
}

/**
 * State, province or county as UPS reads it: its code (of Ireland the county's), in Vietnam with the country, `VN-44`. Where UPS
 * asks for none, a longer text than it takes is left out: the label shows two characters of it (Shipping.yaml, StateProvinceCode).
 */
export function regionOf(address: Pick<Address, "region" | "countryCode">): string | undefined {
  const country = address.countryCode.toUpperCase();
  const region = regionCode(country, address.region);
  if (region === null) return undefined;
  if (country === "VN" && isRegion(country, region)) return `VN-${region}`;
  return region.length <= textLimits.region || isPartRequired(country, "region") ? region.toUpperCase() : undefined;
}

/** The company, or the person where there is none: what UPS prints first. */
export function nameOf(address: Address): string | undefined {
  return address.company?.trim() || address.name?.trim() || undefined;
}

/** The person to ask for; the company where no person is named, since UPS insists on one abroad. */
export function attentionOf(address: Address): string | undefined {
  return address.name?.trim() || address.company?.trim() || undefined;
}

/** UPS's Address container; absent fields are left out. Residential is true by presence, so it is sent only for yes. */
export function serialiseAddress(address: Address) {
  const lines = linesOf(address);
  const region = regionOf(address);
  const code = postalCodeOf(address);
  return {
    ...(lines.length > 0 && { AddressLine: lines }),
    ...(address.city?.trim() && { City: address.city.trim() }),
    ...(region && { StateProvinceCode: region }),
    ...(code && { PostalCode: code }),
    CountryCode: countryOf(address),
  };
}

export function serialiseDestination(address: Address) {
  return {
    ...serialiseAddress(address),
    ...(address.residentialStatus === "RESIDENTIAL" && { ResidentialAddressIndicator: "" }),
  };
}
