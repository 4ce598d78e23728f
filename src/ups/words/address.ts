import type { Address } from "../../carrier/values.js";
import { countryOf } from "./lanes.js";

/** The countries whose phone numbers UPS wants without the country code 1. */
const onePrefix = new Set(["US", "PR", "CA", "VI"]);

/** Lines that say something, in order; nothing is cut. */
export function linesOf(address: Address): string[] {
  return address.lines.map((line) => line.trim()).filter((line) => line !== "");
}

/** US and PR: digits only. CA: upper case without the space. Elsewhere as written. */
export function postalCodeOf(address: Pick<Address, "postalCode" | "countryCode" | "region">): string | undefined {
  const written = address.postalCode?.trim();
  if (!written) return undefined;
  const country = countryOf(address);
  if (country === "US" || country === "PR") return written.replace(/[\s-]/g, "");
  return country === "CA" ? written.replace(/[\s-]/g, "").toUpperCase() : written;
}

/** UPS takes digits only; the country code 1 goes where UPS expects area code and number. */
export function phoneDigits(address: Address): string | undefined {
  const digits = address.phone?.replace(/\D/g, "") ?? "";
  if (digits === "") return undefined;
  return onePrefix.has(countryOf(address)) && /^1\d{10}$/.test(digits) ? digits.slice(1) : digits;
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
  return {
    ...(lines.length > 0 && { AddressLine: lines }),
    ...(address.city?.trim() && { City: address.city.trim() }),
    ...(address.region?.trim() && { StateProvinceCode: address.region.trim().toUpperCase() }),
    ...(postalCodeOf(address) && { PostalCode: postalCodeOf(address) }),
    CountryCode: countryOf(address),
  };
}

export function serialiseDestination(address: Address) {
  return {
    ...serialiseAddress(address),
    ...(address.residentialStatus === "RESIDENTIAL" && { ResidentialAddressIndicator: "" }),
  };
}
