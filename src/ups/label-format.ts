import type { LabelFile, LabelFormat } from "../carrier/shipping.js";

/** UPS's Ship has no PDF: a PDF is drawn from its GIF. */
export function upsFormatOf(format: LabelFormat): Exclude<LabelFormat, "PDF"> {
  return format === "PDF" ? "GIF" : format;
}

/** Alike in Ship and Label Recovery. The stock is read for thermal formats only, the schema wants it always. */
export function serialiseLabelSpecification(format: LabelFormat) {
  return {
    ...(upsFormatOf(format) === "GIF" && { HTTPUserAgent: "Mozilla/4.5" }),
    LabelImageFormat: { Code: upsFormatOf(format) },
    LabelStockSize: { Height: "6", Width: "4" },
  };
}

const CONTENT_TYPES: Record<string, string> = {
  GIF: "image/gif",
  PDF: "application/pdf",
  ZPL: "application/zpl",
  EPL: "application/epl",
  SPL: "application/spl",
};

/** The bytes as UPS gave them; null when format or base64 is not what it should be. UPS has written formats in lower case. */
export function parseLabelFile(formatCode: string, base64: string): LabelFile | null {
  const format = formatCode.toUpperCase();
  const contentType = CONTENT_TYPES[format];
  const compact = base64.replace(/\s/g, "");
  if (!contentType || compact === "" || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return null;
  return { format: format as LabelFormat, contentType, bytes: Buffer.from(compact, "base64") };
}

/** As asked for: thermal stock of 4 x 6 inches whose dots are the printer's; the GIF is the label lying on its side. */
export function labelGeometry(format: LabelFormat) {
  if (format === "GIF") return { widthInches: 7, heightInches: 4, dpi: 200 };
  return { widthInches: 4, heightInches: 6, dpi: format === "PDF" ? 200 : null };
}
