import validator from "validator";

type Part = "region" | "postalCode";

/** What an address there lacks without, besides street and city; the same when it is checked and when it is shipped to. */
const required: Readonly<Record<string, readonly Part[]>> = {
  US: ["region", "postalCode"],
  CA: ["region", "postalCode"],
  PR: ["postalCode"],
  IE: ["region"],
  VN: ["region"],
};

/**
 * In use by customs, posts and carriers beside ISO's countries: Kosovo (XK, of users; KV at UPS), the Canary Islands (IC), Ceuta and
 * Melilla (EA, reserved; XC and XL at UPS), Northern Ireland (XI, of tax numbers).
 */
const besideIso = new Set(["XK", "KV", "IC", "EA", "XC", "XL", "XI"]);

/** ISO reserves it, and means the country by it. */
const otherNames: Readonly<Record<string, string>> = { UK: "GB" };

/** Two capital letters that ISO 3166-1 gives to a country, or keeps for one. */
export function isCountryCode(code: string): boolean {
  return besideIso.has(code) || (/^[A-Z]{2}$/.test(code) && validator.isISO31661Alpha2(code));
}

/** The country's one code, however it was typed; what is none stays as it is, in capitals. */
export function countryCode(written: string): string {
  const code = written.trim().toUpperCase();
  return otherNames[code] ?? code;
}

export function isPartRequired(country: string, part: Part): boolean {
  return required[country]?.includes(part) ?? false;
}
