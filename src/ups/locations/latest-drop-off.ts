import type { LatestDropOff, LatestDropOffService } from "../../carrier/locations.js";
import { clockTime, minutesOf } from "./opening-hours.js";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const dayPattern = "(mon|tue|wed|thu|fri|sat|sun)[a-z]*";
const partPattern = new RegExp(
  `${dayPattern}(?:\\s*-\\s*${dayPattern})?\\s*:?\\s*(\\d{1,2}):?(\\d{2})\\s*([ap]m)?`,
  "gi",
);

/**
 * UPS writes the latest drop-off in words: "Mon-Fri: 5:30pm; Sat: No Pickup", or as one military time, which then goes
 * for the days the place is open. Parts that say no time, or cannot be read, are left out.
 */
export function parseLatestDropOff(
  texts: string[],
  service: LatestDropOffService,
  openWeekdays: number[],
): LatestDropOff[] {
  return texts.flatMap((words) => {
    const always = minutesOf(words);
    if (always !== null) return openWeekdays.map((weekday) => ({ weekday, service, time: clockTime(always) }));
    return [...words.matchAll(partPattern)].flatMap((part) => partOf(part, service));
  });
}

function partOf(
  [, first = "", last, hour = "", minute = "", half]: RegExpMatchArray,
  service: LatestDropOffService,
): LatestDropOff[] {
  const minutes = minutesOf(`${halfDayHour(Number(hour), half?.toLowerCase())}${minute}`);
  if (minutes === null) return [];
  return weekdays(first, last ?? first).map((weekday) => ({ weekday, service, time: clockTime(minutes) }));
}

function halfDayHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

/** ISO weekdays from one to the other, over the end of the week too. */
function weekdays(first: string, last: string): number[] {
  const from = days.indexOf(first.toLowerCase());
  const count = ((days.indexOf(last.toLowerCase()) - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, step) => ((from + step) % 7) + 1);
}
