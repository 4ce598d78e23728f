import type { TrackedTime } from "../../carrier/tracking.js";
import { readDate } from "../words/dates.js";
import { clockOf, readTime } from "../words/times.js";

/** An activity's six fields as UPS writes them. */
export interface ActivityTime {
  date?: string | undefined;
  time?: string | undefined;
  gmtDate?: string | undefined;
  gmtTime?: string | undefined;
  gmtOffset?: string | undefined;
}

/**
 * `gmtDate` and `gmtTime` are UTC already: `gmtOffset` only tells how far local time is from it, and applying it once
 * more is the commonest mistake made with UPS's times. Mail Innovations sends no gmt fields: then the instant is null.
 */
export function readActivityTime({ date, time, gmtDate, gmtTime, gmtOffset }: ActivityTime): TrackedTime {
  const [utcDate, utcTime] = [readDate(gmtDate), readClock(gmtTime)];
  return {
    occurredAt: utcDate && utcTime ? `${utcDate}T${utcTime}Z` : null,
    localDate: readDate(date),
    localTime: readClock(time),
    utcOffset: readOffset(gmtOffset),
  };
}

/** As HH:MM:SS. UPS drops leading zeros: `74700` is 07:47, `0` midnight. */
export function readClock(text: string | undefined): string | null {
  const time = readTime(text, 6);
  return time && time.hours < 24 ? `${clockOf(time)}:${String(time.seconds).padStart(2, "0")}` : null;
}

/** Tracking writes `-05:00`, Track Alert `-05.00`. */
function readOffset(text: string | undefined): string | null {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2})[:.]?(\d{2})$/.exec(text ?? "") ?? [];
  return sign === undefined ? null : `${sign}${hours?.padStart(2, "0")}:${minutes}`;
}
