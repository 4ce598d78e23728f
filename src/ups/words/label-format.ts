import type { LabelFile, LabelFormat } from "../../carrier/shipping.js";

/** UPS's Ship has no PDF: a PDF is drawn from its GIF. */
export function upsFormatOf(format: LabelFormat): Exclude<LabelFormat, "PDF"> {
  return format === "PDF" ? "GIF" : format;
}

/** Ship's: the stock is read for thermal formats only, the schema wants it always. */
export function serialiseLabelSpecification(format: LabelFormat) {
  return { ...imageFormat(format), LabelStockSize: thermalStock };
}

/** Label Recovery's: beside a PDF or GIF a stock is refused (9801050, seen in recorded answers). */
export function serialiseRecoverySpecification(format: LabelFormat) {
  const isThermal = format !== "PDF" && format !== "GIF";
  return { ...imageFormat(format), ...(isThermal && { LabelStockSize: thermalStock }) };
}

const thermalStock = { Height: "6", Width: "4" };

function imageFormat(format: LabelFormat) {
  return { ...(format === "GIF" && { HTTPUserAgent: "Mozilla/4.5" }), LabelImageFormat: { Code: format } };
}

const contentTypes: Record<string, string> = {
  GIF: "image/gif",
  PDF: "application/pdf",
  ZPL: "application/zpl",
  EPL: "application/epl",
  SPL: "application/spl",
};

/** The bytes as UPS gave them; null for an unknown format or no bytes. UPS has written formats in lower case. */
export function parseLabelFile(formatCode: string, base64: string): LabelFile | null {
  const format = formatCode.toUpperCase();
  const contentType = contentTypes[format];
  const bytes = Buffer.from(base64, "base64");
  return contentType && bytes.length > 0 ? { format: format as LabelFormat, contentType, bytes } : null;
}

/** As asked for: thermal stock of 4 x 6 inches whose dots are the printer's; the GIF is the label lying on its side. */
export function labelGeometry(format: LabelFormat) {
  if (format === "GIF") return { widthInches: 7, heightInches: 4, dpi: 200 };
  return { widthInches: 4, heightInches: 6, dpi: format === "PDF" ? 200 : null };
}
