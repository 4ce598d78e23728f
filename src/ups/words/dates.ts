/** YYYYMMDD. */
export function upsDate(date: string): string {
  return date.replaceAll("-", "");
}
