/** A label of 4 x 8 inches at 600 dots an inch has 11.5 million. UPS's own have 1.1 million. */
const mostPixels = 12_000_000;
const slowestSeconds = 10;

/**
 * A picture of UPS's, of which nothing is unpacked yet. Reading its size, or its dots, throws for one that says of itself
 * to have more of them than any label: a few kilobytes can unpack to gigabytes.
 */
export async function openPicture(bytes: Buffer) {
  const { default: sharp } = await import("sharp");
  return sharp(bytes, { limitInputPixels: mostPixels }).timeout({ seconds: slowestSeconds });
}
