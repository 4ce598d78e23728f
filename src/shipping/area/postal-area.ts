import { postalCode } from "../../carrier/postal-codes.js";
import { countrySigns, postalForms } from "../../carrier/postal-forms.js";
import type { StoredAvailability, StoredPostalRange } from "../../entities/values/stored-method-rules.js";
import { britishCode, britishDistrict, isBritish } from "./british-codes.js";

/**
 * Whether a code begins with one of the prefixes or lies in one of the ranges, both ends included. Case, blanks, dashes and
 * the country before a number do not count. An end that is shorter than the code stands for all that begin with it: 10 to
 * 19 takes in 19999, and a nine-digit ZIP code is where its first five digits are. Nothing is guessed: 1000 is no 01000.
 */
export function isInPostalArea(
  country: string,
  code: string,
  { postalPrefixes, postalRanges }: Pick<StoredAvailability, "postalPrefixes" | "postalRanges">,
): boolean {
  const sought = { country, text: plain(country, code), key: sortable(country, code) };
  return (
    postalPrefixes.some((prefix) => beginsWith(sought, prefix)) ||
    postalRanges.some((range) => isBetween(sought, range))
  );
}

interface Sought {
  country: string;
  /** As the country writes it. */
  text: string;
  key: string;
}

function beginsWith({ country, text, key }: Sought, prefix: string): boolean {
  const start = sortable(country, prefix);
  if (!isBritish(country)) return hasSigns(prefix) && key.startsWith(start);
  const written = plain(country, prefix);
  if (britishDistrict(written) !== null) return text.split(" ", 1)[0]?.startsWith(written) ?? false;
  // Without its blank too: E161 begins E16 1ZE.
  const isUnparted = /^[A-Z\d]+$/.test(written) && signsOf(text).startsWith(written);
  return hasSigns(prefix) && (key.startsWith(start) || isUnparted);
}

function isBetween({ country, key }: Sought, { from, to }: StoredPostalRange): boolean {
  if (!hasSigns(from) || !hasSigns(to)) return false;
  const [first, last] = [sortable(country, from), sortable(country, to)];
  return key.slice(0, first.length) >= first && key.slice(0, last.length) <= last;
}

/** Signs whose order as text is the order of the codes, each beginning at the same places. */
function sortable(country: string, written: string): string {
  if (/^\d+$/.test(written)) return written;
  const text = plain(country, written);
  const british = isBritish(country) ? britishCode(text) : null;
  if (british !== null) return british;
  const signs = signsOf(text);
  const letters = lettersOfAll(country);
  return signs.startsWith(letters) ? signs.slice(letters.length) : signs;
}

/** As the country writes it where it is whole; else in capitals, without the country before a number. */
function plain(country: string, written: string): string {
  const code = postalCode(country, written) ?? "";
  const [, sign = "", rest = ""] = /^([A-Z]+)[ .-]+(.+)$/.exec(code) ?? [];
  return sign !== "" && [country, countrySigns[country]].includes(sign) ? rest : code;
}

const signsOf = (text: string) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z\d]/g, "");

const hasSigns = (text: string) => /[A-Za-z\d]/.test(text.normalize("NFKC"));

/** The letters that all codes of a country begin with, which people leave out: of Latvia's, LV. */
function lettersOfAll(country: string): string {
  const starts = new Set((postalForms.get(country) ?? []).map((form) => /^[A-Z]+/.exec(form)?.[0] ?? ""));
  const [letters = ""] = starts;
  return starts.size === 1 ? letters : "";
}
