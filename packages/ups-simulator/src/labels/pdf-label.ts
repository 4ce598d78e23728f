import { degrees, PDFDocument } from "pdf-lib";
import { IMAGE_HEIGHT, IMAGE_WIDTH } from "./label-artwork.js";

const PAGE_WIDTH = 288;
const PAGE_HEIGHT = 432;
/** Points per dot at 200 dots per inch. */
const SCALE = 72 / 200;

/** One PDF with a 4 x 6 inch page for each 1400 x 800 PNG label; the blank columns fall off the page. */
export async function pdfOfLabels(images: Buffer[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  for (const bytes of images) {
    const image = await document.embedPng(bytes);
    const page = document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
    const size = { width: IMAGE_WIDTH * SCALE, height: IMAGE_HEIGHT * SCALE };
    // Turned clockwise about its lower left corner, which then stands at the upper left of the page.
    page.drawImage(image, { x: 0, y: PAGE_HEIGHT, ...size, rotate: degrees(-90) });
  }
  return Buffer.from(await document.save());
}
