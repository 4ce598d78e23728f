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

const pageOf = async (file: LabelFile) => (await renderLabelPdf(file)).bytes;

function decodeCode128({ luminance, width, height }: Pixels): string {
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(luminance, width, height)));
  return new Code128Reader().decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]])).getText();
}

it("makes one page of exactly 4 by 6 inches", async () => {
  const document = await PDFDocument.load(await pageOf(label));
  expect(document.getPageCount()).toBe(1);
  expect(document.getPage(0).getMediaBox()).toEqual({ x: 0, y: 0, width: 288, height: 432 });
});

it.each([200, 203, 300])("prints the tracking number as a barcode that reads at %i dpi", async (dpi) => {
  const paper = await renderPage(await pageOf(label), dpi);
  expect([paper.width, paper.height]).toEqual([4 * dpi, 6 * dpi]);
  expect(decodeCode128(paper)).toBe(trackingNumber);
});

it("keeps UPS's pixels, turned clockwise and cut to the label", async () => {
  const paper = await renderPage(await pageOf(label), 200);
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
  const [first, second] = await Promise.all([pageOf(label), pageOf(label)]);
  expect(first.equals(second)).toBe(true);
});

it.each([
  [2800, 1600],
  [700, 400],
])("takes an image of %i x %i, which has UPS's proportions", async (width, height) => {
  const resized = await sharp(label.bytes).resize(width, height, { kernel: "nearest" }).gif().toBuffer();
  const document = await PDFDocument.load(await pageOf(gif(resized)));
  expect(document.getPage(0).getSize()).toEqual({ width: 288, height: 432 });
});

describe("an image of other proportions than UPS's", () => {
  const drawn = async (width: number, height: number, format: "gif" | "png" | "jpeg" = "gif") => {
    const upright = sharp(label.bytes).extract({ left: 0, top: 0, width: 1200, height: 800 }).rotate(90);
    const whole = sharp(await upright.png().toBuffer()).resize(width, height, { fit: "fill", kernel: "nearest" });
    return gif(await whole.toFormat(format).toBuffer());
  };
  const turned = async (width: number, height: number) =>
    gif(
      await sharp((await drawn(height, width)).bytes)
        .rotate(270)
        .gif()
        .toBuffer(),
    );
  const extended = async (inches: number, background: string) => {
    const long = sharp((await drawn(800, 1200)).bytes).extend({ bottom: (inches - 6) * 200, background });
    return gif(await long.gif().toBuffer());
  };

  it.each([
    ["4 x 6 inches upright", () => drawn(800, 1200), [4, 6, 200], true],
    ["4 x 6 inches upright, as PNG", () => drawn(800, 1200, "png"), [4, 6, 200], true],
    ["4 x 6 inches upright, as JPEG", () => drawn(800, 1200, "jpeg"), [4, 6, 200], true],
    ["4 x 6 inches of a 203 dpi printer", () => drawn(812, 1218), [4, 6, 203], true],
    ["6 x 4 inches lying", () => turned(1200, 800), [4, 6, 200], true],
    ["4 x 7 inches upright, with terms", () => extended(7, "black"), [4, 6, 200], true],
    ["4 x 8 inches upright, blank at its end", () => extended(8, "white"), [4, 6, 200], true],
    ["4 x 8 inches upright", () => extended(8, "black"), [4, 8, 200], true],
  ])("of %s is put on a page as large, undistorted", async (_, image, [widthInches, heightInches, dpi], isTrueSize) => {
    const page = await renderLabelPdf(await image());
    expect(page).toMatchObject({ size: { widthInches, heightInches, dpi }, isTrueSize });
    const document = await PDFDocument.load(page.bytes);
    expect(document.getPage(0).getSize()).toEqual({ width: 72 * widthInches!, height: 72 * heightInches! });
    expect(decodeCode128(await renderPage(page.bytes, 203))).toBe(trackingNumber);
  });

  it("of unknown scale is fitted to the page, undistorted, and called so", async () => {
    const page = await renderLabelPdf(await drawn(900, 1200));
    expect(page).toMatchObject({ size: { widthInches: 4, heightInches: 6, dpi: null }, isTrueSize: false });
    const paper = await renderPage(page.bytes, 200);
    const rowOfWhite = paper.luminance.subarray(1080 * 800).every((dot) => dot === 255);
    expect(rowOfWhite).toBe(true);
  });

  it.each([
    [1, 1],
    [300, 200],
    [2000, 500],
  ])("of %i x %i dots is no label", async (width, height) => {
    await expect(renderLabelPdf(await drawn(width, height))).rejects.toThrow("Not the picture of a label");
  });
});

it("refuses bytes that are no image", async () => {
  await expect(renderLabelPdf(gif(Buffer.from("^XA^XZ")))).rejects.toThrow();
});
