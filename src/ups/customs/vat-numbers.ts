import validator from "validator";
import { isEuropeanUnion } from "../words/places/customs-areas.js";

/** Without what people write between the signs. */
export function normalNumber(number: string): string {
  return number.toUpperCase().replace(/[\s./-]/g, "");
}

/** Greece writes EL before its numbers, Northern Ireland XI. */
const prefixOf: Record<string, string> = { GR: "EL" };
const countryOfPrefix: Record<string, string> = { EL: "GR", XI: "GB" };

/** The country whose letters stand before the number; null: none that can be told. */
export function countryOfNumber(number: string): string | null {
  const letters = /^[A-Z]{2}/.exec(normalNumber(number))?.[0] ?? "";
  const country = countryOfPrefix[letters] ?? letters;
  return isEuropeanUnion(country) || ["GB", "CH", "NO"].includes(country) ? country : null;
}

/** British numbers as HMRC gives them: 9 digits, 12 of a branch, or of government and health authorities. */
const british = /^(GB|XI)?(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/;
const unknownForm = /^[A-Z0-9]{2,35}$/;

/** By the form of the country, and its check digits where the library knows them; else any letters and digits. */
export function isVatNumber(number: string, country: string): boolean {
  const normal = normalNumber(number);
  if (country === "GB") return british.test(normal);
  const code = prefixOf[country] ?? country;
  return isKnown(code) ? validator.isVAT(normal, code) : unknownForm.test(normal);
}

function isKnown(code: string): code is Parameters<typeof validator.isVAT>[1] {
  return code in vatCountries;
}

/** What `validator` has a form for. */
const vatCountries: Record<string, true> = Object.fromEntries(
  (
    "AT BE BG HR CY CZ DK EE FI FR DE EL HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE AL MK AU BY CA IS IN ID IL KZ NZ " +
    "NG NO PH RU SM SA RS CH TR UA UZ AR BO BR CL CO CR EC SV GT HN MX NI PA PY PE DO UY VE"
  )
    .split(" ")
    .map((code) => [code, true] as const),
);

/** Two letters of who gave it, up to 15 signs (Delegated Regulation (EU) 2015/2446); of the Union, Great Britain or Northern Ireland. */
export function isEori(number: string): boolean {
  const normal = normalNumber(number);
  const country = normal.slice(0, 2);
  return /^[A-Z]{2}[A-Z0-9]{1,15}$/.test(normal) && (isEuropeanUnion(country) || country === "GB" || country === "XI");
}
