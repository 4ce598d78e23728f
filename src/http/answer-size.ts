/** Bytes of a leaf's value in JSON, of a list of them with its commas; letters that JSON escapes count as they are. */
export function sizeOfLeaf(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value) + 2;
  if (value === null || value === undefined || typeof value === "boolean") return 4;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOfLeaf(item) + 1, 2);
  return String(value).length + 2;
}
