/**
 * Places that UPS keeps apart although the post or the state counts them as part of a larger country. UPS's list of
 * countries and territories names each with a code of its own (IC, XC and XL are seen in integrations of Magento and
 * Odoo, where the larger country's code was refused with 128400); the others are believed to be refused alike.
 */
export interface Territory {
  code: string;
  /** The country that it is often written under. */
  under: string;
  /** Postal codes, in capitals and without blanks. */
  postal: RegExp;
}

function territory(code: string, under: string, postal: RegExp): Territory {
  return { code, under, postal };
}

const territories: readonly Territory[] = [
  territory("VI", "US", /^008/),
  territory("GU", "US", /^969([12]\d|3[0-2])/),
  territory("PW", "US", /^96940/),
  territory("FM", "US", /^9694[1-4]/),
  territory("MP", "US", /^9695[0-2]/),
  territory("MH", "US", /^969[67]0/),
  territory("AS", "US", /^96799/),
  territory("IC", "ES", /^(35|38)\d{3}$/),
  territory("XC", "ES", /^51\d{3}$/),
  territory("XL", "ES", /^52\d{3}$/),
  territory("GG", "GB", /^GY\d/),
  territory("JE", "GB", /^JE\d/),
  territory("IM", "GB", /^IM\d/),
  territory("AX", "FI", /^22\d{3}$/),
  territory("MC", "FR", /^980\d{2}$/),
  territory("BL", "FR", /^(97133|977\d{2})$/),
  territory("MF", "FR", /^(97150|978\d{2})$/),
  territory("GP", "FR", /^971\d{2}$/),
  territory("MQ", "FR", /^972\d{2}$/),
  territory("GF", "FR", /^973\d{2}$/),
  territory("RE", "FR", /^974\d{2}$/),
  territory("PM", "FR", /^975\d{2}$/),
  territory("YT", "FR", /^976\d{2}$/),
  territory("WF", "FR", /^986\d{2}$/),
  territory("PF", "FR", /^987\d{2}$/),
  territory("NC", "FR", /^988\d{2}$/),
  territory("SM", "IT", /^4789\d$/),
  territory("VA", "IT", /^00120$/),
  territory("LI", "CH", /^94(8[5-9]|9[0-8])$/),
  territory("GL", "DK", /^39\d{2}$/),
  territory("FO", "DK", /^\d{3}$/),
];

const plain = (postalCode: string) => postalCode.toUpperCase().replace(/\s/g, "");

/** The territory that a postal code belongs to, of a country that it is not in; null: it fits the country. */
export function strayTerritory(country: string, postalCode: string): Territory | null {
  const code = plain(postalCode);
  return territories.find(({ under, postal }) => under === country && postal.test(code)) ?? null;
}

/** What the United States write as states, and UPS as countries. */
const territoriesAsStates = new Set("VI GU AS MP FM MH PW UM".split(" "));
const militaryStates = new Set("AE AP AA".split(" "));
/** Of the armed forces in Europe, in the Americas and in the Pacific (USPS). Those of Britain have BF1. */
const militaryZips = /^(09[0-8]|340|96[2-6])/;

/** Whether Rate and Ship know the state: armed forces and territories are none. */
export function isKnownState(country: string, state: string): boolean {
  return country !== "US" || !(territoriesAsStates.has(state.toUpperCase()) || militaryStates.has(state.toUpperCase()));
}

export function isMilitaryZip(country: string, postalCode: string): boolean {
  if (country === "GB") return /^BF1/.test(plain(postalCode));
  return country === "US" && militaryZips.test(postalCode);
}
