import type { Party } from "../request/requested-shipment.js";
import { isEuropeanUnion, isUnitedStates } from "./countries.js";
import { serviceTerms } from "./services.js";

/** How far apart two addresses are, 2 (near) to 8 (far); a pure function of countries and postal codes. */
export function distanceStep(from: Party, to: Party): number {
  if (from.country === to.country) return domesticStep(from.postalCode, to.postalCode);
  if (isNeighbour(from.country, to.country)) return 4;
  return 5 + (checksum(to.country) % 4);
}

/** The zone a service prints: UPS numbers zones per service, for example 205 for 2nd Day Air in zone 5. */
export function zoneOf(serviceCode: string, from: Party, to: Party): string {
  const hundreds = serviceTerms[serviceCode]?.days ?? 0;
  return String(hundreds * 100 + distanceStep(from, to)).padStart(3, "0");
}

function domesticStep(from: string, to: string): number {
  const distance = Math.abs(postalPosition(from) - postalPosition(to));
  return 2 + Math.min(6, Math.ceil(distance / 150));
}

/** The first three signs as a number of about 0 to 999: postal codes mostly run across a country. */
function postalPosition(postalCode: string): number {
  const prefix = postalCode.slice(0, 3).toUpperCase();
  if (/^\d{3}/.test(prefix)) return Number.parseInt(prefix, 10);
  return ((prefix.charCodeAt(0) || 65) - 65) * 38;
}

function isNeighbour(from: string, to: string): boolean {
  if (isEuropeanUnion(from) && isEuropeanUnion(to)) return true;
  const isNorthAmerican = (country: string) => isUnitedStates(country) || country === "CA" || country === "MX";
  return isNorthAmerican(from) && isNorthAmerican(to);
}

function checksum(text: string): number {
  return [...text].reduce((sum, sign) => sum + sign.charCodeAt(0), 0);
}
