import { isCountryCode, isPartRequired } from "../../carrier/address-parts.js";
import { isPostalCode } from "../../carrier/postal-codes.js";
import { hasControlCharacter } from "../../carrier/printable-text.js";
import { isRegion } from "../../carrier/regions.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";

/** INVALID for what is no country of ISO 3166-1. Paths are under `at`. */
export function checkCountry({ countryCode }: PostalAddress, at: string[]): ShippingUserError[] {
  if (isCountryCode(countryCode)) return [];
  return [userError("INVALID", "This is no country code of ISO 3166-1 alpha-2.", [...at, "countryCode"])];
}

/**
 * What can be said of an address that no carrier looks up: that a part is missing which a label needs there, is no text
 * to print, or that the postal code is none of its country. Countries whose codes have no known format pass.
 */
export function checkFormat(address: PostalAddress, at: string[]): ShippingUserError[] {
  return [...checkParts(address, at), ...checkCodes(address, at), ...checkTexts(address, at)];
}

function checkParts(address: PostalAddress, at: string[]): ShippingUserError[] {
  const { lines, countryCode } = address;
  const missing = (part: "city" | "region" | "postalCode", what: string) =>
    address[part] === null ? [userError("REQUIRED", `The ${what} is missing.`, [...at, part])] : [];
  return [
    ...(lines.length === 0 ? [userError("REQUIRED", "The street is missing.", [...at, "lines"])] : []),
    ...missing("city", "city"),
    ...(isPartRequired(countryCode, "region") ? missing("region", "state, province or county") : []),
    ...(isPartRequired(countryCode, "postalCode") ? missing("postalCode", "postal code") : []),
  ];
}

export function checkCodes({ region, postalCode, countryCode }: PostalAddress, at: string[]): ShippingUserError[] {
  const isCode = postalCode === null || isPostalCode(countryCode, postalCode);
  const isKnown = region === null || isRegion(countryCode, region);
  return [
    ...(isKnown ? [] : [userError("INVALID", `This is not a region of ${countryCode}.`, [...at, "region"])]),
    ...(isCode ? [] : [userError("INVALID", `This is not a postal code of ${countryCode}.`, [...at, "postalCode"])]),
  ];
}

export function checkTexts(address: PostalAddress, at: string[]): ShippingUserError[] {
  const fields = (["name", "company", "city", "region"] as const).map((part) => [address[part], part] as const);
  const lines = address.lines.map((line, index) => [line, "lines", String(index)] as const);
  return [...fields, ...lines]
    .filter(([text]) => hasControlCharacter(text ?? ""))
    .map(([, ...path]) => userError("INVALID", "Control characters cannot be printed.", [...at, ...path]));
}
