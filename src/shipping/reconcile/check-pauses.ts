import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { PurchaseTimings } from "../deps.js";

const seconds = { minute: 60, hour: 3_600, day: 86_400 };

/** Pauses between looks at an open purchase: short first, since most bookings show at once. */
const growing = [15, 30, seconds.minute, 2 * seconds.minute, 5 * seconds.minute, 10 * seconds.minute];

/** Afterwards, where nothing is at stake but a better label or a price: what was not given for so long will not be soon. */
const doubled = [15, 30, 60, 120, 240, 360].map((minutes) => minutes * seconds.minute);

/**
 * Seconds until the next look, the `checks`-th being under way; null: no further one. After NOT_CREATED the carrier is
 * watched once a day, in case the booking shows late. `isPatient`: it is bought, and nobody waits for what is asked.
 */
export function pauseBeforeCheck(
  timings: PurchaseTimings,
  purchase: Pick<LabelPurchase, "state" | "startedAt">,
  checks: number,
  isPatient = false,
): number | null {
  if (purchase.state === "NOT_CREATED") {
    const age = (Date.now() - Date.parse(purchase.startedAt)) / 1000;
    return age < timings.watchLateFor ? seconds.day : null;
  }
  const longest = Math.max(timings.reconcileAfter, 1);
  const later = isPatient ? Math.min(checks - growing.length, doubled.length) : 1;
  const pause = growing[checks - 1] ?? doubled[later - 1]!;
  // Where an operator, or a test, wants looks sooner than usual, the first pauses shrink with it.
  return checks <= growing.length ? Math.min(pause, Math.max(1, longest) * 2 ** (checks - 1)) : pause;
}
