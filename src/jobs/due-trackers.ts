import type { ShippingDeps } from "../shipping/deps.js";
import { checkTracker } from "../shipping/tracking/check-tracker.js";
import type { DueRowKind } from "./due-rows.js";

/**
 * Packages on their way: the carrier is asked where they are, of one account no more than `callsPerMinute`, all instances
 * together. An account's packages are a queue, and few accounts are asked at a time: purchases go first at UPS too. The
 * first that gets no answer ends its queue: the others would not get one either.
 */
export function dueTrackers(deps: ShippingDeps, callsPerMinute: number): DueRowKind {
  return {
    sweep: "take_due_trackers",
    more: [callsPerMinute],
    atOnce: 2,
    work: (turn) => checkTracker(deps, turn),
    failed: ({ id }, error) => deps.log.warn("A package could not be followed.", { trackerId: id, error }),
  };
}
