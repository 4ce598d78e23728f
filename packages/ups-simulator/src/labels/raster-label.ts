import { bilevelGif } from "./bilevel-gif.js";
import { imageHeight, imageWidth, labelArtwork } from "./label-artwork.js";
import type { LabelContent } from "./label-content.js";

/** The label as UPS's 1400 x 800 image, black on white. Sharp is loaded with the first image, not with the server. */
export async function rasterLabel(content: LabelContent, format: "GIF" | "PNG"): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const artwork = sharp(Buffer.from(labelArtwork(content)));
  const { data, info } = await artwork.raw().toBuffer({ resolveWithObject: true });
  const pixels = blackAndWhite(data, info.channels);
  if (format === "GIF") return bilevelGif(pixels, imageWidth, imageHeight);
  const grey = pixels.map((pixel) => (pixel === 1 ? 0 : 255));
  const raw = { width: imageWidth, height: imageHeight, channels: 1 } as const;
  return sharp(grey, { raw }).png({ compressionLevel: 3 }).toBuffer();
}

/** One byte per pixel, 1 for black: edges are softened by the renderer, and a thermal printer knows no grey. */
function blackAndWhite(data: Buffer, channels: number): Uint8Array {
  const pixels = new Uint8Array(imageWidth * imageHeight);
  for (let index = 0; index < pixels.length; index += 1) pixels[index] = (data[index * channels] ?? 255) < 128 ? 1 : 0;
  return pixels;
}
