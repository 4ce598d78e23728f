import { isEuropeanUnion } from "./countries.js";

/** As much of an address as tells its zone. */
export interface ZonedPlace {
  country: string;
  postalCode: string;
}

/** Towns and isles inside an EU country's postal system and outside its VAT or customs area (2006/112/EC, article 6). */
const outside: Record<string, RegExp> = {
  DE: /^27498$/,
  IT: /^(23041|23030|2206[01])$/,
  GR: /^6308[67]$/,
  FI: /^22\d{3}$/,
  ES: /^(35|38|51|52)\d{3}$/,
  CY: /^99\d{3}$/,
};

/** Countries that form one zone with a larger one. */
const joined: Record<string, string> = { MC: "EU", IM: "GB", PR: "US", LI: "CH" };

/** Büsingen am Hochrhein: Swiss customs area, and Swiss VAT (treaty of Germany and Switzerland of 1964). */
const isBuesingen = (country: string, code: string) => country === "DE" && code === "78266";

function zoneOf({ country, postalCode }: ZonedPlace): string {
  const code = postalCode.toUpperCase().replace(/\s/g, "");
  if (isBuesingen(country, code)) return "CH";
  if (outside[country]?.test(code)) return `${country} ${code.slice(0, 2)}`;
  if (isEuropeanUnion(country)) return "EU";
  if (country === "GB" && /^BT\d/.test(code)) return "XI";
  return joined[country] ?? country;
}

/**
 * Whether an invoice goes along: REQUIRED across a customs border; ALLOWED where the papers are wanted of some goods
 * only, from the United States to Puerto Rico and from Great Britain to Northern Ireland; NONE inside a zone. Goods
 * move freely between Northern Ireland and both the Union and, outwards, Great Britain (Windsor Framework).
 */
export function invoiceBetween(from: ZonedPlace, to: ZonedPlace): "NONE" | "ALLOWED" | "REQUIRED" {
  const [origin, destination] = [zoneOf(from), zoneOf(to)];
  if (from.country === "US" && to.country === "PR") return "ALLOWED";
  if (origin === destination) return "NONE";
  if (destination === "XI" && origin === "GB") return "ALLOWED";
  const isNorthern = origin === "XI" || destination === "XI";
  return isNorthern && ["EU", "GB"].includes(origin === "XI" ? destination : origin) ? "NONE" : "REQUIRED";
}
