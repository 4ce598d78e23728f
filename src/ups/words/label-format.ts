import { z } from "zod";
import type { LabelFile, LabelFileFormat, LabelFormat } from "../../carrier/shipping.js";
import { decodeImage, formatOfBytes } from "./label-bytes.js";

/** UPS's Ship has no PDF: a PDF is drawn from its GIF. */
export function upsFormatOf(format: LabelFormat): LabelFormat {
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

/** What labels and papers are served as. */
export const contentTypes: Readonly<Record<LabelFileFormat, string>> = {
  GIF: "image/gif",
  PNG: "image/png",
  JPEG: "image/jpeg",
  PDF: "application/pdf",
  ZPL: "application/zpl",
  EPL: "application/epl",
  SPL: "application/spl",
  HTML: "text/html",
  UNKNOWN: "application/octet-stream",
};

/** `ImageFormat` and `LabelImageFormat`, which answers have left out or written as text; empty: not told. */
export const namedFormat = z
  .unknown()
  .optional()
  .transform((value) => {
    const named: unknown = Array.isArray(value) ? value[0] : value;
    const code = typeof named === "object" && named !== null && "Code" in named ? named.Code : named;
    return typeof code === "string" ? code.trim().toUpperCase() : "";
  });

/** `GraphicImage`: text, of which UPS has made a list before; empty: there is none. */
export const labelImage = z
  .unknown()
  .optional()
  .transform((value) => {
    const image: unknown = Array.isArray(value) ? value[0] : value;
    return typeof image === "string" ? image : "";
  });

/** Languages that their bytes need not give away: UPS is believed. */
const believed: Readonly<Record<string, LabelFormat>> = { EPL: "EPL", EPL2: "EPL", SPL: "SPL", STARPL: "SPL" };

/**
 * The bytes as UPS gave them, as what they are: UPS has called PNG a format that it does not list, left the name out and
 * sent pages as images. `UNKNOWN`: no label can be made out, but bytes that were paid for are kept. Null: there are none.
 */
export function parseLabelFile(named: string, written: string): LabelFile | null {
  const bytes = decodeImage(written);
  if (bytes.length === 0) return null;
  const format = formatOfBytes(bytes) ?? believed[named.trim().toUpperCase()] ?? "UNKNOWN";
  return { format, contentType: contentTypes[format], bytes };
}

/** Stands for a label that UPS sells and does not show: it is asked for again. */
export const noImage: LabelFile = { format: "UNKNOWN", contentType: contentTypes.UNKNOWN, bytes: Buffer.alloc(0) };

/** The text and the box to sign in that UPS sends beside a label. */
export const signatureField = { InternationalSignatureGraphicImage: labelImage };

/**
 * The second label of a shipment, in the language of the first. (Shipping.yaml, ShippingLabel and LabelImage: "Warsaw text
 * and signature box", for EPL2, ZPL and SPL; seen from the United States to Germany.)
 */
export function parseSignatureLabel(named: string, written: string): { signatureLabel?: LabelFile } {
  const signatureLabel = parseLabelFile(named, written);
  return signatureLabel === null ? {} : { signatureLabel };
}
