import { countrySigns, postalForms, withoutPostalCodes } from "./postal-forms.js";

/** What shops fill in: zeros, dashes, or the numbers that mainland China's post gives to Hong Kong and Macau as a whole. */
const noCode = /^[0\W_]*$|^N ?\/? ?A$|^99907[78]$/;

/**
 * A postal code as its country writes it, however it was typed: case, blanks, dashes, letters of full width and the country
 * before it do not count, so `e161ze` is `E16 1ZE`, `D-10117` is `10117` and `100071234` is `10007-1234`. Nothing is guessed:
 * what has another length or other signs stays as it is written, in capitals. Null: none is written.
 */
export function postalCode(countryCode: string, written: string | null | undefined): string | null {
  const text = tidied(written);
  if (text === "" || (withoutPostalCodes.has(countryCode) && noCode.test(text))) return null;
  return fitted(countryCode, text) ?? text;
}

/** Whether it is one, however it was typed; true where nobody knows how they look. */
export function isPostalCode(countryCode: string, written: string): boolean {
  return !postalForms.has(countryCode) || fitted(countryCode, tidied(written)) !== null;
}

function tidied(written: string | null | undefined): string {
  const plain = (written ?? "").normalize("NFKC").replace(/[‐‑‒–—―−ー]/g, "-");
  return plain.replace(/^〒/, "").replace(/\s+/g, " ").trim().toUpperCase();
}

/** In the first form of the country that it fits. */
function fitted(country: string, text: string): string | null {
  if (/[^\w .-]|_/.test(text)) return null;
  const signs = text.replace(/[ .-]/g, "");
  for (const form of postalForms.get(country) ?? []) {
    for (const candidate of [signs, ...withoutSign(country, signs), literalStart(form) + signs]) {
      const code = written(candidate, form);
      if (code !== null) return code;
    }
  }
  return null;
}

function withoutSign(country: string, signs: string): string[] {
  const prefixes = [country, countrySigns[country] ?? country];
  return prefixes.filter((prefix) => signs.startsWith(prefix)).map((prefix) => signs.slice(prefix.length));
}

/** The letters that each of the country's codes begins with, which people leave out: of `LV-####`, LV. */
function literalStart(form: string): string {
  return /^[A-Z]+/.exec(form)?.[0] ?? "";
}

const classes: Readonly<Record<string, RegExp>> = { "#": /\d/, "@": /[A-Z]/, "*": /[A-Z\d]/ };

/** The signs with the form's blanks and dashes; null: they do not fit. */
function written(signs: string, form: string): string | null {
  let rest = signs;
  let code = "";
  for (const place of form) {
    const isSeparator = place === " " || place === "-";
    const sign = isSeparator ? place : rest.charAt(0);
    if (!isSeparator && !(classes[place]?.test(sign) ?? sign === place)) return null;
    if (!isSeparator) rest = rest.slice(1);
    code += sign;
  }
  return rest === "" ? code : null;
}

/** Whether two people mean the same code, however each typed it: of the United States' nine digits the first five count. */
export function isSamePostalCode(countryCode: string, code: string | null, typed: string | null): boolean {
  return compared(countryCode, code) === compared(countryCode, typed);
}

function compared(countryCode: string, written: string | null): string {
  const code = postalCode(countryCode, written) ?? "";
  const hasFurtherDigits = postalForms.get(countryCode)?.includes("#####-####") && /^\d{5}-?\d{4}$/.test(code);
  return hasFurtherDigits ? code.slice(0, 5) : code.replace(/[ -]/g, "");
}
