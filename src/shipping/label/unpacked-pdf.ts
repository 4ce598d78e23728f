import { promisify } from "node:util";
import { inflate } from "node:zlib";
import type { PDFDocument, PDFPageTree } from "pdf-lib";

/** What the streams of a document that a carrier made may unpack to, all together. */
const mostUnpackedBytes = 64 * 1_048_576;

/** Of its tree of pages. A node that hangs in several places counts in each. */
const mostNodes = 5_000;

/** Such a stream may be packed again. */
const deepestPacking = 3;

/** pdf-lib unpacks streams of these kinds while it reads a document, to the end, however much there is. */
const unpackedWhileRead = /\/(ObjStm|XRef)\b/;

/** Packings of which only pdf-lib knows how much is in them. UPS's papers have none beside such streams. */
const unknownPacking = /\/(LZW|RunLength|ASCIIHex|ASCII85)Decode\b/;

const startOfStream = /stream\r?\n/g;

/** Whether a PDF may take more memory than any document needs once it is read. */
export async function unpacksToTooMuch(bytes: Buffer): Promise<boolean> {
  const text = bytes.toString("latin1");
  // Names may be written in hexadecimal.
  const names = text.replaceAll(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  if (!unpackedWhileRead.test(names)) return false;
  if (unknownPacking.test(names)) return true;
  let left = mostUnpackedBytes;
  for (const { index, 0: start } of text.matchAll(startOfStream)) {
    left = await leftAfter(bytes.subarray(index + start.length), left, deepestPacking);
    if (left < 0) return true;
  }
  return false;
}

/** What is left of so many bytes when this is unpacked; negative: nothing. */
async function leftAfter(packed: Buffer, left: number, depth: number): Promise<number> {
  if (!isPacked(packed)) return left;
  if (depth === 0) return -1;
  const unpacked = await unpack(packed, left + 1);
  if (unpacked === null) return left;
  return unpacked === "too much" ? -1 : leftAfter(unpacked, left - unpacked.length, depth - 1);
}

/** The two bytes that deflated data begins with (RFC 1950). */
const isPacked = (bytes: Buffer) => bytes.length > 2 && (bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;

async function unpack(packed: Buffer, most: number): Promise<Buffer | "too much" | null> {
  try {
    return await promisify(inflate)(packed, { maxOutputLength: most });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too much" : null;
  }
}

/** Whether going through all pages comes to an end soon: a tree whose branches meet again has more pages than atoms. */
export async function hasFewPages(document: PDFDocument): Promise<boolean> {
  const { PDFPageTree: Tree } = await import("pdf-lib");
  const open: PDFPageTree[] = [document.catalog.Pages()];
  let count = 0;
  for (let tree = open.pop(); tree !== undefined; tree = open.pop()) {
    const kids = tree.Kids();
    count += kids.size();
    if (count > mostNodes) return false;
    for (const kid of kids.asArray()) {
      const node = document.context.lookup(kid);
      if (node instanceof Tree) open.push(node);
    }
  }
  return true;
}
