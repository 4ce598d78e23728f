import { countryCode, isCountryCode } from "../../carrier/address-parts.js";
import { isRegionCode } from "../../carrier/regions.js";
import type { StoredPostalRange, StoredRuleDestination } from "../../entities/values/stored-method-rules.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { checkList, mostEntries } from "./check-list.js";

export const longestPostalCode = 10;

/** As it is stored: codes in capitals. */
export function writtenDestination<Destination extends StoredRuleDestination>(destination: Destination): Destination {
  return {
    ...destination,
    countries: destination.countries.map(countryCode),
    regions: destination.regions.map(capitals),
    postalPrefixes: destination.postalPrefixes.map(capitals),
    postalRanges: destination.postalRanges.map(({ from, to }) => ({ from: capitals(from), to: capitals(to) })),
  };
}

const capitals = (text: string) => text.normalize("NFKC").trim().replace(/\s+/g, " ").toUpperCase();

/** INVALID for whatever is no country, region, postal code or range. */
export function checkDestination(destination: StoredRuleDestination, at: string[]): ShippingUserError[] {
  const { countries, regions, postalPrefixes, postalRanges } = destination;
  return [
    ...checkList(countries, [...at, "countries"], countryProblem),
    ...checkList(regions, [...at, "regions"], regionProblem),
    ...checkList(postalPrefixes, [...at, "postalPrefixes"], postalProblem),
    ...checkRanges(postalRanges, [...at, "postalRanges"]),
  ];
}

const countryProblem = (code: string) =>
  isCountryCode(code) ? null : "This is no country code of ISO 3166-1 alpha-2.";

function regionProblem(region: string): string | null {
  const [, country = "", code = ""] = /^([A-Z]{2})-([A-Z0-9]{1,3})$/.exec(region) ?? [];
  return isCountryCode(country) && isRegionCode(country, code) ? null : "This is no region code of ISO 3166-2.";
}

function postalProblem(text: string): string | null {
  const isPostal = text.length <= longestPostalCode && /^[A-Z0-9][A-Z0-9 -]*$/.test(text);
  return isPostal ? null : `Postal codes have at most ${longestPostalCode} letters, digits, spaces and hyphens.`;
}

function checkRanges(ranges: StoredPostalRange[], at: string[]): ShippingUserError[] {
  if (ranges.length > mostEntries) return [userError("INVALID", `At most ${mostEntries} entries are kept.`, at)];
  return ranges.flatMap((range, index) => checkRange(range, [...at, String(index)]));
}

function checkRange({ from, to }: StoredPostalRange, at: string[]): ShippingUserError[] {
  const fail = (field: string, message: string) => userError("INVALID", message, [...at, field]);
  const problems = [
    ...[postalProblem(from)].flatMap((problem) => problem ?? []).map((problem) => fail("from", problem)),
    ...[postalProblem(to)].flatMap((problem) => problem ?? []).map((problem) => fail("to", problem)),
  ];
  if (problems.length > 0) return problems;
  if (formOf(from) !== formOf(to)) return [fail("to", "Both ends of a range are written in the same form.")];
  return from <= to ? [] : [fail("to", `The range ends before it begins, at ${from}.`)];
}

/** Codes of one form can be compared sign by sign. */
const formOf = (code: string) => code.replace(/[A-Z]/g, "@").replace(/[0-9]/g, "#");
