import type { AuditChange } from "../../entities/values/audit-change.js";

type Values = Readonly<Record<string, unknown>>;

/**
 * What differs, by name. Only values of `shown` are told; of everything else, which may be secret or about people, that it
 * was changed. Empty: nothing differs.
 */
export function changesOf(before: Values, after: Values, shown: readonly string[]): AuditChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .filter((field) => textOf(before[field]) !== textOf(after[field]))
    .map((field) =>
      shown.includes(field)
        ? { field, before: textOf(before[field]), after: textOf(after[field]), isWithheld: false }
        : withheld(field),
    );
}

/** That it was changed, and no more. */
export const withheld = (field: string): AuditChange => ({ field, before: null, after: null, isWithheld: true });

function textOf(value: unknown): string | null {
  if (value == null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
