/** What calendars and clocks show somewhere. */
export interface LocalTime {
  /** YYYY-MM-DD. */
  day: string;
  /** Milliseconds since the clock's midnight. */
  time: number;
}

/** In a zone (IANA name). Throws a `RangeError` where there is no such zone. */
export function localTime(timeZone: string, instant: Date): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const [year, month, day, hour, minute, second] = partNames.map((name) => parts.get(name) ?? "");
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return { day: `${year}-${month}-${day}`, time: seconds * 1000 + instant.getUTCMilliseconds() };
}

/**
 * The instant at which the clocks of a zone show a time, in milliseconds: the first of two where the hour comes twice; where
 * it is left out, as long after the change as the time was to be after it.
 */
export function instantOf(timeZone: string, { day, time }: LocalTime): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + time;
  const before = asUtc - offsetAt(timeZone, asUtc - dayMs);
  const after = asUtc - offsetAt(timeZone, asUtc + dayMs);
  const isShown = (instant: number) => instant + offsetAt(timeZone, instant) === asUtc;
  return isShown(before) || !isShown(after) ? before : after;
}

const dayMs = 24 * 60 * 60 * 1000;

/** How much clocks are ahead of UTC, in milliseconds. */
function offsetAt(timeZone: string, instant: number): number {
  const { day, time } = localTime(timeZone, new Date(instant));
  return Date.parse(`${day}T00:00:00Z`) + time - instant;
}

const partNames = ["year", "month", "day", "hour", "minute", "second"] as const;

/** Costly to make, and no more than there are zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formats.get(timeZone);
  if (kept) return kept;
  const digits = "2-digit";
  const shown = { year: "numeric", month: digits, day: digits, hour: digits, minute: digits, second: digits } as const;
  // Of the Gregorian calendar and in Latin digits, whatever the machine's locale is.
  const format = new Intl.DateTimeFormat("en-GB-u-ca-iso8601-nu-latn", { ...shown, hourCycle: "h23", timeZone });
  formats.set(timeZone, format);
  return format;
}
