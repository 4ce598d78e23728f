import type { Answer } from "./front-door.js";
import { idsIn } from "./tenant-rows.js";

/** An answer in the words of the table. `strange`: ids that are not the caller's to see. */
export function outcomeOf(answer: Answer, field: string, strange: ReadonlySet<string>): string {
  const value = answer.data?.[field] ?? null;
  const codes = new Set([
    ...(answer.errors ?? []).map((error) => error.extensions.code),
    ...((value?.userErrors ?? []) as { code: string }[]).map((error) => error.code),
  ]);
  if (codes.size > 0) return [...codes].join(" and ");
  if (isEmpty(value)) return "NULL";
  return [...idsIn(JSON.stringify(value))].some((id) => strange.has(id)) ? "SOMEBODY ELSE'S DATA" : "DATA";
}

/** Nothing, or a list of nothing, as `_entities` gives it. */
const isEmpty = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.length > 0 && value.every((item) => item === null));

/** What the table's word is called in an answer: OWN is data without a trace of the other's. */
export const inAnswer = (word: string) => (word === "OWN" || word === "TAKEN" ? "DATA" : word);
