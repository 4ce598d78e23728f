/** Whether something is done on a day, YYYY-MM-DD. */
export type IsWorkingDay = (day: string) => boolean;

/** Monday to Friday: when carriers carry. */
export const carriersWorkingDay: IsWorkingDay = (day) => weekdayOf(day) <= 5;

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The day itself where it is one, else the next that is. There must be one. */
export function workingDayFrom(day: string, isWorkingDay: IsWorkingDay): string {
  let reached = day;
  while (!isWorkingDay(reached)) reached = dayAfter(reached);
  return reached;
}

/** So many working days after a day; the day itself for none. */
export function addWorkingDays(day: string, count: number, isWorkingDay: IsWorkingDay): string {
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = workingDayFrom(dayAfter(reached), isWorkingDay);
  return reached;
}

/** The carrier's working days after the first day, up to the last. */
export function carriersDaysBetween(first: string, last: string): number {
  const days = Math.max(0, (Date.parse(last) - Date.parse(first)) / 86_400_000);
  const beyondWeeks = Array.from({ length: days % 7 }, (_, index) => dayAfter(first, index + 1));
  return Math.floor(days / 7) * 5 + beyondWeeks.filter(carriersWorkingDay).length;
}

export function dayAfter(day: string, days = 1): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return later.toISOString().slice(0, 10);
}
