import validator from "validator";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";

const formats = new Set<string>(validator.isPostalCodeLocales);

/** INVALID for what is no country of ISO 3166-1. Paths are under `at`. */
export function checkCountry({ countryCode }: PostalAddress, at: string[]): ShippingUserError[] {
  if (/^[A-Z]{2}$/.test(countryCode) && validator.isISO31661Alpha2(countryCode)) return [];
  return [userError("INVALID", "This is no country code of ISO 3166-1 alpha-2.", [...at, "countryCode"])];
}

/**
 * What can be said of an address that no carrier looks up: that a part is missing, or that the postal code is none of
 * its country. Countries whose codes have no known format pass.
 */
export function checkFormat(
  { lines, city, postalCode, countryCode }: PostalAddress,
  at: string[],
): ShippingUserError[] {
  const isCode =
    postalCode === null ||
    !formats.has(countryCode) ||
    validator.isPostalCode(postalCode, countryCode as validator.PostalCodeLocale);
  return [
    ...(lines.length === 0 ? [userError("REQUIRED", "The street is missing.", [...at, "lines"])] : []),
    ...(city === null ? [userError("REQUIRED", "The city is missing.", [...at, "city"])] : []),
    ...(isCode ? [] : [userError("INVALID", `This is not a postal code of ${countryCode}.`, [...at, "postalCode"])]),
  ];
}
