import type { LabelFile, LabelSize } from "../../carrier/shipping.js";
import { layoutOf } from "./label-layout.js";
import { openPicture } from "./label-picture.js";

const unknown: LabelSize = { widthInches: null, heightInches: null, dpi: null };
const pictures: ReadonlySet<LabelFile["format"]> = new Set(["GIF", "PNG", "JPEG"]);
const thermal: ReadonlySet<LabelFile["format"]> = new Set(["ZPL", "EPL", "SPL"]);

/**
 * How large a label of UPS's is. Printers' commands are made for the stock that was asked for, 4 x 6 inches, in the
 * printer's dots; a picture says it by its proportions, since its label is four inches wide; a page of UPS's own, not.
 */
export async function labelSize({ format, bytes }: LabelFile): Promise<LabelSize> {
  if (thermal.has(format)) return { widthInches: 4, heightInches: 6, dpi: null };
  return pictures.has(format) ? pictureSize(bytes) : unknown;
}

async function pictureSize(bytes: Buffer): Promise<LabelSize> {
  try {
    const { width, height } = await (await openPicture(bytes)).metadata();
    const layout = layoutOf(width, height);
    if (layout?.lengthInches == null) return unknown;
    const { isLying, lengthInches, dpi } = layout;
    return isLying
      ? { widthInches: lengthInches, heightInches: 4, dpi }
      : { widthInches: 4, heightInches: lengthInches, dpi };
  } catch {
    return unknown;
  }
}
