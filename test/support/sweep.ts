import { duePurchases } from "../../src/jobs/due-purchases.js";
import { type DueRowKind, DueRows } from "../../src/jobs/due-rows.js";
import { dueTrackers } from "../../src/jobs/due-trackers.js";
import type { ShippingDeps } from "../../src/shipping/deps.js";

/** What the worker does by and by: takes all that is due now, of any tenant, and waits until it is done. */
export async function workDue(deps: ShippingDeps, kind: DueRowKind): Promise<void> {
  const rows = new DueRows(deps, kind);
  while (await rows.take());
  await rows.settled();
}

export const sweepDuePurchases = (deps: ShippingDeps) => workDue(deps, duePurchases(deps));

export const pollTrackers = (deps: ShippingDeps, callsPerMinute: number) =>
  workDue(deps, dueTrackers(deps, callsPerMinute));
