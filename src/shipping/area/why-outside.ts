import { countryCode } from "../../carrier/address-parts.js";
import { postalCode } from "../../carrier/postal-codes.js";
import { withoutPostalCodes } from "../../carrier/postal-forms.js";
import { isOutlying, regionCode } from "../../carrier/regions.js";
import type { StoredAvailability } from "../../entities/values/stored-method-rules.js";
import type { OrderFacts } from "../order-facts.js";
import { isInPostalArea } from "./postal-area.js";

export type Area = Pick<StoredAvailability, "countries" | "regions" | "postalPrefixes" | "postalRanges">;

/** REQUIRED: the destination does not say it, and the area is told by it. */
export type OutsideReason =
  | "COUNTRY_NOT_SERVED"
  | "REGION_REQUIRED"
  | "REGION_NOT_SERVED"
  | "POSTAL_CODE_REQUIRED"
  | "POSTAL_CODE_NOT_SERVED";

interface Place {
  country: string;
  /** Its code within the country; null: not known. */
  region: string | null;
  postalCode: string | null;
}

/**
 * Why a destination is not in an area; null: it is. Countries, regions and postal codes are three conditions, prefixes and
 * ranges of postal codes are one; an empty list is none. Puerto Rico and the like are themselves, not the United States,
 * whichever country the address is written with, unless the regions name them (US-PR).
 */
export function whyOutside(area: Area, destination: OrderFacts["destination"]): OutsideReason | null {
  const place = placeOf(destination);
  return whyCountry(area, place) ?? whyRegion(area, place) ?? whyPostalCode(area, place);
}

function placeOf({ countryCode: written, region, postalCode: code }: OrderFacts["destination"]): Place {
  const named = countryCode(written);
  const part = regionCode(named, region);
  const country = named === "US" && isOutlying(part) ? part : named;
  // What is no code and no name that we know cannot be compared with one.
  const isCode = part !== null && /^[\p{L}\p{N}]{1,3}$/u.test(part);
  const within = isCode ? part : null;
  return { country, region: isOutlying(country) ? country : within, postalCode: postalCode(country, code) };
}

function whyCountry({ countries, regions }: Area, { country }: Place): OutsideReason | null {
  const codes = new Set(countries.map(countryCode));
  if (codes.size === 0 || codes.has(country)) return null;
  const isNamedState = codes.has("US") && isOutlying(country) && regions.some((region) => isOf(region, country));
  return isNamedState ? null : "COUNTRY_NOT_SERVED";
}

/** Only regions of the place's own country are asked for. */
function whyRegion({ regions }: Area, { country, region }: Place): OutsideReason | null {
  if (regions.length === 0) return null;
  const ofCountry = regions.filter((code) => isOf(code, country)).map((code) => regionCode(country, code));
  if (ofCountry.length === 0) return "REGION_NOT_SERVED";
  if (region === null) return "REGION_REQUIRED";
  return ofCountry.includes(region) ? null : "REGION_NOT_SERVED";
}

/** ISO 3166-2: US-PR is of PR too. */
function isOf(region: string, country: string): boolean {
  const [named, code] = region.trim().toUpperCase().split("-");
  return named === country || (named === "US" && code === country && isOutlying(country));
}

function whyPostalCode(area: Area, { country, postalCode: code }: Place): OutsideReason | null {
  if (area.postalPrefixes.length + area.postalRanges.length === 0) return null;
  if (code === null) return withoutPostalCodes.has(country) ? "POSTAL_CODE_NOT_SERVED" : "POSTAL_CODE_REQUIRED";
  return isInPostalArea(country, code, area) ? null : "POSTAL_CODE_NOT_SERVED";
}
