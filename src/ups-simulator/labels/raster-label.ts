import { labelArtwork } from "./label-artwork.js";
import type { LabelContent } from "./label-content.js";

/** The label as UPS's 1400 x 800 image, black on white. Sharp is loaded with the first image, not with the server. */
export async function rasterLabel(content: LabelContent, format: "GIF" | "PNG"): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const image = sharp(Buffer.from(labelArtwork(content)))
    .greyscale()
    .threshold(128);
  return format === "GIF"
    ? image.gif({ colours: 2, dither: 0, effort: 1 }).toBuffer()
    : image.png({ palette: true, colours: 2, compressionLevel: 6 }).toBuffer();
}
