import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";
import type { BookedShipment } from "../../ledger/booked-shipment.js";
import { type InvoiceContent, invoiceContent } from "./invoice-content.js";
import type { RequestedInvoice } from "./requested-invoice.js";

const paper = { width: 612, height: 792, margin: 40 };
const right = paper.width - paper.margin;
const lineHeight = 11;
const grey = rgb(0.45, 0.45, 0.45);
/** Left edges of number, unit, description, commodity code and origin; right edges of the two values. */
const columns = { number: 40, unit: 84, description: 116, code: 312, origin: 400, value: 490, total: right };
const headings = ["Units", "U/M", "Commodity code", "C/O", "Unit value", "Total value"];
const edges = [columns.number, columns.unit, columns.code, columns.origin];

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
  const pen: Pen = { document, page: newPage(document), y: paper.height - paper.margin, plain, bold };
  drawHead(pen, content);
  drawRows(pen, content);
  drawTotals(pen, content);
  drawRemarks(pen, content);
  numberPages(pen);
  return Buffer.from(await document.save());
}

function newPage(document: PDFDocument): PDFPage {
  return document.addPage([paper.width, paper.height]);
}

function drawHead(pen: Pen, { title, parties, facts }: InvoiceContent): void {
  pen.y -= 8;
  write(pen, title, paper.margin, { size: 16, isBold: true });
  writeRight(pen, "SIMULATED - NOT FOR CUSTOMS", right, { size: 9, isBold: true });
  const top = pen.y - 24;
  let lowest = top;
  for (const { title: heading, lines } of parties) {
    write(pen, heading, paper.margin, { size: 8, isBold: true }, lowest);
    for (const [index, line] of lines.entries()) write(pen, line, paper.margin, {}, lowest - lineHeight * (index + 1));
    lowest -= lineHeight * (lines.length + 2);
  }
  for (const [index, [name, value]] of facts.entries()) {
    write(pen, name, 330, { size: 8, isBold: true }, top - lineHeight * 1.4 * index);
    write(pen, value, 430, {}, top - lineHeight * 1.4 * index);
  }
  pen.y = lowest;
}

function drawRows(pen: Pen, { rows }: InvoiceContent): void {
  drawHeadings(pen);
  for (const { cells, description } of rows) {
    if (makeRoom(pen, lineHeight * description.length)) drawHeadings(pen);
    drawCells(pen, cells, {});
    for (const [index, line] of description.entries()) {
      write(pen, line, columns.description, {}, pen.y - lineHeight * index);
    }
    pen.y -= lineHeight * description.length + 4;
  }
  rule(pen);
}

function drawHeadings(pen: Pen): void {
  drawCells(pen, headings, { size: 8, isBold: true });
  write(pen, "Description of goods", columns.description, { size: 8, isBold: true });
  pen.y -= 4;
  rule(pen);
}

function drawCells(pen: Pen, cells: string[], style: Style): void {
  const [value, total] = cells.slice(-2);
  for (const [index, edge] of edges.entries()) write(pen, cells[index] ?? "", edge, style);
  writeRight(pen, value ?? "", columns.value, style);
  writeRight(pen, total ?? "", columns.total, style);
}

function drawTotals(pen: Pen, { totals }: InvoiceContent): void {
  makeRoom(pen, lineHeight * totals.length);
  for (const [index, [name, value]] of totals.entries()) {
    const style = { isBold: index === totals.length - 1 };
    write(pen, name, columns.code, style);
    writeRight(pen, value, columns.total, style);
    pen.y -= lineHeight + 2;
  }
}

function drawRemarks(pen: Pen, { remarks }: InvoiceContent): void {
  for (const line of remarks.flatMap((remark) => ["", ...(remark.match(/.{1,100}(\s|$)/gsu) ?? [remark])])) {
    makeRoom(pen, lineHeight);
    write(pen, line.trim(), paper.margin, {});
    pen.y -= lineHeight;
  }
}

function numberPages({ document, plain }: Pen): void {
  const pages = document.getPages();
  for (const [index, page] of pages.entries()) {
    const text = `Page ${index + 1} of ${pages.length}`;
    page.drawText(text, { x: right - plain.widthOfTextAtSize(text, 8), y: 24, size: 8, font: plain, color: grey });
  }
}

/** True when the rest of the page was too short and a new one was begun. */
function makeRoom(pen: Pen, height: number): boolean {
  if (pen.y - height > paper.margin + lineHeight) return false;
  pen.page = newPage(pen.document);
  pen.y = paper.height - paper.margin - lineHeight;
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
  pen.page.drawLine({ start: { x: paper.margin, y }, end: { x: right, y }, thickness: 0.5, color: grey });
  pen.y -= lineHeight + 2;
}

/** The built-in fonts know the letters of western Europe; others become question marks, as on labels. */
function printable(text: string): string {
  return text.normalize("NFC").replace(/[^\x20-\x7e\xa0-\xff]/gu, "?");
}
