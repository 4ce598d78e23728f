/**
 * Texts that every part of the way can hold: well-formed Unicode without NUL. PostgreSQL keeps nothing else in text or
 * JSON, and says in its own log what it was given. Non-characters such as U+FFFF are well-formed, and stay.
 */

/** With the flag `u` only those that are no half of a pair. */
const loneSurrogate = /\p{Surrogate}/u;
const loneSurrogates = /\p{Surrogate}/gu;

export function isStorable(text: string): boolean {
  return !text.includes("\0") && !loneSurrogate.test(text);
}

/** The text with U+FFFD for what is half of a pair, and without NUL. */
export function toStorable(text: string): string {
  return text.replaceAll("\0", "").replaceAll(loneSurrogates, "\ufffd");
}

/** What an escape in JSON needs to be half of a pair, or NUL. A pair written in escapes is met too. */
const suspectEscape = /\\u(?:0000|d[89a-f])/i;

/** False: JSON of this text, which is well-formed itself, holds no text that cannot be stored. */
export function mayHoldUnstorable(json: string): boolean {
  return suspectEscape.test(json);
}

interface Step {
  key: string;
  above: Step | null;
}

/** Where in a JSON value the text or name is that cannot be stored; null: nowhere. Without recursion. */
export function findUnstorable(root: unknown, isGood: (text: string) => boolean = isStorable): string[] | null {
  const open: { value: unknown; at: Step | null }[] = [{ value: root, at: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, at } = next;
    if (typeof value === "string" && !isGood(value)) return pathTo(at);
    if (typeof value !== "object" || value === null) continue;
    for (const [key, part] of Object.entries(value)) {
      if (!isGood(key)) return pathTo(at);
      open.push({ value: part, at: { key, above: at } });
    }
  }
  return null;
}

function pathTo(step: Step | null): string[] {
  const path: string[] = [];
  for (let at = step; at !== null; at = at.above) path.unshift(at.key);
  return path;
}
