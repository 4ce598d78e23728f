import { isPartRequired } from "../../../carrier/address-parts.js";
import { postalCode } from "../../../carrier/postal-codes.js";
import { isRegion, regionCode } from "../../../carrier/regions.js";
import { textLimits } from "../limits.js";

/** UPS takes their postal codes without blanks and dashes: 5 or 9 digits, and A#A#A# (Shipping.yaml, PostalCode). */
const withBareCodes = new Set("US PR VI GU AS MP FM MH PW UM CA".split(" "));

/** As the country writes it, however it was typed; without blanks and dashes also where it is longer than UPS takes. */
export function upsPostalCode(country: string, written: string | null | undefined): string | undefined {
  const code = postalCode(country, written);
  if (code === null) return undefined;
  const isBare = withBareCodes.has(country) || code.length > textLimits.postalCode;
  return isBare ? code.replace(/[ -]/g, "") : code;
}

/**
 * State, province or county as UPS reads it: its code (of Ireland the county's), in Vietnam with the country, `VN-44`. Where UPS
 * asks for none, a longer text than it takes is left out: the label shows two characters of it (Shipping.yaml, StateProvinceCode).
 * `country`: as it is written, ISO 3166-1.
 */
export function upsRegion(country: string, written: string | null | undefined): string | undefined {
  const region = regionCode(country, written);
  if (region === null) return undefined;
  if (country === "VN" && isRegion(country, region)) return `VN-${region}`;
  return region.length <= textLimits.region || isPartRequired(country, "region") ? region.toUpperCase() : undefined;
}
