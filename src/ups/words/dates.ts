/** YYYYMMDD. */
export function upsDate(date: string): string {
  return date.replaceAll("-", "");
}

/**
 * `20260131`, or `2026-01-31` as Time in Transit writes it, also with a time behind it, as YYYY-MM-DD; null for what is
 * no day.
 */
export function readDate(text: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text?.trim() ?? "") ?? [];
  if (year === undefined) return null;
  const date = `${year}-${month}-${day}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
}
