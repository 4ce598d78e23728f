import type { LabelFileFormat } from "../../carrier/shipping.js";

/**
 * The bytes of an image as UPS writes it: base64, also with line breaks or as a data URL. What is no base64 is taken for
 * the file itself, written into the answer as text.
 */
export function decodeImage(written: string): Buffer {
  const base64 = written.replace(/^\s*data:[^,]*,/i, "").replace(/\s|\\[rn]|&#x[dDaA];/g, "");
  return /^[A-Za-z0-9+/_-]*={0,2}$/.test(base64) ? Buffer.from(base64, "base64") : Buffer.from(written, "latin1");
}

const startsWith =
  (signature: string) =>
  (bytes: Buffer): boolean =>
    bytes.subarray(0, signature.length).equals(Buffer.from(signature, "latin1"));

/** Text alone is looked at, from its first kilobytes: printers' commands may hold binary graphics further on. */
const beginsLike =
  (pattern: RegExp) =>
  (bytes: Buffer): boolean =>
    pattern.test(bytes.subarray(0, 4096).toString("latin1"));

/** What files of each format begin with. A page comes before the printers' languages: it may quote one. */
const signatures: [LabelFileFormat, (bytes: Buffer) => boolean][] = [
  ["GIF", startsWith("GIF8")],
  ["PNG", startsWith("\x89PNG\r\n\x1a\n")],
  ["JPEG", startsWith("\xff\xd8\xff")],
  ["PDF", beginsLike(/^[\s\S]{0,1019}%PDF-/)],
  [
    "HTML",
    beginsLike(/^(\xef\xbb\xbf)?\s*(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|meta|title|script|\?xml)/i),
  ],
  ["ZPL", beginsLike(/\^XA|~DG|~DY/i)],
  ["EPL", beginsLike(/(^|[\r\n])N[\r\n][\s\S]*[\r\n](A|B|b|GW|LO|q|Q)\d/)],
  ["SPL", startsWith("\x1b@")],
];

/** What a file is, whatever it is called; null: none that labels come in. */
export function formatOfBytes(bytes: Buffer): LabelFileFormat | null {
  return signatures.find(([, isLike]) => isLike(bytes))?.[0] ?? null;
}
