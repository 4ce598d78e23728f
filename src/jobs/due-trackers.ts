import type { ShippingDeps } from "../shipping/deps.js";
import { checkTracker } from "../shipping/tracking/check-tracker.js";
import { inBackground } from "../shipping/urgency.js";
import type { DueRowKind } from "./due-rows.js";

/**
 * Packages on their way: the carrier is asked where they are, those near delivery first, of one account for one package
 * after the other and no more than `callsPerMinute`, all instances together.
 */
export function dueTrackers(deps: ShippingDeps, callsPerMinute: number): DueRowKind {
  const background = inBackground(deps);
  return {
    sweep: "take_due_trackers",
    atOnce: 16,
    accounts: { atOnce: 1, more: [callsPerMinute] },
    work: (turn) => checkTracker(background, turn),
    failed: ({ id }, error) => deps.log.warn("A package could not be followed.", { trackerId: id, error }),
  };
}
