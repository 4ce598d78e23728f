const eu = new Set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));

/** The European Union as one area of customs and VAT. */
export const unionArea = "EU";

/** Countries that are one area with a larger one, if they are written as countries; see the tables of territories. */
const joined: Readonly<Record<string, string>> = { MC: "EU", IM: "GB", LI: "CH", PR: "US" };

export function isEuropeanUnion(country: string): boolean {
  return eu.has(country);
}

/** `country`: UPS's code. */
export function areaOfCountry(country: string): string {
  return eu.has(country) ? unionArea : (joined[country] ?? country);
}

/**
 * Whether papers go along. OPTIONAL: they are taken, and wanted of some goods or recipients only, so that nothing is
 * asked for.
 */
export type CustomsBorder = "NONE" | "OPTIONAL" | "REQUIRED";

/** Between two places that UPS knows by these countries and that lie in these areas. */
export function customsBorder(
  from: { country: string; area: string },
  to: { country: string; area: string },
): CustomsBorder {
  if (from.country === "US" && to.country === "PR") return "OPTIONAL";
  if (from.area === to.area) return "NONE";
  if (to.area === "XI") return toNorthernIreland(from.area);
  if (from.area === "XI") return to.area === "EU" || to.area === "GB" ? "NONE" : "REQUIRED";
  return "REQUIRED";
}

/** Windsor Framework: as inside the Union for goods; from Great Britain what a business gets is declared. */
function toNorthernIreland(area: string): CustomsBorder {
  if (area === "EU") return "NONE";
  return area === "GB" ? "OPTIONAL" : "REQUIRED";
}
