import anyAscii from "any-ascii";
import { Refusal } from "../answer.js";
import { textAt } from "../request/json-reading.js";

/**
 * What `LabelSpecification.CharacterSet` may say, and the ISO 8859 set that UPS names beside it (Shipping.yaml). Bulgarian,
 * Greek and the Baltic languages stand under Latin-2 there, which has not their letters: taken at its word.
 */
const setOfLanguage: Readonly<Record<string, string>> = {
  ...Object.fromEntries("dan nld fin fra deu itl nor por spa swe eng".split(" ").map((code) => [code, "iso-8859-1"])),
  ...Object.fromEntries("pol ces hun slk ron bul est ell lav lit".split(" ").map((code) => [code, "iso-8859-2"])),
  ...{ rus: "iso-8859-5", tur: "iso-8859-9" },
};

const english = "eng";

/** The language that a Ship request names for its labels; null: none, which is English. */
export function readCharacterSet(body: unknown): string | null {
  const code = textAt(body, "ShipmentRequest.LabelSpecification.CharacterSet");
  if (code === "") return null;
  if (!setOfLanguage[code]) throw new Refusal("20008", `Field CharacterSet contains invalid data ${code}.`);
  return code;
}

const repertoires = new Map<string, ReadonlySet<string>>();

/** The upper half of a set. WHATWG's decoder knows windows-1252 for Latin-1: alike from A0 on. */
function repertoireOf(set: string): ReadonlySet<string> {
  const decoded = repertoires.get(set);
  if (decoded) return decoded;
  const upperHalf = Uint8Array.from({ length: 0x60 }, (_, index) => 0xa0 + index);
  const repertoire = new Set(new TextDecoder(set).decode(upperHalf));
  repertoires.set(set, repertoire);
  return repertoire;
}

/**
 * What UPS prints of a text: a question mark for each letter that the label's set has not. Without a language only the
 * letters of Latin-1 print, and neither its signs nor the Polish letters do: seen on real labels ("N?15", "?WINOUJ?CIE").
 */
export function printed(text: string, language: string | null): string {
  const repertoire = repertoireOf(setOfLanguage[language ?? english] ?? "iso-8859-1");
  const isPlain = language === null || language === english;
  const prints = (sign: string) =>
    /[ -~]/.test(sign) || (repertoire.has(sign) && (!isPlain || /\p{L}/u.test(sign.replace(/[ªº]/, ""))));
  return [...text.normalize("NFC")].map((sign) => (prints(sign) ? inAscii(sign) : "?")).join("");
}

/** The simulator's own fonts know ASCII only: what prints at UPS is drawn by the nearest letters. */
const inAscii = (sign: string) => anyAscii(sign) || "?";
