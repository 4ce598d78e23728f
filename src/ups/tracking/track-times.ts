import type { TrackedTime } from "../../carrier/tracking.js";

/** An activity's six fields as UPS writes them. */
export interface ActivityTime {
  date?: string;
  time?: string;
  gmtDate?: string;
  gmtTime?: string;
  gmtOffset?: string;
}

/**
 * `gmtDate` and `gmtTime` are UTC already: `gmtOffset` only tells how far local time is from it, and applying it once
 * more is the commonest mistake made with UPS's times. Mail Innovations sends no gmt fields: then the instant is null.
 */
export function readActivityTime({ date, time, gmtDate, gmtTime, gmtOffset }: ActivityTime): TrackedTime {
  const [utcDate, utcTime] = [readDate(gmtDate), readTime(gmtTime)];
  return {
    occurredAt: utcDate && utcTime ? `${utcDate}T${utcTime}Z` : null,
    localDate: readDate(date),
    localTime: readTime(time),
    utcOffset: readOffset(gmtOffset),
  };
}

/** `20260131`, or `2026-01-31` as it was documented once, as YYYY-MM-DD; null for what is no day. */
export function readDate(text: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text ?? "") ?? [];
  if (year === undefined) return null;
  const date = `${year}-${month}-${day}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
}

/** `HHMMSS` as HH:MM:SS. UPS drops leading zeros: `74700` is 07:47, `0` midnight. */
export function readTime(text: string | undefined): string | null {
  const digits = (text ?? "").replaceAll(":", "");
  if (!/^\d{1,6}$/.test(digits)) return null;
  const [hours, minutes, seconds] = digits.padStart(6, "0").match(/../g) as [string, string, string];
  return Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60 ? `${hours}:${minutes}:${seconds}` : null;
}

/** Tracking writes `-05:00`, Track Alert `-05.00`. */
function readOffset(text: string | undefined): string | null {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2})[:.]?(\d{2})$/.exec(text ?? "") ?? [];
  return sign === undefined ? null : `${sign}${hours?.padStart(2, "0")}:${minutes}`;
}
