import { degrees, PDFDocument } from "pdf-lib";
import { imageHeight, imageWidth } from "./label-artwork.js";

const pageWidth = 288;
const pageHeight = 432;
/** Points per dot at 200 dots per inch. */
const scale = 72 / 200;

/** One PDF with a 4 x 6 inch page for each 1400 x 800 PNG label; the blank columns fall off the page. */
export async function pdfOfLabels(images: Buffer[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  for (const bytes of images) {
    const image = await document.embedPng(bytes);
    const page = document.addPage([pageWidth, pageHeight]);
    const size = { width: imageWidth * scale, height: imageHeight * scale };
    // Turned clockwise about its lower left corner, which then stands at the upper left of the page.
    page.drawImage(image, { x: 0, y: pageHeight, ...size, rotate: degrees(-90) });
  }
  return Buffer.from(await document.save());
}
