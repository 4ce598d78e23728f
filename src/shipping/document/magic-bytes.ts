import type { DocumentFormat } from "../../carrier/documents.js";

type Test = (bytes: Buffer) => boolean;

const startsWith =
  (...signatures: string[]): Test =>
  (bytes) =>
    signatures.some((signature) => bytes.subarray(0, signature.length / 2).equals(Buffer.from(signature, "hex")));

/** What the older and the newer Office formats are packed in. */
const compound = startsWith("d0cf11e0a1b11ae1");
const zipped = startsWith("504b0304");

const tests: Record<DocumentFormat, Test> = {
  bmp: startsWith("424d"),
  doc: compound,
  gif: startsWith("47494638"),
  jpg: startsWith("ffd8ff"),
  // Readers take what stands before it within the first kilobyte.
  pdf: (bytes) => bytes.subarray(0, 1024).includes("%PDF-"),
  png: startsWith("89504e470d0a1a0a"),
  rtf: startsWith("7b5c727466"),
  tif: startsWith("49492a00", "4d4d002a"),
  txt: (bytes) => !bytes.includes(0),
  xls: compound,
  docx: zipped,
  xlsx: zipped,
};

/** Whether a file begins as files of its format do; of text only that it is no binary file. */
export function looksLike(format: DocumentFormat, bytes: Buffer): boolean {
  return tests[format](bytes);
}

const pictures = ["bmp", "gif", "jpg", "png", "tif"] as const satisfies readonly DocumentFormat[];

/** Of a file named as a picture, the picture that its bytes are: cameras and programs mix their endings up. */
export function pictureOf(named: DocumentFormat | null, bytes: Buffer | null): DocumentFormat | null {
  const isPicture = (pictures as readonly (DocumentFormat | null)[]).includes(named);
  if (!isPicture || bytes === null) return named;
  return pictures.find((format) => tests[format](bytes)) ?? named;
}
