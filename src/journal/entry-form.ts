import type { SecretBox } from "../security/secret-box.js";
import type { EntryKey } from "./journal.js";

/** The context of a sealed entry is what it is about. */
export type Sealer = Pick<SecretBox, "seal" | "open">;

/** Raised when what is kept changes its shape: entries of another form are set aside, not misread. */
const form = 1;

/** Bytes within stand as base64; everything else as JSON has it. */
export function sealEntry(sealer: Sealer, key: EntryKey, value: unknown): Buffer {
  return sealer.seal(JSON.stringify({ form, value: withoutBytes(value) }), contextOf(key));
}

/** Throws AppError, or an Error that says why, where it cannot be opened or read. */
export function openEntry(sealer: Sealer, key: EntryKey, sealed: Buffer): unknown {
  const entry = JSON.parse(sealer.open(sealed, contextOf(key))) as { form: unknown; value: unknown };
  if (entry.form !== form) throw new Error(`It has the form ${entry.form}, which this version does not read.`);
  return withBytes(entry.value);
}

/** An entry that is given another's name does not open. */
function contextOf({ kind, tenantId, id }: EntryKey): string {
  return `answer/${kind}/${tenantId}/${id}`;
}

function withoutBytes(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return { $bytes: value.toString("base64") };
  if (value instanceof Date) return value.toISOString();
  return mapped(value, withoutBytes);
}

function withBytes(value: unknown): unknown {
  const { $bytes } = (value ?? {}) as { $bytes?: unknown };
  if (typeof $bytes === "string") return Buffer.from($bytes, "base64");
  return mapped(value, withBytes);
}

function mapped(value: unknown, each: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(each);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, each(part)]));
}
