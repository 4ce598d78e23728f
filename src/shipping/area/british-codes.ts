/** Their districts are of one or two digits, so that E1 6ZE and E16 1ZE cannot be told apart without the blank. */
const british = new Set(["GB", "GG", "JE", "IM"]);

export const isBritish = (country: string) => british.has(country);

const parts = /^([A-Z]{1,2})(?:(\d{1,2})([A-Z]?)(?:[ -](\d[A-Z]{0,2}))?)?$/;

/** Area, district and the rest at the same places in all codes, as much as is written; null: it is none. */
export function britishCode(text: string): string | null {
  const [, area, district, letter = "", rest] = parts.exec(text) ?? [];
  if (area === undefined) return null;
  if (district === undefined) return area.padEnd(2);
  const start = area.padEnd(2) + district.padStart(2, "0");
  return rest === undefined ? start + letter : start + letter.padEnd(1) + rest;
}

/** An area or a district without anything behind it: EC, E1, EC1A; null: it is none, or there is more. */
export function britishDistrict(text: string): string | null {
  return /^[A-Z]{1,2}(\d[A-Z\d]?)?$/.test(text) ? text : null;
}
