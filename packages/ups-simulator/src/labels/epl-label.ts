import type { LabelContent } from "./label-content.js";
import { asciiOf } from "./vector-text.js";

/** EPL2 for a 4 x 6 inch label at 203 dpi: `b` draws the MaxiCode, `B` the 1Z number as Code 128. */
export function eplLabel(content: LabelContent): string {
  const { from, to, weight, piece, serviceName, spacedTrackingNumber, trackingNumber } = content;
  const notes = [...content.options, ...content.references.map((value, index) => `REF ${index + 1}: ${value}`)];
  return [
    "",
    "N",
    "q812",
    "Q1218,24",
    ...from.map((line, index) => text(20, 20 + index * 22, 2, line)),
    text(460, 20, 4, weight),
    text(640, 20, 4, piece),
    text(20, 190, 3, "SHIP TO:"),
    ...to.map((line, index) => text(140, 190 + index * 28, 3, line)),
    "LO0,390,812,3",
    `b20,400,M,m${content.maxiCode.mode},"${eplMaxiCode(content)}"`,
    text(270, 410, 5, content.toPostalCode),
    text(270, 560, 2, "SIMULATED - NOT VALID FOR SHIPPING"),
    "LO0,600,812,8",
    text(20, 620, 4, serviceName),
    text(20, 665, 3, `TRACKING #: ${spacedTrackingNumber}`),
    "LO0,700,812,3",
    `B110,715,0,1,3,3,204,N,"${trackingNumber}"`,
    "LO0,930,812,8",
    text(20, 950, 3, `BILLING: ${content.billing}`),
    ...notes.map((note, index) => text(20, 980 + index * 28, 3, note)),
    "P1",
    "",
  ].join("\n");
}

/** Quotes and backslashes are escaped with a backslash. */
function text(x: number, y: number, font: number, value: string): string {
  return `A${x},${y},0,${font},1,1,N,"${escaped(asciiOf(value).toUpperCase())}"`;
}

const escaped = (value: string) => value.replace(/[\\"]/g, (sign) => `\\${sign}`);

/** Class, country, postal code and message, separated by commas; EPL2 sends the separators of the message raw. */
function eplMaxiCode({ maxiCode }: LabelContent): string {
  const [postalCode, country, serviceClass, ...secondary] = maxiCode.message.split("\x1d");
  return `${serviceClass},${country},${postalCode},${escaped(secondary.join("\x1d"))}`;
}
