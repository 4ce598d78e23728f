import { z } from "zod";
import type { ShippedDocument, ShippedDocumentKind } from "../../carrier/shipping.js";
import { decodeImage, formatOfBytes } from "../words/label-bytes.js";
import { contentTypes, namedFormat } from "../words/label-format.js";
import { listOf, maybe, needed } from "../words/shapes.js";

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

const image = z.object({ ImageFormat: namedFormat, GraphicImage: needed(z.string()) });
const paper = z.union([
  image,
  z.object({ Image: needed(image) }).transform(({ Image }) => Image),
  z
    .object({ HTMLImage: needed(z.string()) })
    .transform(({ HTMLImage }) => ({ ImageFormat: "HTML", GraphicImage: HTMLImage })),
]);

const anything = maybe(z.unknown());
const imageFields = z.object({ Image: anything, ImageFormat: anything, GraphicImage: anything, HTMLImage: anything });

/** UPS keeps the form itself and gives its number only: the account goes without paper (Form.FormGroupId). */
const isImageless = (part: unknown) => {
  const images = imageFields.safeParse(part).data;
  return images !== undefined && Object.values(images).every((value) => value === undefined);
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
  const { ImageFormat, GraphicImage } = parsed.data;
  const bytes = decodeImage(GraphicImage);
  const named = ImageFormat.trim().toUpperCase();
  // Pages and printers' commands need not give themselves away; a picture or a PDF that does not is none.
  const shown = formatOfBytes(bytes);
  // A page that is called a PDF says that there is none.
  if (shown === "HTML" && named !== shown) return null;
  const format = shown ?? textFormats.find((candidate) => candidate === named);
  return format === undefined || bytes.length === 0 ? null : { kind, contentType: contentTypes[format], bytes };
}

const textFormats = ["HTML", "ZPL", "EPL", "SPL"] as const;
