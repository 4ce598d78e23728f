import { isStorable } from "../storable-text.js";

/** What a list can be sorted by: a column that is never null, and what a cursor keeps of it. */
export interface Sort<T> {
  column: string;
  type: "timestamptz" | "date" | "text";
  valueOf(row: T): string;
  /** Whether every lead of the list has an index in this order. */
  isLed: boolean;
}

/** The orders of one list by name; the first is the one it has when none is asked for, newest first. */
export type Sorts<T> = Record<string, Sort<T>>;

/** An order as callers give it. */
export interface OrderBy {
  field: string;
  direction: "ASC" | "DESC";
}

/** The day of what has none yet: after all others. */
export const noDay = "infinity";

/** As PostgreSQL reads them: what JavaScript takes for a date, PostgreSQL need not. */
export const isSortValue: Record<Sort<never>["type"], (text: string) => boolean> = {
  timestamptz: (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text,
  date: (text) =>
    text === noDay ||
    (/^\d{4}-\d\d-\d\d$/.test(text) &&
      !Number.isNaN(Date.parse(text)) &&
      new Date(text).toISOString().startsWith(text)),
  text: isStorable,
};

const sortBy =
  (type: Sort<never>["type"], isLed: boolean) =>
  <T>(column: string & keyof T): Sort<T> => ({ column, type, isLed, valueOf: (row) => String(row[column]) });

export const byInstant = sortBy("timestamptz", true);
export const byDay = sortBy("date", true);
export const byText = sortBy("text", false);
