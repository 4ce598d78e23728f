import { failpoints } from "../../../src/failpoints.js";
import type { CarrierWatch } from "./carrier-watch.js";
import type { Evidence } from "./compare-ledger.js";
import type { PurchaseRow } from "./database-view.js";
import type { Damage } from "./disturbances.js";
import type { Fleet } from "./fleet.js";
import type { Verdict } from "./verdict.js";

const shownBroken = 5;

/** What happened, for people. */
export function describeRun(
  fleet: Fleet,
  damage: Damage,
  watch: CarrierWatch,
  passed: Record<string, number>,
  { ledger, purchases, diary }: Evidence,
) {
  const byState = Object.fromEntries(
    ["PURCHASED", "REJECTED", "NOT_CREATED", "UNKNOWN", "PENDING"].map((state) => [
      state,
      purchases.filter((purchase) => purchase.state === state).length,
    ]),
  );
  return {
    kills: damage.kills,
    "failpoints struck": `${Object.keys(damage.failpoints).length} of ${failpoints.length}`,
    "kills and freezes at failpoints": list(damage.failpoints),
    "failpoints to which nobody came in time": list(damage.missed),
    "failpoints passed": list(passed),
    "servers suspended, crashes of PostgreSQL": `${damage.suspended}, ${damage.databaseCrashes}`,
    "requests of buyers cut by a kill": list(damage.cut),
    "requests at UPS cut by a kill": list(watch.abandoned),
    "sessions of PostgreSQL ended": damage.sessionsEnded,
    "faults of UPS": damage.faults,
    "server starts": `${fleet.startMs.length}, median ${Math.round(median(fleet.startMs))} ms, failed ${fleet.failedStarts}`,
    purchases: list(byState),
    "charges that are estimated": `${purchases.filter(isEstimated).length} of ${byState.PURCHASED}`,
    "bookings at UPS": `${ledger.length}, ${ledger.filter((entry) => entry.voidedAt === null).length} live`,
    "what buyers were told": list(diary.endings),
    "requests repeated for want of an answer": diary.repeats,
    "acknowledged purchases": diary.acknowledged.length,
  };
}

export function print(rows: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(rows)) console.info(`  ${name.padEnd(42)} ${value}`);
}

export function printVerdicts(verdicts: Verdict[]): void {
  for (const { name, broken } of verdicts) {
    console.info(`  ${broken.length === 0 ? "ok    " : "BROKEN"} ${name.padEnd(42)} ${broken.length}`);
    for (const line of broken.slice(0, shownBroken)) console.info(`           ${line}`);
  }
}

const isEstimated = ({ state, is_estimated }: PurchaseRow) => state === "PURCHASED" && is_estimated;

const list = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
