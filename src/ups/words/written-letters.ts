import anyAscii from "any-ascii";
import type { LabelLetters } from "../../carrier/shipment-options.js";
import type { CharacterSet } from "./character-sets.js";

/** A text as it is printed. */
export interface WrittenText {
  text: string;
  /** What became of its letters at worst: ALIKE are other forms of the same sign, such as a typographic quote. */
  change: Change;
  /** Letters that nothing is printed for, each once; the text still has them. */
  unprintable: string[];
}

const changes = ["NONE", "ALIKE", "WITHOUT_ACCENTS", "TRANSLITERATED"] as const;
export type Change = (typeof changes)[number];

export const worst = (found: Change[]): Change => changes.findLast((change) => found.includes(change)) ?? "NONE";

/** What is seen nowhere: joiners, marks of direction, variants of emoji. Control characters are refused elsewhere. */
const invisible = /\p{Cf}|\p{Variation_Selector}/gu;

/** The text as it is seen: accents with their letters, without what is invisible. */
export function seen(text: string): string {
  return text
    .normalize("NFC")
    .replace(invisible, "")
    .replace(/\p{Zs}/gu, " ");
}

/** The text in what the set prints; what else may be done to its letters says `letters`. */
export function write(text: string, set: CharacterSet, letters: LabelLetters): WrittenText {
  const written = [...seen(text)].map((letter) => ({ letter, ...writeLetter(letter, set, letters) }));
  const unprintable = written.filter(({ as }) => as === null).map(({ letter }) => letter);
  const found = written.map(({ change }) => change);
  const joined = written.map(({ as, letter }) => as ?? letter).join("");
  const isChanged = found.some((change) => change !== "NONE");
  return {
    // What an emoji leaves between words is one blank.
    text: isChanged ? joined.replace(/ {2,}/g, " ").trim() : joined,
    change: worst(found),
    unprintable: [...new Set(unprintable)],
  };
}

function writeLetter(letter: string, set: CharacterSet, letters: LabelLetters): { as: string | null; change: Change } {
  const isPrinted = (sign: string) => sign <= "\x7f" || set.has(sign);
  if (isPrinted(letter)) return { as: letter, change: "NONE" };
  const alike = otherForms[letter] ?? letter.normalize("NFKC");
  if (alike !== letter && [...alike].every(isPrinted)) return { as: alike, change: "ALIKE" };
  if (letters !== "AS_WRITTEN" && /[\p{Script=Latin}\p{M}]/u.test(letter)) {
    return { as: withoutAccent(letter), change: "WITHOUT_ACCENTS" };
  }
  const latin = letters === "TRANSLITERATE" ? inLatin(letter) : null;
  return { as: latin, change: latin === null ? "NONE" : "TRANSLITERATED" };
}

/** The letter under the accent where the set prints it; `ẞ` has none. */
function withoutAccent(letter: string): string {
  return anyAscii(letter.normalize("NFD").replace(/\p{M}/gu, ""));
}

const picture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;

/** Null: nobody knows how. A picture says nothing that a label needs. */
function inLatin(letter: string): string | null {
  if (picture.test(letter)) return "";
  // The library leaves out what only lengthens another letter, and the Arabic alef, which is one.
  if (letter === "ا") return "a";
  return anyAscii(letter) || (/[\p{Lm}\p{M}]/u.test(letter) ? "" : null);
}

/** The same sign for a reader; NFKC knows the wide, small and joined ones. */
const otherForms: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."‘’‚‛ʼʹ′`´"].map((sign) => [sign, "'"])),
  ...Object.fromEntries([..."“”„‟″"].map((sign) => [sign, '"'])),
  ...Object.fromEntries([..."‐‑‒–—―−"].map((sign) => [sign, "-"])),
  ...{ "‹": "<", "›": ">", "⁄": "/", "•": "*", "、": ",", "。": ".", "€": "EUR" },
  // Romanian with the cedilla that Latin-2 has, and most fonts draw as a comma.
  ...{ ș: "ş", Ș: "Ş", ț: "ţ", Ț: "Ţ" },
};
