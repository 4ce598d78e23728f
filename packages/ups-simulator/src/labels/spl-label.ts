import type { LabelContent } from "./label-content.js";
import { asciiOf } from "./vector-text.js";

const esc = "\x1b";
const initialise = `${esc}@`;
const emphasisOn = `${esc}E`;
const emphasisOff = `${esc}F`;
/** Star line mode, Code 128 (6), one line feed without text under it (1), 3-dot modules (3), 160 dots high. */
const barcodeStart = `${esc}b\x36\x31\x33\xa0`;
const barcodeEnd = "\x1e";
const feedAndCut = `${esc}d\x02`;

/**
 * SPL for Star printers, in Star's line mode: lines of text and one Code 128. Line mode knows no MaxiCode
 * and no free placement, so this label is a column of lines. Bytes are Latin-1.
 */
export function splLabel(content: LabelContent): string {
  const rule = "-".repeat(48);
  const notes = [...content.options, ...content.references.map((value, index) => `REF ${index + 1}: ${value}`)];
  const lines = [
    ...content.from,
    `${content.weight}   ${content.piece}`,
    rule,
    "SHIP TO:",
    ...content.to.map((line) => `${emphasisOn}${asciiOf(line)}${emphasisOff}`),
    rule,
    `${emphasisOn}${content.serviceName}${emphasisOff}`,
    `TRACKING #: ${content.spacedTrackingNumber}`,
    `${barcodeStart}${content.trackingNumber}${barcodeEnd}`,
    rule,
    `BILLING: ${content.billing}`,
    ...notes.map(asciiOf),
    "SIMULATED - NOT VALID FOR SHIPPING",
  ];
  return `${initialise}${lines.join("\r\n")}\r\n${feedAndCut}`;
}
