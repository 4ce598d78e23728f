import { Column, type ColumnOptions } from "typeorm";

/** `timestamptz(3)` as RFC 3339 text in UTC. Milliseconds, so that text and row compare equal in keyset cursors. */
export function InstantColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: "timestamptz", precision: 3, transformer: instantAsText, ...options });
}

/** `numeric` without scale, as decimal text. */
export function AmountColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: "numeric", ...options });
}

const instantAsText = {
  to: (value: unknown) => value,
  from: (value: Date | string | null) => (value == null ? null : new Date(value).toISOString()),
};
