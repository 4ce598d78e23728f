import type { ShippingUserError } from "../entities/values/user-error.js";
import { userError } from "./user-error.js";

/** What a change came to, and what it emptied: nothing is cleared without being told. */
export interface Change<Row> {
  row: Row;
  /** Paths in the input, joined by dots. */
  clearedFields: string[];
}

const message = "It cannot be empty: leave it out to keep it as it is.";

/** One rule for null in changes: absent stays, null clears what can be empty, anything else is INVALID at its path. */
export function refusedNulls<Input extends object>(
  input: Input | null | undefined,
  neverEmpty: readonly (keyof Input & string)[],
  at: string[],
): ShippingUserError[] {
  return neverEmpty
    .filter((part) => input?.[part] === null)
    .map((part) => userError("INVALID", message, [...at, part]));
}

/** Of the parts, named as callers name them, those that had a value before and have none now. */
export function clearedFields(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(before).filter((part) => !isEmpty(before[part]) && isEmpty(after[part]));
}

const isEmpty = (value: unknown) => value == null || (Array.isArray(value) && value.length === 0);
