import type { ClosedReason, Tracker } from "../../entities/tracker.js";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Seconds from a purchase to the first look: nobody hands a package over faster. */
export const firstPauseSeconds = hour;

/** Until a look that brought no answer is repeated. */
export const failurePauseSeconds = 15 * minute;

/** Seconds until the next look at a package that stands so; the longer nothing is heard of a label, the rarer. */
export function pauseSeconds(status: Tracker["status"], ageSeconds: number): number {
  switch (status) {
    case "OUT_FOR_DELIVERY":
      return 45 * minute;
    case "IN_TRANSIT":
    case "EXCEPTION":
      return ageSeconds < 14 * day ? 4 * hour : 12 * hour;
    case "AVAILABLE_FOR_PICKUP":
    case "RETURNING":
      return 6 * hour;
    default:
      return silentPause(ageSeconds);
  }
}

function silentPause(ageSeconds: number): number {
  if (ageSeconds < day) return 3 * hour;
  if (ageSeconds < 4 * day) return 6 * hour;
  return ageSeconds < 14 * day ? day : 3 * day;
}

/** Why a package that stands so needs no further look; null: it does. The carrier forgets it in the end. */
export function endOf(status: Tracker["status"], ageSeconds: number, followedForDays: number): ClosedReason | null {
  if (status === "DELIVERED" || status === "RETURNED" || status === "VOIDED") return status;
  return ageSeconds >= followedForDays * day ? "EXPIRED" : null;
}
