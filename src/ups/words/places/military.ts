import type { WrittenPlace } from "./written-place.js";

/** What tells that mail there goes to the armed forces or to a diplomatic post, over their own network. */
interface MilitaryPost {
  country: string;
  regions?: ReadonlySet<string>;
  city?: RegExp;
  line?: RegExp;
  postal?: RegExp;
}

/** APO, FPO or DPO, with its state where it is written in the same line. */
const american = /^[AFD]\.?\s?P\.?\s?O\.?(,?\s+(AE|AP|AA)\b.*)?$/i;
const states = new Set(["AE", "AP", "AA"]);

/**
 * US: states and ZIP codes 090 to 098 of Europe, 340 of the Americas, 962 to 966 of the Pacific (USPS, Publication 28,
 * appendix B). GB: BFPO numbers and postcodes BF1 (Royal Mail). CA: CFPO numbers (Canada Post). FR: sectors of the army and
 * codes 00 (La Poste). DE: Feldpost (Deutsche Post).
 */
const posts: readonly MilitaryPost[] = [
  { country: "US", regions: states, city: american, line: /^[AFD]\.?P\.?O\.?,?\s+(AE|AP|AA)\b/i },
  { country: "US", postal: /^(09[0-8]|340|96[2-6])\d\d/ },
  { country: "GB", city: /^BFPO\b/i, line: /^BFPO\s?\d+/i, postal: /^BF1\d/ },
  { country: "CA", city: /^CFPO\b/i, line: /^(CFPO|BPFC)\s?\d+/i },
  { country: "FR", city: /\bARMEES$/i, postal: /^00\d{3}$/ },
  { country: "DE", city: /\bFELDPOST$/i, line: /^FELDPOST\b/i },
];

/** Which part of the address says that it is of the armed forces or of a diplomatic post; null: none does. */
export function militaryPart(place: WrittenPlace): "region" | "city" | "postalCode" | null {
  for (const post of posts.filter(({ country }) => country === place.country)) {
    if (post.regions?.has(place.region)) return "region";
    if (post.city?.test(place.city) || place.lines.some((line) => post.line?.test(line))) return "city";
    if (post.postal?.test(place.postalCode)) return "postalCode";
  }
  // Written under the country where they are stationed.
  return american.test(place.city) && (states.has(place.region) || isAmericanZip(place)) ? "city" : null;
}

function isAmericanZip({ postalCode }: WrittenPlace): boolean {
  return posts.some(({ country, postal }) => country === "US" && postal?.test(postalCode));
}
