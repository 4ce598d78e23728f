import fc from "fast-check";
import sharp from "sharp";
import { bilevelGif } from "../src/labels/bilevel-gif.js";

async function decoded(gif: Buffer): Promise<number[]> {
  const { data, info } = await sharp(gif).raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: data.length / info.channels }, (_, index) => (data[index * info.channels] === 0 ? 1 : 0));
}

it("decodes to the pixels it was made of, whatever they are", async () => {
  const picture = fc
    .tuple(
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 60 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 1 })),
    )
    .map(([width, height, bits]) => ({ width, height, pixels: Uint8Array.from([...bits.take(width * height)]) }));
  await fc.assert(
    fc.asyncProperty(picture, async ({ width, height, pixels }) => {
      expect(await decoded(bilevelGif(pixels, width, height))).toEqual([...pixels]);
    }),
    { numRuns: 40 },
  );
});

it.each([
  ["all white", () => 0],
  ["all black", () => 1],
  ["noise that fills the code table many times", (index: number) => ((index * 2_654_435_761) >>> 13) & 1],
  ["long runs", (index: number) => (index >> 9) & 1],
])("survives a large picture of %s", async (_, pixelAt) => {
  const pixels = Uint8Array.from({ length: 1400 * 200 }, (__, index) => pixelAt(index));
  expect(Buffer.from(await decoded(bilevelGif(pixels, 1400, 200))).equals(Buffer.from(pixels))).toBe(true);
});
