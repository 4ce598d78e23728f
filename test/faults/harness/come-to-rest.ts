import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseView } from "./database-view.js";
import type { Stage } from "./stage.js";

/** Longer than any fault keeps a booking back. */
const lateBookingsSeconds = 3_600;
const pollMs = 1_000;

/** UPS behaves again and nobody is killed: whatever UPS still owes happens now. */
export async function endFaults({ control }: Stage): Promise<void> {
  await control.clearFaults();
  await control.advanceClock(lateBookingsSeconds);
}

/**
 * The workers drive every purchase to its end, while the last buyers wait for theirs; then what UPS may still show late
 * is looked at once more. What was not done within `limitMs`; null: all was.
 */
export async function comeToRest(view: DatabaseView, buyers: Promise<void>, limitMs: number): Promise<string | null> {
  const end = Date.now() + limitMs;
  let isBuying = true;
  const gone = buyers.finally(() => {
    isBuying = false;
  });
  const isQuiet = async () => (await view.hurry()) === 0 && !isBuying;
  const isQuietInTime = await becomes(isQuiet, end);
  await gone;
  if (!isQuietInTime) return `quiet, with ${await view.hurry()} purchases under way`;
  const watched = await view.makeWatchedDue();
  const unseen = async () => {
    const checks = await view.checks();
    return [...watched].filter(([id, before]) => (checks.get(id) ?? 0) <= before).map(([id]) => id);
  };
  if (!(await becomes(async () => (await unseen()).length === 0, end))) return `a look at ${await unseen()}`;
  return (await becomes(isQuiet, end)) ? null : `quiet again, with ${await view.hurry()} purchases under way`;
}

/** Looks again and again; false when it did not come true before `end`. */
async function becomes(isSo: () => Promise<boolean>, end: number): Promise<boolean> {
  while (!(await isSo())) {
    if (Date.now() > end) return false;
    await sleep(pollMs);
  }
  return true;
}
