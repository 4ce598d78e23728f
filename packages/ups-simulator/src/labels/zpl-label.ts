import type { LabelContent } from "./label-content.js";
import { asciiOf } from "./vector-text.js";

/** Dots at 203 dpi: 4 x 6 inches. */
const widthDots = 812;
const heightDots = 1218;

/** ZPL II for a 4 x 6 inch label at 203 dpi: MaxiCode by `^BD`, the 1Z number by `^BC`. */
export function zplLabel(content: LabelContent): string {
  const { from, to, weight, piece, serviceName, spacedTrackingNumber, trackingNumber, maxiCode } = content;
  return [
    "^XA",
    `^PW${widthDots}^LL${heightDots}^LH0,0^CI0`,
    ...from.map((line, index) => text(20, 20 + index * 22, 20, line)),
    text(460, 20, 34, weight),
    text(640, 20, 34, piece),
    text(20, 190, 28, "SHIP TO:"),
    ...to.map((line, index) => text(140, 190 + index * 28, 28, line)),
    line(390, 3),
    // ^FH lets the separators of the MaxiCode message be written in hexadecimal.
    `^FO20,400^BD${maxiCode.mode},1,1^FH_^FD${hexEscaped(zplMaxiCode(content))}^FS`,
    text(270, 410, 50, `${content.toCountry} ${content.toPostalCode}`),
    text(270, 560, 22, "SIMULATED - NOT VALID FOR SHIPPING"),
    line(600, 8),
    text(20, 615, 46, serviceName),
    text(20, 665, 28, `TRACKING #: ${spacedTrackingNumber}`),
    line(700, 3),
    `^FO110,715^BY3^BCN,204,N,N,N,A^FD${trackingNumber}^FS`,
    line(930, 8),
    text(20, 950, 24, `BILLING: ${content.billing}`),
    ...[...content.options, ...references(content)].map((entry, index) => text(20, 980 + index * 28, 24, entry)),
    "^PQ1,0,1,Y",
    "^XZ",
    "",
  ].join("\n");
}

function references({ references: values, description }: LabelContent): string[] {
  const printed = values.map((reference, index) => `REF ${index + 1}: ${reference}`);
  return description ? [`DESC: ${description}`, ...printed] : printed;
}

function text(x: number, y: number, size: number, value: string): string {
  return `^FO${x},${y}^A0N,${size},${size}^FH_^FD${hexEscaped(asciiOf(value))}^FS`;
}

function line(y: number, thickness: number): string {
  return `^FO0,${y}^GB${widthDots},${thickness},${thickness}^FS`;
}

/** `^BD` wants class, country and postal code without separators in front of the secondary message. */
function zplMaxiCode({ maxiCode }: LabelContent): string {
  const [postalCode, country, serviceClass, ...secondary] = maxiCode.message.split("\x1d");
  return `${serviceClass}${country}${postalCode}${secondary.join("\x1d")}`;
}

/** Control characters and ZPL's own signs as `_HH`. */
function hexEscaped(value: string): string {
  return [...value].map((sign) => (sign < " " || "^~_".includes(sign) ? hexOf(sign) : sign)).join("");
}

const hexOf = (sign: string) => `_${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
