import { AppError } from "../errors.js";
import { isStorable } from "../storable-text.js";

/** The order that a list is read in, as its cursors name it. */
export interface CursorOrder {
  /** Name of the list: a cursor of another list is refused. */
  list: string;
  field: string;
  direction: "ASC" | "DESC";
}

/** A row's place in that order: the value that is sorted by, and the id where values are equal. */
export interface Place {
  value: string;
  id: string;
}

export function encodeCursor({ list, field, direction }: CursorOrder, { value, id }: Place): string {
  return Buffer.from(JSON.stringify([list, field, direction, value, id])).toString("base64url");
}

/** Throws BAD_USER_INPUT for what is no cursor of this list, or one of another order. `isValue`: what PostgreSQL reads. */
export function decodeCursor(cursor: string, order: CursorOrder, isValue: (text: string) => boolean): Place {
  const [list, field, direction, value, id] = parts(cursor);
  if (list !== order.list || id === undefined)
    throw new AppError("BAD_USER_INPUT", "after is not a cursor of this list.");
  if (field !== order.field || direction !== order.direction)
    throw new AppError("BAD_USER_INPUT", "after is a cursor of another order: give it with the orderBy it came from.");
  if (!isValue(value!) || !isStorable(value!) || !isStorable(id))
    throw new AppError("BAD_USER_INPUT", "after is not a cursor of this list.");
  return { value: value!, id };
}

function parts(cursor: string): string[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(read) && read.length === 5 && read.every((part) => typeof part === "string")) return read;
  } catch {
    // Falls through: whatever is not our cursor gets the same answer.
  }
  return [];
}
