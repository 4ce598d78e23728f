/** A time of day; hours 0 to 24, where 24:00 is the end of the day. */
interface TimeOfDay {
  hours: number;
  minutes: number;
  seconds: number;
}

/** How many digits a time without colons has before UPS drops its leading zeros. */
type Digits = 4 | 6;

const withColons = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?\s*(?:([AP])\.?M\.?)?$/i;

/**
 * UPS's times, none of them reliably padded (captures, UPS-API/api-documentation#191): `74700`, `930`, `0` for midnight,
 * `07:47:00`, `7:47`, `10:30 A.M.`. `digits` 6: HHMMSS; 4: HHMM, or HHMMSS where more than four stand there. Null for
 * what is no time.
 */
export function readTime(text: string | undefined, digits: Digits): TimeOfDay | null {
  const written = text?.trim() ?? "";
  const [, hours, minutes, seconds = "0", half] = withColons.exec(written) ?? [];
  if (hours !== undefined) return timeOf(inWholeDay(Number(hours), half), Number(minutes), Number(seconds));
  if (!/^\d{1,6}$/.test(written)) return null;
  const padded = digits === 4 && written.length <= 4 ? `${written.padStart(4, "0")}00` : written.padStart(6, "0");
  const [first, second, third] = (padded.match(/../g) ?? []).map(Number);
  return timeOf(first!, second!, third!);
}

/** HH:MM. */
export function clockOf({ hours, minutes }: TimeOfDay): string {
  return [hours, minutes].map((part) => String(part).padStart(2, "0")).join(":");
}

function inWholeDay(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  return (hours % 12) + (half.toUpperCase() === "P" ? 12 : 0);
}

function timeOf(hours: number, minutes: number, seconds: number): TimeOfDay | null {
  const isTime = minutes < 60 && seconds < 60 && hours * 3600 + minutes * 60 + seconds <= 86_400;
  return isTime ? { hours, minutes, seconds } : null;
}
