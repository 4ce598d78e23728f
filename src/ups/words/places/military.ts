import type { WrittenPlace } from "./written-place.js";

const states = new Set(["AE", "AP", "AA"]);
const city = /^[AFD]\.?\s?P\.?\s?O\.?(,?\s+(AE|AP|AA))?$/i;
const line = /^[AFD]\.?P\.?O\.?,?\s+(AE|AP|AA)\b/i;
/** Europe 090 to 098, the Americas 340, the Pacific 962 to 966 (USPS, Publication 28, appendix B, and its ZIP ranges). */
const zip = /^(09[0-8]\d\d|340\d\d|96[2-6]\d\d)/;

/** Which part of the address says that it is of the armed forces or of a diplomatic post; null: none does. */
export function militaryPart(place: WrittenPlace): "region" | "city" | "postalCode" | null {
  const isState = states.has(place.region);
  const isCity = city.test(place.city);
  const isZip = zip.test(place.postalCode);
  if (place.country !== "US") return isCity && (isState || isZip) ? "city" : null;
  if (isState) return "region";
  if (isCity || place.lines.some((text) => line.test(text))) return "city";
  return isZip ? "postalCode" : null;
}
