import sharp from "sharp";
import type { LabelFileFormat } from "../../src/carrier/shipping.js";
import type { UpsAdapter } from "../../src/ups/adapter.js";
import { createUpsAdapter } from "../../src/ups/adapter.js";
import { MemoryTokenStore } from "./simulated-ups.js";

let ups: UpsAdapter;
beforeAll(() => {
  ups = createUpsAdapter({
    baseUrls: { SIMULATOR: null, TEST: null, PRODUCTION: null },
    tokens: new MemoryTokenStore(),
    calls: { record: () => undefined },
    clock: { now: () => new Date("2025-06-02T12:00:00Z") },
  });
});
afterAll(() => ups.close());

it.each([
  ["012345", true],
  ["0a1B2c", true],
  ["12345", false],
  ["1234567", false],
  ["12 345", false],
])("judges the account number '%s'", (accountNumber, isGood) => {
  expect(ups.accounts.checkNumber(accountNumber) === null).toBe(isGood);
});

it("says how large a label is, and leaves a printer its own resolution", async () => {
  const size = (format: LabelFileFormat, bytes: Buffer) => ups.labelSize({ format, contentType: "", bytes });
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "white" } })
      .png()
      .toBuffer();
  const unknown = { widthInches: null, heightInches: null, dpi: null };
  expect(await size("GIF", await picture(1400, 800))).toEqual({ widthInches: 7, heightInches: 4, dpi: 200 });
  expect(await size("PNG", await picture(812, 1218))).toEqual({ widthInches: 4, heightInches: 6, dpi: 203 });
  expect(await size("GIF", await picture(1600, 800))).toEqual({ widthInches: 8, heightInches: 4, dpi: 200 });
  expect(await size("ZPL", Buffer.from("^XA^XZ"))).toEqual({ widthInches: 4, heightInches: 6, dpi: null });
  for (const [format, bytes] of [
    ["GIF", await picture(1, 1)],
    ["GIF", await picture(1000, 700)],
    ["GIF", Buffer.from("<html>")],
    ["HTML", Buffer.from("<html>")],
    ["PDF", Buffer.from("%PDF-")],
  ] as const)
    expect(await size(format, bytes)).toEqual(unknown);
});

it("escapes the number in the link where a person follows the package", () => {
  expect(ups.trackingUrl("1Z 1&x=2")).toBe("https://www.ups.com/track?tracknum=1Z%201%26x%3D2");
});
