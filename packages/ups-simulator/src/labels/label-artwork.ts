import type { LabelContent } from "./label-content.js";
import { code128, code128Modules, maxiCode } from "./symbols.js";
import { textPath, textWidth } from "./vector-text.js";

/** UPS's image: landscape, 200 dots per inch. Its first 1200 columns are the 4 x 6 inch label, the rest is blank. */
export const imageWidth = 1400;
export const imageHeight = 800;
const labelWidth = 800;
const margin = 24;
/** Dots per Code 128 module, and the blank modules that a reader needs before and after. */
const moduleDots = 3;
const quietModules = 10;
/** A MaxiCode is 1.1 inches wide by its standard. */
const maxicodeDots = 222;

/**
 * The label as an SVG of UPS's 1400 x 800 image. It is drawn upright on 800 x 1200 and turned a quarter
 * counter-clockwise, so that text runs bottom to top; turning the image clockwise gives the label back.
 */
export function labelArtwork(content: LabelContent): string {
  const upright = [addresses(content), routing(content), service(content), barcode(content), footer(content)];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${imageWidth}" height="${imageHeight}" shape-rendering="crispEdges">` +
    `<rect width="${imageWidth}" height="${imageHeight}" fill="#fff"/>` +
    `<g transform="matrix(0 -1 1 0 0 ${labelWidth})">${upright.join("")}</g></svg>`
  );
}

function rule(y: number, thickness: number): string {
  return `<rect x="0" y="${y}" width="${labelWidth}" height="${thickness}"/>`;
}

/** One line, made smaller until it fits. */
function fitted(text: string, x: number, y: number, size: number, room: number, weight = 0): string {
  const width = textWidth(text, size);
  return textPath(text, x, y, width > room ? (size * room) / width : size, weight);
}

function addresses({ from, to, weight, piece, shipmentNumber, bookedOn }: LabelContent): string {
  const sender = from.slice(0, 7).map((line, index) => fitted(line, margin, 36 + index * 20, 19, 400));
  const recipient = to.slice(0, 7).map((line, index) => {
    const isPlace = index >= to.length - 2;
    return fitted(line, 110, 196 + index * 28, isPlace ? 29 : 24, 660, isPlace ? 1.2 : 0.4);
  });
  return [
    ...sender,
    textPath(weight, 450, 44, 32, 1),
    textPath(piece, 650, 44, 28, 0.8),
    textPath(`SHP#: ${shipmentNumber}`, 450, 80, 18),
    textPath(`DATE: ${bookedOn}`, 450, 104, 18),
    textPath("SHIP", margin, 196, 26, 1),
    textPath("TO:", margin, 224, 26, 1),
    ...recipient,
    rule(372, 3),
  ].join("");
}

/** MaxiCode on the left, postal code in clear text and, inside the United States, as a barcode on the right. */
function routing({ maxiCode: message, toPostalCode, toCountry }: LabelContent): string {
  const parts = [maxiCode(message, 20, 380, maxicodeDots), `<rect x="258" y="372" width="3" height="222"/>`];
  parts.push(fitted(`${toCountry} ${toPostalCode}`, 284, 430, 46, 500, 2));
  const digits = toPostalCode.replace(/\D/g, "");
  if (toCountry === "US") parts.push(code128(`420${digits}`, 320, 452, moduleDots, 70).svg);
  parts.push(fitted("SIMULATED - NOT VALID FOR SHIPPING", 284, 568, 24, 500, 0.8), rule(594, 8));
  return parts.join("");
}

function service({ serviceName, serviceMark, spacedTrackingNumber }: LabelContent): string {
  return [
    fitted(serviceName, margin, 642, 44, 600, 2.2),
    textPath(`TRACKING #: ${spacedTrackingNumber}`, margin, 674, 25, 0.6),
    textPath(serviceMark, labelWidth - margin - textWidth(serviceMark, 84), 672, 84, 3),
    rule(684, 3),
  ].join("");
}

function barcode({ trackingNumber }: LabelContent): string {
  const width = (code128Modules(trackingNumber) + 2 * quietModules) * moduleDots;
  const left = Math.round((labelWidth - width) / 2) + quietModules * moduleDots;
  return code128(trackingNumber, left, 702, moduleDots, 204).svg + rule(920, 8);
}

function footer({ billing, description, options, references }: LabelContent): string {
  const lines = [
    `BILLING: ${billing}`,
    ...(description ? [`DESC: ${description}`] : []),
    ...options,
    ...references.slice(0, 5).map((reference, index) => `REF ${index + 1}: ${reference}`),
  ];
  const printed = lines.map((line, index) => fitted(line.toUpperCase(), margin, 958 + index * 26, 22, 750, 0.3));
  return [...printed, textPath("UPS SIMULATOR 4X6 200 DPI", margin, 1186, 15)].join("");
}
