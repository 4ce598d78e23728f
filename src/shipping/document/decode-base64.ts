/** The bytes of strict base64 (RFC 4648, padded, no white space); null for any other text. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  // Node reads much more than base64; what it writes back is exactly that.
  return bytes.toString("base64") === text ? bytes : null;
}

/** How many bytes such a text holds, told before it is decoded. */
export function decodedLength(text: string): number {
  return Math.floor((text.length * 3) / 4) - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
}
