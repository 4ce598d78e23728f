import type { LabelContent } from "./label-content.js";
import { asciiOf } from "./vector-text.js";

const ESC = "\x1b";
const INITIALISE = `${ESC}@`;
const EMPHASIS_ON = `${ESC}E`;
const EMPHASIS_OFF = `${ESC}F`;
/** Star line mode, Code 128 (6), one line feed without text under it (1), 3-dot modules (3), 160 dots high. */
const BARCODE_START = `${ESC}b\x36\x31\x33\xa0`;
const BARCODE_END = "\x1e";
const FEED_AND_CUT = `${ESC}d\x02`;

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
    ...content.to.map((line) => `${EMPHASIS_ON}${asciiOf(line)}${EMPHASIS_OFF}`),
    rule,
    `${EMPHASIS_ON}${content.serviceName}${EMPHASIS_OFF}`,
    `TRACKING #: ${content.spacedTrackingNumber}`,
    `${BARCODE_START}${content.trackingNumber}${BARCODE_END}`,
    rule,
    `BILLING: ${content.billing}`,
    ...notes.map(asciiOf),
    "SIMULATED - NOT VALID FOR SHIPPING",
  ];
  return `${INITIALISE}${lines.join("\r\n")}\r\n${FEED_AND_CUT}`;
}
