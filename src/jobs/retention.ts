import { setTimeout as sleep } from "node:timers/promises";
import { inSystem } from "../database/tenant-transaction.js";
import type { ShippingDeps } from "../shipping/deps.js";
import { add } from "../telemetry/instruments.js";
import { type Repeated, repeat } from "./repeat.js";

/** Rows that a batch looks at. Those whose bytes go with them are fewer. */
const batchSizes = {
  RATE_QUOTE: 500,
  CARRIER_REQUEST: 500,
  DOCUMENT: 25,
  UPLOAD: 25,
  TOKEN: 500,
  CREDENTIAL: 100,
  TRACKER: 100,
  VOIDED_LABEL: 100,
  ADDRESS_CHECK: 500,
};

export type RetentionKind = keyof typeof batchSizes;

/** Days that each kind is kept; what is missing is kept for ever. Audit events go by a way of their own: see the worker. */
export type RetentionDays = Readonly<Partial<Record<RetentionKind | "AUDIT_EVENT", number>>>;

export type Removed = Partial<Record<RetentionKind, number>>;

const everySeconds = 60;
/** A turn of the loop, so that it is seen to come round. */
const turnMs = 20_000;
/** Until a tenant that has nothing more is looked at again. */
const againSeconds = 6 * 3_600;
/** Between two batches; and never more than half of the time is spent in them. */
const pauseMs = 50;

interface Batch {
  kind: RetentionKind;
  looked: number;
  removed: number;
}

type Needed = Pick<ShippingDeps, "database" | "log">;

/**
 * Removes what is past its retention, of any tenant: a batch of one tenant is a transaction of its own, and all that have
 * something take turns. Any number of instances may do it.
 */
export function startRetention(deps: Needed, days: RetentionDays): Repeated {
  let isStopped = false;
  const turn = async () => {
    const end = performance.now() + turnMs;
    const { isMore, removed } = await removeOld(deps, days, () => isStopped || performance.now() > end);
    if (Object.keys(removed).length > 0) deps.log.info("Old data was removed.", { removed });
    return isMore;
  };
  const repeated = repeat("Removing old data", turn, everySeconds, deps);
  return {
    beat: () => repeated.beat(),
    stop() {
      isStopped = true;
      return repeated.stop();
    },
  };
}

/** Batch after batch until nothing is due, or `isOver`. Gives what was removed, and whether there may be more. */
export async function removeOld(
  deps: Needed,
  days: RetentionDays,
  isOver = () => false,
): Promise<{ isMore: boolean; removed: Removed }> {
  const kinds = (Object.keys(batchSizes) as RetentionKind[]).filter((kind) => days[kind] !== undefined);
  await inSystem(deps.database, (manager) => manager.query("select enrol_retention($1)", [kinds]));
  const removed: Removed = {};
  while (!isOver()) {
    const begunAt = performance.now();
    const batch = await sweep(deps, kinds, days);
    if (batch === null) return { isMore: false, removed };
    if (batch.removed > 0) note(removed, batch);
    if (batch.looked > 0) await sleep(Math.max(pauseMs, performance.now() - begunAt));
  }
  return { isMore: true, removed };
}

async function sweep({ database }: Needed, kinds: RetentionKind[], days: RetentionDays): Promise<Batch | null> {
  const values = [kinds, kinds.map((kind) => days[kind]), kinds.map((kind) => batchSizes[kind]), againSeconds];
  const rows: Batch[] = await inSystem(database, (manager) =>
    manager.query("select * from sweep_retention($1, $2, $3, $4)", values),
  );
  return rows[0] ?? null;
}

function note(removed: Removed, batch: Batch): void {
  removed[batch.kind] = (removed[batch.kind] ?? 0) + batch.removed;
  add("retention", batch.removed, { kind: batch.kind });
}
