import { promisify } from "node:util";
import { deflate } from "node:zlib";
import type { LabelFile } from "../../carrier/shipping.js";

const inchPt = 72;
const pageSize = { width: 4 * inchPt, height: 6 * inchPt };
/** UPS's image is 7 x 4 inches, lying; its first 6 inches are the label, the last holds terms or nothing. */
const imageInches = { long: 7, short: 4, label: 6 };
/** The same label always gives the same bytes. */
const fixedDate = new Date("2000-01-01T00:00:00Z");

/** A page of exactly 4 x 6 inches with UPS's pixels on it, none added, none scaled. Throws when they are no such label. */
export async function renderLabelPdf(original: LabelFile): Promise<Buffer> {
  const { pixels, width, height } = await uprightLabel(original);
  // Loaded with the first PDF: a server that prints none starts without them.
  const { PDFDocument, PDFName } = await import("pdf-lib");
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setProducer("shipping-subgraph");
  document.setCreationDate(fixedDate);
  document.setModificationDate(fixedDate);
  // Pixels as they are: pdf-lib would decode a PNG in JavaScript, for longer than all the rest takes.
  const description = {
    ...{ Type: "XObject", Subtype: "Image", Width: width, Height: height },
    ...{ ColorSpace: "DeviceGray", BitsPerComponent: 8, Filter: "FlateDecode" },
  };
  const image = document.context.register(document.context.stream(await compress(pixels), description));
  const page = document.addPage([pageSize.width, pageSize.height]);
  page.node.setXObject(PDFName.of("Label"), image);
  const content = `q ${pageSize.width} 0 0 ${pageSize.height} 0 0 cm /Label Do Q`;
  page.node.addContentStream(document.context.register(document.context.stream(content)));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

const compress = promisify(deflate);

/** The label turned upright (90 degrees clockwise) and cut to its 6 inches: one byte a pixel, 0 black. */
async function uprightLabel(original: LabelFile): Promise<{ pixels: Buffer; width: number; height: number }> {
  const { default: sharp } = await import("sharp");
  const { width, height, format } = await sharp(original.bytes).metadata();
  const isLabel = (format === "gif" || format === "png") && width * imageInches.short === height * imageInches.long;
  if (!isLabel) throw new Error(`Not a UPS label image of 7 x 4 inches: ${format} ${width} x ${height}`);
  const lying = { left: 0, top: 0, width: (width / imageInches.long) * imageInches.label, height };
  const upright = sharp(original.bytes).extract(lying).rotate(90).flatten({ background: "white" }).toColourspace("b-w");
  const { data: pixels, info } = await upright.raw().toBuffer({ resolveWithObject: true });
  return { pixels, width: info.width, height: info.height };
}
