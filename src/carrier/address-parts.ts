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

/** In use by customs and posts: Kosovo, which ISO leaves to users, and the Canary Islands, which it reserves. */
const besideIso = new Set(["XK", "IC"]);

/** Two capital letters that ISO 3166-1 gives to a country, or keeps for one. */
export function isCountryCode(code: string): boolean {
  return besideIso.has(code) || (/^[A-Z]{2}$/.test(code) && validator.isISO31661Alpha2(code));
}

export function isPartRequired(country: string, part: Part): boolean {
  return required[country]?.includes(part) ?? false;
}
