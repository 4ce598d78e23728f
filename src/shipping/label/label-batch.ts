import type { PDFDocument, PDFPage } from "pdf-lib";
import type { EntityManager } from "typeorm";
import { readInTenant } from "../../database/tenant-transaction.js";
import { DocumentFile } from "../../entities/document-file.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { ShippingDocument } from "../../entities/shipping-document.js";
import type { ShippingDeps } from "../deps.js";
import { canJoin, type LabelsDocument, liveLabels } from "./labels-document.js";
import { papersInForce } from "./papers-in-force.js";

/**
 * The live labels of several shipments in their order, with their papers behind each shipment's labels if asked for:
 * one PDF, or the printer's commands one after the other. Null: one of them has no live label any more, they cannot be
 * joined, or a paper is encrypted or damaged: a file without it would look complete. Reads one shipment after the
 * other, so that no more than the result and one shipment are held at once.
 */
export async function readLabelBatch(
  deps: ShippingDeps,
  tenantId: string,
  shipmentIds: string[],
  { withPapers }: { withPapers: boolean },
): Promise<LabelsDocument | null> {
  const joiner = new Joiner();
  for (const id of shipmentIds) {
    const read = (manager: EntityManager) => readSheets(manager, id, withPapers);
    const sheets = await readInTenant(deps.database, tenantId, read);
    if (sheets.length === 0) return null;
    for (const sheet of sheets) if (!(await joiner.add(sheet))) return null;
  }
  return joiner.end();
}

async function readSheets(manager: EntityManager, shipmentId: string, withPapers: boolean): Promise<LabelsDocument[]> {
  const labels = await liveLabels(manager, shipmentId);
  return labels.length > 0 && withPapers ? [...labels, ...(await readPapers(manager, shipmentId))] : labels;
}

async function readPapers(manager: EntityManager, shipmentId: string): Promise<LabelsDocument[]> {
  const purchases = await manager.findBy(LabelPurchase, { shipmentId });
  const documents = await manager.find(ShippingDocument, {
    where: { shipmentId },
    order: { createdAt: "ASC", id: "ASC" },
  });
  const sheets: LabelsDocument[] = [];
  for (const { id: documentId, contentType } of papersInForce(purchases, documents)) {
    const { bytes } = await manager.findOneByOrFail(DocumentFile, { documentId });
    sheets.push({ format: "PDF", contentType, bytes });
  }
  return sheets;
}

/** Puts files of one format one behind the other. */
class Joiner {
  #first: LabelsDocument | null = null;
  readonly #commands: Buffer[] = [];
  #pages: PDFDocument | null = null;

  /** False: it cannot stand behind the others. */
  async add(sheet: LabelsDocument): Promise<boolean> {
    this.#first ??= { ...sheet, bytes: Buffer.alloc(0) };
    if (!canJoin([this.#first.format, sheet.format])) return false;
    if (sheet.format !== "PDF") this.#commands.push(sheet.bytes);
    else return this.#addPages(sheet.bytes);
    return true;
  }

  async end(): Promise<LabelsDocument | null> {
    if (this.#first === null) return null;
    const bytes = this.#pages ? Buffer.from(await this.#pages.save()) : Buffer.concat(this.#commands);
    return { ...this.#first, bytes };
  }

  async #addPages(bytes: Buffer): Promise<boolean> {
    // Loaded with the first PDF: a server that joins none starts without it.
    this.#pages ??= await (await import("pdf-lib")).PDFDocument.create();
    const pages = await readPages(this.#pages, bytes);
    for (const page of pages ?? []) this.#pages.addPage(page);
    return pages !== null;
  }
}

/** The pages of a PDF, for another one; null: it is encrypted or damaged. pdf-lib has no error of its own for either. */
async function readPages(target: PDFDocument, bytes: Buffer): Promise<PDFPage[] | null> {
  try {
    const { PDFDocument } = await import("pdf-lib");
    const source = await PDFDocument.load(bytes, { throwOnInvalidObject: true });
    return source.getPageCount() === 0 ? null : await target.copyPages(source, source.getPageIndices());
  } catch {
    return null;
  }
}
