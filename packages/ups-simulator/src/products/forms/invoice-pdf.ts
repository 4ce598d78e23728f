import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";
import type { BookedShipment } from "../../ledger/booked-shipment.js";
import { type InvoiceContent, invoiceContent } from "./invoice-content.js";
import type { RequestedInvoice } from "./requested-invoice.js";

const PAGE = { width: 612, height: 792, margin: 40 };
const RIGHT = PAGE.width - PAGE.margin;
const LINE = 11;
const GREY = rgb(0.45, 0.45, 0.45);
/** Left edges of number, unit, description, commodity code and origin; right edges of the two values. */
const COLUMNS = { number: 40, unit: 84, description: 116, code: 312, origin: 400, value: 490, total: RIGHT };
const HEADINGS = ["Units", "U/M", "Commodity code", "C/O", "Unit value", "Total value"];
const EDGES = [COLUMNS.number, COLUMNS.unit, COLUMNS.code, COLUMNS.origin];

/** Writes lines downwards and takes a new page when one is full. */
interface Pen {
  document: PDFDocument;
  page: PDFPage;
  y: number;
  plain: PDFFont;
  bold: PDFFont;
}

/** The invoice on letter paper, with everything that the request said of it. Made again it has the same bytes. */
export async function invoicePdf(shipment: BookedShipment, invoice: RequestedInvoice): Promise<Buffer> {
  const content = invoiceContent(shipment, invoice);
  const document = await PDFDocument.create();
  const bookedAt = new Date(shipment.bookedAt);
  document.setTitle(content.title);
  document.setCreationDate(bookedAt);
  document.setModificationDate(bookedAt);
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const pen: Pen = { document, page: newPage(document), y: PAGE.height - PAGE.margin, plain, bold };
  drawHead(pen, content);
  drawRows(pen, content);
  drawTotals(pen, content);
  drawRemarks(pen, content);
  numberPages(pen);
  return Buffer.from(await document.save());
}

function newPage(document: PDFDocument): PDFPage {
  return document.addPage([PAGE.width, PAGE.height]);
}

function drawHead(pen: Pen, { title, parties, facts }: InvoiceContent): void {
  pen.y -= 8;
  write(pen, title, PAGE.margin, { size: 16, isBold: true });
  writeRight(pen, "SIMULATED - NOT FOR CUSTOMS", RIGHT, { size: 9, isBold: true });
  const top = pen.y - 24;
  let lowest = top;
  for (const { title: heading, lines } of parties) {
    write(pen, heading, PAGE.margin, { size: 8, isBold: true }, lowest);
    for (const [index, line] of lines.entries()) write(pen, line, PAGE.margin, {}, lowest - LINE * (index + 1));
    lowest -= LINE * (lines.length + 2);
  }
  for (const [index, [name, value]] of facts.entries()) {
    write(pen, name, 330, { size: 8, isBold: true }, top - LINE * 1.4 * index);
    write(pen, value, 430, {}, top - LINE * 1.4 * index);
  }
  pen.y = lowest;
}

function drawRows(pen: Pen, { rows }: InvoiceContent): void {
  drawHeadings(pen);
  for (const { cells, description } of rows) {
    if (makeRoom(pen, LINE * description.length)) drawHeadings(pen);
    drawCells(pen, cells, {});
    for (const [index, line] of description.entries()) {
      write(pen, line, COLUMNS.description, {}, pen.y - LINE * index);
    }
    pen.y -= LINE * description.length + 4;
  }
  rule(pen);
}

function drawHeadings(pen: Pen): void {
  drawCells(pen, HEADINGS, { size: 8, isBold: true });
  write(pen, "Description of goods", COLUMNS.description, { size: 8, isBold: true });
  pen.y -= 4;
  rule(pen);
}

function drawCells(pen: Pen, cells: string[], style: Style): void {
  const [value, total] = cells.slice(-2);
  for (const [index, edge] of EDGES.entries()) write(pen, cells[index] ?? "", edge, style);
  writeRight(pen, value ?? "", COLUMNS.value, style);
  writeRight(pen, total ?? "", COLUMNS.total, style);
}

function drawTotals(pen: Pen, { totals }: InvoiceContent): void {
  makeRoom(pen, LINE * totals.length);
  for (const [index, [name, value]] of totals.entries()) {
    const style = { isBold: index === totals.length - 1 };
    write(pen, name, COLUMNS.code, style);
    writeRight(pen, value, COLUMNS.total, style);
    pen.y -= LINE + 2;
  }
}

function drawRemarks(pen: Pen, { remarks }: InvoiceContent): void {
  for (const line of remarks.flatMap((remark) => ["", ...(remark.match(/.{1,100}(\s|$)/gsu) ?? [remark])])) {
    makeRoom(pen, LINE);
    write(pen, line.trim(), PAGE.margin, {});
    pen.y -= LINE;
  }
}

function numberPages({ document, plain }: Pen): void {
  const pages = document.getPages();
  for (const [index, page] of pages.entries()) {
    const text = `Page ${index + 1} of ${pages.length}`;
    page.drawText(text, { x: RIGHT - plain.widthOfTextAtSize(text, 8), y: 24, size: 8, font: plain, color: GREY });
  }
}

/** True when the rest of the page was too short and a new one was begun. */
function makeRoom(pen: Pen, height: number): boolean {
  if (pen.y - height > PAGE.margin + LINE) return false;
  pen.page = newPage(pen.document);
  pen.y = PAGE.height - PAGE.margin - LINE;
  return true;
}

interface Style {
  size?: number;
  isBold?: boolean;
}

function write(pen: Pen, text: string, x: number, { size = 9, isBold = false }: Style, y = pen.y): void {
  pen.page.drawText(printable(text), { x, y, size, font: isBold ? pen.bold : pen.plain });
}

function writeRight(pen: Pen, text: string, x: number, style: Style): void {
  const font = style.isBold ? pen.bold : pen.plain;
  write(pen, text, x - font.widthOfTextAtSize(printable(text), style.size ?? 9), style);
}

function rule(pen: Pen): void {
  const y = pen.y;
  pen.page.drawLine({ start: { x: PAGE.margin, y }, end: { x: RIGHT, y }, thickness: 0.5, color: GREY });
  pen.y -= LINE + 2;
}

/** The built-in fonts know the letters of western Europe; others become question marks, as on labels. */
function printable(text: string): string {
  return text.normalize("NFC").replace(/[^\x20-\x7e\xa0-\xff]/gu, "?");
}
