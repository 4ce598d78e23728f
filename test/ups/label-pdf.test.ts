import { BinaryBitmap, Code128Reader, DecodeHintType, HybridBinarizer, RGBLuminanceSource } from "@zxing/library";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import type { LabelFile } from "../../src/carrier/shipping.js";
import { renderLabelPdf } from "../../src/ups/shipping/label-pdf.js";
import { anAccount, aShipRequest } from "./builders.js";
import { type Pixels, renderPage } from "./render-page.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

let ups: SimulatedUps;
let label: LabelFile;
let trackingNumber: string;
beforeAll(async () => {
  ups = await startSimulatedUps();
  const request = aShipRequest({ labelFormat: "PDF", carrierReference: "P0000000000001" });
  const outcome = await ups.adapter.ship(anAccount(), request, { purchaseId: null });
  if (outcome.kind !== "ANSWERED") throw new Error(outcome.kind);
  const [pkg] = outcome.value.packages;
  if (!pkg?.label) throw new Error("no label");
  trackingNumber = pkg.trackingNumber;
  label = pkg.label;
});
afterAll(() => ups.close());

const gif = (bytes: Buffer): LabelFile => ({ format: "GIF", contentType: "image/gif", bytes });

function decodeCode128({ luminance, width, height }: Pixels): string {
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(luminance, width, height)));
  return new Code128Reader().decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]])).getText();
}

it("makes one page of exactly 4 by 6 inches", async () => {
  const document = await PDFDocument.load(await renderLabelPdf(label));
  expect(document.getPageCount()).toBe(1);
  expect(document.getPage(0).getMediaBox()).toEqual({ x: 0, y: 0, width: 288, height: 432 });
});

it.each([200, 203, 300])("prints the tracking number as a barcode that reads at %i dpi", async (dpi) => {
  const paper = await renderPage(await renderLabelPdf(label), dpi);
  expect([paper.width, paper.height]).toEqual([4 * dpi, 6 * dpi]);
  expect(decodeCode128(paper)).toBe(trackingNumber);
});

it("keeps UPS's pixels, turned clockwise and cut to the label", async () => {
  const paper = await renderPage(await renderLabelPdf(label), 200);
  const original = await sharp(label.bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { data, info } = original;
  const channels = data.length / (info.width * info.height);
  // The dot (column, row) of the page is the pixel (row, 799 - column) of the image lying on its side.
  const differing = paper.luminance.reduce((count, dot, index) => {
    const column = index % 800;
    const row = Math.floor(index / 800);
    return count + (data[((799 - column) * info.width + row) * channels] === dot ? 0 : 1);
  }, 0);
  expect(differing).toBe(0);
});

it("gives the same bytes for the same label", async () => {
  const [first, second] = await Promise.all([renderLabelPdf(label), renderLabelPdf(label)]);
  expect(first.equals(second)).toBe(true);
});

it.each([
  [2800, 1600],
  [700, 400],
])("takes an image of %i x %i, which has UPS's proportions", async (width, height) => {
  const resized = await sharp(label.bytes).resize(width, height, { kernel: "nearest" }).gif().toBuffer();
  const document = await PDFDocument.load(await renderLabelPdf(gif(resized)));
  expect(document.getPage(0).getSize()).toEqual({ width: 288, height: 432 });
});

it.each([
  [1200, 800],
  [800, 1400],
  [1400, 801],
])("refuses an image of %i x %i", async (width, height) => {
  const resized = await sharp(label.bytes).resize(width, height, { fit: "fill" }).gif().toBuffer();
  await expect(renderLabelPdf(gif(resized))).rejects.toThrow("Not a UPS label image");
});

it("refuses bytes that are no image", async () => {
  await expect(renderLabelPdf(gif(Buffer.from("^XA^XZ")))).rejects.toThrow();
});
