import { inflateSync } from "node:zlib";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFPage, PDFRawStream } from "pdf-lib";

export interface Pixels {
  width: number;
  height: number;
  /** One byte a pixel, 0 black, row by row from the top. */
  luminance: Uint8ClampedArray;
}

type Matrix = [number, number, number, number, number, number];

/** Draws the images of a PDF's first page as a printer would: through the matrices of its content, on white paper. */
export async function renderPage(pdf: Buffer, dpi: number): Promise<Pixels> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const page = document.getPage(0);
  const { width: widthPt, height: heightPt } = page.getMediaBox();
  const width = Math.round((widthPt / 72) * dpi);
  const height = Math.round((heightPt / 72) * dpi);
  const luminance = new Uint8ClampedArray(width * height).fill(255);
  const paper = { width, height, luminance };
  for (const { name, matrix } of drawnImages(contentOf(page))) paint(paper, imageOf(page, name), matrix, dpi);
  return paper;
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents];
  return streams.map((stream) => bytesOf(stream as PDFRawStream).toString("latin1")).join("\n");
}

function bytesOf(stream: PDFRawStream): Buffer {
  const filter = stream.dict.lookup(PDFName.of("Filter"));
  const raw = Buffer.from(stream.getContents());
  return filter ? inflateSync(raw) : raw;
}

/** Follows q, Q, cm and Do. */
function drawnImages(content: string): { name: string; matrix: Matrix }[] {
  const drawn: { name: string; matrix: Matrix }[] = [];
  const stack: Matrix[] = [];
  let current: Matrix = [1, 0, 0, 1, 0, 0];
  let operands: string[] = [];
  for (const token of content.split(/\s+/).filter(Boolean)) {
    if (token === "q") stack.push(current);
    else if (token === "Q") current = stack.pop() ?? current;
    else if (token === "cm") current = multiply(operands.map(Number) as Matrix, current);
    else if (token === "Do") drawn.push({ name: (operands[0] ?? "").slice(1), matrix: current });
    operands = /^[a-zA-Z]+$/.test(token) ? [] : [...operands, token];
  }
  return drawn;
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

interface Image extends Pixels {
  channels: number;
  bytes: Buffer;
}

function imageOf(page: PDFPage, name: string): Omit<Image, "luminance"> {
  const images = page.node.Resources()?.lookup(PDFName.of("XObject"), PDFDict);
  const stream = images?.lookup(PDFName.of(name)) as PDFRawStream;
  const numberOf = (key: string) => stream.dict.lookup(PDFName.of(key), PDFNumber).asNumber();
  const width = numberOf("Width");
  const height = numberOf("Height");
  const bytes = bytesOf(stream);
  return { width, height, channels: bytes.length / (width * height), bytes };
}

/** For each dot of the paper the pixel of the image that the matrix puts there. */
function paint(paper: Pixels, image: Omit<Image, "luminance">, [a, b, c, d, e, f]: Matrix, dpi: number): void {
  const determinant = a * d - b * c;
  for (let row = 0; row < paper.height; row += 1) {
    for (let column = 0; column < paper.width; column += 1) {
      const x = ((column + 0.5) / dpi) * 72 - e;
      const y = ((paper.height - row - 0.5) / dpi) * 72 - f;
      const u = (d * x - c * y) / determinant;
      const v = (a * y - b * x) / determinant;
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const at = Math.floor((1 - v) * image.height) * image.width + Math.floor(u * image.width);
      paper.luminance[row * paper.width + column] = image.bytes[at * image.channels] ?? 255;
    }
  }
}
