import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Address, CarrierMessage, FieldProblem } from "../../carrier/values.js";
import { declarationToSend } from "../customs/declaration.js";
import { type CharacterSet, cyrillic, latin1, latinSets } from "../words/character-sets.js";
import { isCrossBorder, laneOf } from "../words/lanes.js";
import { type Path, problem } from "../words/problems.js";
import { seen, type WrittenText, worst, write } from "../words/written-letters.js";
import { type Rewrite, rewriteAddress, rewriteInvoiceTexts, rewriteLabelTexts } from "./printed-texts.js";

/** A shipment in the letters that UPS prints. */
export interface PrintableShipment {
  details: ShipmentDetails;
  /** As UPS is told who ships; null: nobody was given. */
  shipper: Address | null;
  /** UPS's code of the set that the label is printed with; null: ASCII is enough. */
  characterSet: string | null;
  setName: CharacterSet["name"];
  /** The texts that are not as they were given, and those that cannot be printed. */
  written: (WrittenText & { path: Path; isEmptied: boolean })[];
}

/**
 * The label in one of UPS's character sets, that which leaves the fewest letters to be rewritten; invoices, of which no
 * set is known, in Latin-1. Cyrillic is printed inside one country only: abroad nobody may be able to read it.
 */
export function printable(details: ShipmentDetails, shipper: Address | null = null): PrintableShipment {
  const letters = details.options.letters ?? "WITHOUT_ACCENTS";
  const invoiced = declarationToSend(details);
  const set = bestSet(details, shipper, invoiced !== null);
  const written: PrintableShipment["written"] = [];
  const rewriter =
    (chosen: CharacterSet, isOurs = false): Rewrite =>
    (text, path) => {
      // What UPS or the account says of itself is nobody's to put right at a purchase.
      const own = isOurs || path[0] === "accessPoint" ? "TRANSLITERATE" : letters;
      const result = write(text, chosen, own);
      const isEmptied = text.trim() !== "" && result.text.trim() === "";
      const isTold = result.change !== "NONE" || result.unprintable.length > 0 || isEmptied;
      if (isTold) written.push({ ...result, path, isEmptied });
      return result.text;
    };
  const onLabel = rewriteLabelTexts(details, rewriter(set));
  const customs = invoiced && details.customs && rewriteInvoiceTexts(details.customs, rewriter(latin1));
  const printed = { ...onLabel, ...(customs && { customs }) };
  const ownShipper = shipper && rewriteAddress(shipper, rewriter(set, true), ["shipper"]);
  const { from, to } = laneOf(details);
  const characterSet = isAscii(printed, ownShipper) ? null : set.codeFor([to, from]);
  return { details: printed, shipper: ownShipper, characterSet, setName: set.name, written };
}

function bestSet(details: ShipmentDetails, shipper: Address | null, isInvoiced: boolean): CharacterSet {
  const letters = lettersOnLabel(details, shipper);
  const isAtHome = !isCrossBorder(laneOf(details));
  const isCyrillicRead = isAtHome && !isInvoiced && details.options.letters !== "TRANSLITERATE";
  const sets = isCyrillicRead ? [...latinSets, cyrillic] : latinSets;
  const lost = (set: CharacterSet) => write(letters, set, "AS_WRITTEN").unprintable.length;
  return sets.reduce((best, set) => (lost(set) < lost(best) ? set : best));
}

function lettersOnLabel(details: ShipmentDetails, shipper: Address | null): string {
  const texts: string[] = [];
  const note: Rewrite = (text) => {
    texts.push(seen(text));
    return text;
  };
  rewriteLabelTexts(details, note);
  if (shipper) rewriteAddress(shipper, note, ["shipper"]);
  return [...new Set(texts.join(""))].join("");
}

function isAscii(details: ShipmentDetails, shipper: Address | null): boolean {
  return [...lettersOnLabel(details, shipper)].every((letter) => letter <= "\x7f");
}

const mostLetters = 8;

/** What would be printed as question marks, or not at all, by the field and its letters. */
export function letterProblems({ written, details }: PrintableShipment): FieldProblem[] {
  return written.flatMap(({ path, unprintable, isEmptied }) => {
    // What is packed is named by its items, which the invoice's lines are made of.
    if (path[2] === "description" && details.customs?.isDerived && declarationToSend(details)) return [];
    if (isEmptied) return [problem("INVALID", path, "UPS prints nothing of it: write it in Latin letters")];
    if (unprintable.length === 0) return [];
    const named = unprintable.slice(0, mostLetters).map((letter) => `"${letter}"`);
    const more = unprintable.length > mostLetters ? " and others" : "";
    const how = "write it in Latin letters, or set options.letters to TRANSLITERATE";
    return [problem("INVALID", path, `UPS prints no ${named.join(", ")}${more}: ${how}`)];
  });
}

/** What is printed otherwise than it was written, and with which of UPS's sets. */
export function letterNotices({ written, characterSet, setName }: PrintableShipment): CarrierMessage[] {
  const changed = written.filter(({ change }) => change !== "NONE");
  const isOther = characterSet !== null && setName !== "Latin-1";
  return [...(changed.length > 0 ? [replaced(changed)] : []), ...(isOther ? [withSet(characterSet, setName)] : [])];
}

function replaced(changed: PrintableShipment["written"]): CarrierMessage {
  const isForeign = worst(changed.map(({ change }) => change)) === "TRANSLITERATED";
  const texts = changed.map(({ path, text }) => `${path.join(".")}: "${text}"`);
  return {
    code: "LETTERS_REPLACED",
    severity: isForeign ? "WARNING" : "INFO",
    text: `UPS does not print all letters as they were written. It was told ${texts.join("; ")}.`,
  };
}

function withSet(characterSet: string, setName: string): CarrierMessage {
  const text = `The label is printed with UPS's character set ${setName} (${characterSet}); look at its address before it goes.`;
  return { code: "LETTERS_CHARACTER_SET", severity: "INFO", text };
}
