import type { PDFDocument, PDFPage } from "pdf-lib";
import { canJoin, type LabelsDocument } from "./labels-document.js";
import { hasFewPages, unpacksToTooMuch } from "./unpacked-pdf.js";

const mixed = "The document cannot be made: its labels are in formats that do not make one. Ask for it again.";
const unreadable =
  "The document cannot be made: a document that belongs to it is encrypted, damaged or too large. Ask without documents, and take them from Shipment.documents.";

/** Puts files of one format one behind the other. */
export class FileJoiner {
  #first: LabelsDocument | null = null;
  readonly #commands: Buffer[] = [];
  #pages: PDFDocument | null = null;

  /** Null, or the reason why it cannot stand behind the others. */
  async add(file: LabelsDocument): Promise<string | null> {
    this.#first ??= { ...file, bytes: Buffer.alloc(0) };
    if (!canJoin([this.#first.format, file.format])) return mixed;
    if (file.format === "PDF") return (await this.#addPages(file.bytes)) ? null : unreadable;
    this.#commands.push(file.bytes);
    return null;
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

/** The pages of a PDF, for another one; null: it is encrypted, damaged or without measure. */
async function readPages(target: PDFDocument, bytes: Buffer): Promise<PDFPage[] | null> {
  try {
    if (await unpacksToTooMuch(bytes)) return null;
    const { PDFDocument } = await import("pdf-lib");
    const source = await PDFDocument.load(bytes, { throwOnInvalidObject: true });
    if (!(await hasFewPages(source))) return null;
    return source.getPageCount() === 0 ? null : await target.copyPages(source, source.getPageIndices());
  } catch {
    return null;
  }
}
