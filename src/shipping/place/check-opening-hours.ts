import type { PlaceOpeningHours } from "../../entities/values/place-opening-hours.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";

/** Of one day: before and after a break. */
export const mostOpeningsPerDay = 2;

/** INVALID at the place of each that is no time of a day, comes on top of another, or is one too many of its day. */
export function checkOpeningHours(hours: readonly PlaceOpeningHours[], at: string[]): ShippingUserError[] {
  return hours.flatMap((open, index) => {
    const before = hours.slice(0, index).filter(({ weekday }) => weekday === open.weekday);
    const fault = faultOf(open, before);
    return fault === null ? [] : [userError("INVALID", fault.message, [...at, index, fault.part])];
  });
}

function faultOf(
  open: PlaceOpeningHours,
  before: PlaceOpeningHours[],
): { part: keyof PlaceOpeningHours; message: string } | null {
  if (!(open.weekday >= 1 && open.weekday <= 7)) return { part: "weekday", message: "Weekdays are 1 to 7." };
  if (open.opens >= open.closes) return { part: "closes", message: "It closes later than it opens, on the same day." };
  if (before.length >= mostOpeningsPerDay)
    return { part: "weekday", message: `A day has at most ${mostOpeningsPerDay} opening times.` };
  if (before.some((other) => open.opens < other.closes && other.opens < open.closes))
    return { part: "opens", message: "Opening times of a day do not overlap." };
  return null;
}
