import type { LabelFile } from "../carrier/shipping.js";

const INCH_PT = 72;
const PAGE = { width: 4 * INCH_PT, height: 6 * INCH_PT };
/** UPS's image is 7 x 4 inches, lying; its first 6 inches are the label, the last holds terms or nothing. */
const IMAGE_INCHES = { long: 7, short: 4, label: 6 };
/** The same label always gives the same bytes. */
const FIXED_DATE = new Date("2000-01-01T00:00:00Z");

/** A page of exactly 4 x 6 inches with UPS's pixels on it, none added, none scaled. Throws when they are no such label. */
export async function renderLabelPdf(original: LabelFile): Promise<Buffer> {
  const png = await uprightLabel(original);
  // Loaded with the first PDF: a server that prints none starts without them.
  const { PDFDocument } = await import("pdf-lib");
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setProducer("shipping-subgraph");
  document.setCreationDate(FIXED_DATE);
  document.setModificationDate(FIXED_DATE);
  const image = await document.embedPng(png);
  document.addPage([PAGE.width, PAGE.height]).drawImage(image, { x: 0, y: 0, ...PAGE });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** The label turned upright (90 degrees clockwise) and cut to its 6 inches, as a lossless image. */
async function uprightLabel(original: LabelFile): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const { width, height, format } = await sharp(original.bytes).metadata();
  const isLabel = (format === "gif" || format === "png") && width * IMAGE_INCHES.short === height * IMAGE_INCHES.long;
  if (!isLabel) throw new Error(`Not a UPS label image of 7 x 4 inches: ${format} ${width} x ${height}`);
  const labelWidth = (width / IMAGE_INCHES.long) * IMAGE_INCHES.label;
  const label = await sharp(original.bytes).extract({ left: 0, top: 0, width: labelWidth, height }).png().toBuffer();
  return sharp(label).rotate(90).flatten({ background: "white" }).png({ compressionLevel: 9 }).toBuffer();
}
