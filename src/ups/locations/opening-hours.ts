import type { OpeningInterval } from "../../carrier/locations.js";
import { clockOf, readTime } from "../words/times.js";

/** A day of `OperatingHours` (Locator.yaml, DayOfWeek) with its shifts as lists. */
export interface UpsDay {
  /** 1 Sunday to 7 Saturday. */
  day: string;
  opens: string[];
  closes: string[];
  isClosed: boolean;
  isAlwaysOpen: boolean;
}

interface Span {
  weekday: number;
  from: number;
  to: number;
}

const minutesPerDay = 1440;

/**
 * UPS's days as intervals of ISO weekdays, in order and never overlapping. Times come unpadded (930) and midnight as 0;
 * closing earlier than opening is the next day. What cannot be read is left out: no hours are better than wrong ones.
 */
export function parseOpeningHours(days: UpsDay[]): OpeningInterval[] {
  return joined(days.flatMap(spansOf)).map(({ weekday, from, to }) => ({
    weekday,
    opens: clockTime(from),
    closes: clockTime(to),
  }));
}

/** 1 Monday to 7 Sunday for UPS's 1 Sunday to 7 Saturday; null for anything else. */
export function isoWeekday(upsDay: string): number | null {
  return /^[1-7]$/.test(upsDay) ? ((Number(upsDay) + 5) % 7) + 1 : null;
}

/** Minutes since midnight of a military time, padded or not; null when it is none. */
export function minutesOf(military: string): number | null {
  const time = readTime(military, 4);
  return time && time.hours * 60 + time.minutes;
}

/** HH:MM; the end of a day is 00:00. */
export function clockTime(minutes: number): string {
  const ofDay = minutes % minutesPerDay;
  return clockOf({ hours: Math.floor(ofDay / 60), minutes: ofDay % 60, seconds: 0 });
}

function spansOf({ day, opens, closes, isClosed, isAlwaysOpen }: UpsDay): Span[] {
  const weekday = isoWeekday(day);
  if (weekday === null || isClosed) return [];
  if (isAlwaysOpen) return [{ weekday, from: 0, to: minutesPerDay }];
  if (opens.length !== closes.length) return [];
  return opens.flatMap((open, index) => shiftOf(weekday, minutesOf(open), minutesOf(closes[index] ?? "")));
}

function shiftOf(weekday: number, from: number | null, closes: number | null): Span[] {
  if (from === null || closes === null || from === minutesPerDay) return [];
  const to = closes === 0 ? minutesPerDay : closes;
  if (to > from) return [{ weekday, from, to }];
  if (to === from) return [];
  return [
    { weekday, from, to: minutesPerDay },
    { weekday: (weekday % 7) + 1, from: 0, to },
  ];
}

/** In order; shifts of a day that meet or overlap become one. */
function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((left, right) => left.weekday - right.weekday || left.from - right.from)) {
    const last = result.at(-1);
    if (last && last.weekday === span.weekday && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}
