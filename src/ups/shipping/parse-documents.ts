import { z } from "zod";
import type { ShippedDocument, ShippedDocumentKind } from "../../carrier/shipping.js";
import { listOf } from "../words/shapes.js";

/**
 * The papers beside the labels, alike in Ship and Label Recovery. Taken as they come: a paper that cannot be read must
 * not make an answer with bought labels unreadable. (Shipping.yaml, ShipmentResults: Form, CODTurnInPage,
 * ControlLogReceipt, HighValueReport.)
 */
export const documentFields = {
  Form: listOf(z.unknown()),
  CODTurnInPage: listOf(z.unknown()),
  HighValueReport: listOf(z.unknown()),
  ControlLogReceipt: listOf(z.unknown()),
};

/** Of one package: `ShippingReceipt` in Ship, `Receipt` in Label Recovery. */
export const packageDocumentFields = { ShippingReceipt: listOf(z.unknown()), Receipt: listOf(z.unknown()) };

export interface DocumentParts {
  Form: unknown[];
  CODTurnInPage: unknown[];
  HighValueReport: unknown[];
  ControlLogReceipt: unknown[];
}

export interface PackageDocumentParts {
  Form?: unknown[];
  ShippingReceipt: unknown[];
  Receipt: unknown[];
}

const image = z.object({
  ImageFormat: z.union([z.string(), z.object({ Code: z.string() }).transform(({ Code }) => Code)]),
  GraphicImage: z.string(),
});
const paper = z.union([
  image,
  z.object({ Image: image }).transform(({ Image }) => Image),
  z.object({ HTMLImage: z.string() }).transform(({ HTMLImage }) => ({ ImageFormat: "HTML", GraphicImage: HTMLImage })),
]);

/** UPS keeps the form itself and gives its number only: the account goes without paper (Form.FormGroupId). */
const isImageless = (part: unknown) =>
  z
    .object({
      Image: z.literal("").optional(),
      GraphicImage: z.undefined().optional(),
      HTMLImage: z.undefined().optional(),
    })
    .safeParse(part).success;

const contentTypes: Record<string, string> = {
  PDF: "application/pdf",
  HTML: "text/html",
  PNG: "image/png",
  ZPL: "application/zpl",
  EPL: "application/epl",
  SPL: "application/spl",
};

/** What UPS made besides labels, and of what it made which kinds cannot be read. A form without an image is no paper. */
export function parseDocuments(
  shipment: DocumentParts,
  packages: PackageDocumentParts[],
): { documents: ShippedDocument[]; unreadableDocuments: ShippedDocumentKind[] } {
  const found: [ShippedDocumentKind, unknown[]][] = [
    ["COMMERCIAL_INVOICE", [...shipment.Form, ...packages.flatMap((pkg) => pkg.Form ?? [])]],
    ["COD_TURN_IN", shipment.CODTurnInPage],
    // Of what goes out it comes in two copies, both for the driver; of what comes back in one.
    ["HIGH_VALUE_REPORT", [...shipment.HighValueReport, ...shipment.ControlLogReceipt]],
    ["RECEIPT", packages.flatMap((pkg) => [...pkg.ShippingReceipt, ...pkg.Receipt])],
  ];
  const read = found.flatMap(([kind, parts]) =>
    parts.filter((part) => !isImageless(part)).map((part) => ({ kind, document: parsePaper(kind, part) })),
  );
  const unreadable = read.filter(({ document }) => document === null).map(({ kind }) => kind);
  return {
    documents: read.flatMap(({ document }) => (document ? [document] : [])),
    unreadableDocuments: [...new Set(unreadable)],
  };
}

function parsePaper(kind: ShippedDocumentKind, part: unknown): ShippedDocument | null {
  const parsed = paper.safeParse(part);
  if (!parsed.success) return null;
  const format = parsed.data.ImageFormat.trim().toUpperCase();
  const contentType = contentTypes[format];
  const bytes = Buffer.from(parsed.data.GraphicImage, "base64");
  const isWhole = bytes.length > 0 && (format !== "PDF" || bytes.subarray(0, 5).toString("latin1") === "%PDF-");
  return contentType && isWhole ? { kind, contentType, bytes } : null;
}
