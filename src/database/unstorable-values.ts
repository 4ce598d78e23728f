import { findUnstorable, isStorable, mayHoldUnstorable } from "../storable-text.js";

/** PostgreSQL's own code for it: what is read of its errors holds for ours. */
const untranslatableCharacter = "22021";

/**
 * An error for a statement's value that PostgreSQL would refuse, and quote in its log with what stands beside it; null:
 * there is none. Requests, tokens and carriers' answers are freed of such text where they come in: this is for all else.
 */
export function unstorableAmong(values: readonly unknown[]): Error | null {
  if (values.every(isGood)) return null;
  return Object.assign(new Error("A value holds a text that cannot be stored."), { code: untranslatableCharacter });
}

function isGood(value: unknown): boolean {
  if (typeof value === "string") return isStorable(value) && isStorableJson(value);
  return !Array.isArray(value) || value.every(isGood);
}

/** Values of JSON columns come as text; what is no JSON has no escapes. */
function isStorableJson(text: string): boolean {
  if (!/^[[{"]/.test(text) || !mayHoldUnstorable(text)) return true;
  try {
    return findUnstorable(JSON.parse(text)) === null;
  } catch {
    return true;
  }
}
