import { promisify } from "node:util";
import { deflate } from "node:zlib";
import type { LabelFile, LabelPage } from "../../carrier/shipping.js";
import { type LabelLayout, labelInches, labelLength, layoutOf } from "./label-layout.js";
import { openPicture } from "./label-picture.js";

const inchPt = 72;
/** The same label always gives the same bytes. */
const fixedDate = new Date("2000-01-01T00:00:00Z");

/** The label upright, one byte a pixel, 0 black, and the paper it is put on. */
interface UprightLabel {
  pixels: Buffer;
  width: number;
  height: number;
  /** In inches; null: of unknown scale, fitted to the usual label. */
  lengthInches: number | null;
  dpi: number | null;
}

/**
 * A page as large as the label, 4 x 6 inches but for longer ones, with UPS's pixels on it, none added, none scaled. Of a
 * picture of no proportion of UPS's the scale is unknown: it is fitted, undistorted. Throws when it is no label's picture, or
 * one of more dots than any label has.
 */
export async function renderLabelPdf(original: LabelFile): Promise<LabelPage> {
  const label = await uprightLabel(original);
  const heightInches = label.lengthInches ?? labelInches.length;
  const page = { width: labelInches.width * inchPt, height: heightInches * inchPt };
  const bytes = await pdfOf(label, page);
  const size = { widthInches: labelInches.width, heightInches, dpi: label.dpi };
  return { bytes, size, isTrueSize: label.lengthInches !== null };
}

async function pdfOf({ pixels, width, height }: UprightLabel, page: { width: number; height: number }) {
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
  const sheet = document.addPage([page.width, page.height]);
  sheet.node.setXObject(PDFName.of("Label"), image);
  const content = `q ${placed(page, width / height)} cm /Label Do Q`;
  sheet.node.addContentStream(document.context.register(document.context.stream(content)));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

const compress = promisify(deflate);

/** As large as the page lets it, at its top left: to the dot where it has the page's proportions. */
function placed(page: { width: number; height: number }, proportion: number): string {
  const isPages = Math.abs(proportion - page.width / page.height) < 0.01;
  const width = isPages ? page.width : Math.min(page.width, page.height * proportion);
  const height = isPages ? page.height : width / proportion;
  return `${width} 0 0 ${height} 0 ${page.height - height}`;
}

const pictures = new Set<string | undefined>(["gif", "png", "jpeg"]);

async function uprightLabel({ bytes }: LabelFile): Promise<UprightLabel> {
  const picture = await openPicture(bytes);
  const { width, height, format } = await picture.metadata();
  const layout = pictures.has(format) ? layoutOf(width, height) : null;
  if (layout === null) throw new Error(`Not the picture of a label: ${format} ${width} x ${height}`);
  const turned = picture
    .rotate(layout.isLying ? 90 : 0)
    .flatten({ background: "white" })
    .toColourspace("b-w");
  const { data, info } = await turned.raw().toBuffer({ resolveWithObject: true });
  const lengthInches = labelLength(layout, isBlankBelow(data, info, layout));
  const rows = rowsOf(info.height, layout.lengthInches, lengthInches);
  return {
    pixels: data.subarray(0, rows * info.width),
    width: info.width,
    height: rows,
    lengthInches,
    dpi: layout.dpi,
  };
}

function rowsOf(height: number, pictureInches: number | null, lengthInches: number | null): number {
  return pictureInches === null || lengthInches === null ? height : Math.round((height * lengthInches) / pictureInches);
}

/** Whether nothing is printed beyond the usual length of a label. */
function isBlankBelow(
  pixels: Buffer,
  { width, height }: { width: number; height: number },
  { lengthInches }: LabelLayout,
): boolean {
  if (lengthInches === null) return false;
  return pixels.subarray(rowsOf(height, lengthInches, labelInches.length) * width).every((pixel) => pixel > 250);
}
