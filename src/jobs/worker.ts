import type { ShippingDeps } from "../shipping/deps.js";
import { duePurchases } from "./due-purchases.js";
import { type DueRowKind, DueRows } from "./due-rows.js";
import { dueTrackers } from "./due-trackers.js";
import { forgetAuditEvents } from "./forget-audit-events.js";
import { forgetRequestCounts } from "./forget-request-counts.js";
import { repeat, type WorkerBeat } from "./repeat.js";
import { type RetentionDays, startRetention } from "./retention.js";
import { tellBacklog } from "./tell-backlog.js";

export interface Worker {
  /** Of each of its loops. */
  beats(): WorkerBeat[];
  /** Takes nothing more and waits for what is under way. */
  stop(): Promise<void>;
}

export interface TrackingPolls {
  /** How often is looked for packages that are due. */
  everySeconds: number;
  /** Of one account, all instances together. */
  callsPerMinute: number;
}

const purchasesEverySeconds = 2;

/** Does what is due, of any tenant. Any number of instances may run one. `tracking` null: packages are not followed. */
export function startWorker(deps: ShippingDeps, tracking: TrackingPolls | null, retention: RetentionDays): Worker {
  const workers = [sweep("The sweep for due purchases", deps, duePurchases(deps), purchasesEverySeconds)];
  if (tracking !== null) {
    const { everySeconds, callsPerMinute } = tracking;
    workers.push(sweep("Following packages", deps, dueTrackers(deps, callsPerMinute), everySeconds));
  }
  const limits = { purchases: 60, trackers: Math.max(900, 3 * (tracking?.everySeconds ?? 0)), tellEvery: 300 };
  const telling = repeat("Telling what falls behind", () => tellBacklog(deps, limits), 30, deps);
  const forgetting = repeat("Forgetting counts of requests", () => forgetRequestCounts(deps), 600, deps);
  const loops = [telling, forgetting, startRetention(deps, retention)];
  const { AUDIT_EVENT: auditDays } = retention;
  if (auditDays !== undefined)
    loops.push(repeat("Forgetting audit events", () => forgetAuditEvents(deps, auditDays), 3_600, deps));
  for (const loop of loops) workers.push({ beats: () => [loop.beat()], stop: () => loop.stop() });
  return {
    beats: () => workers.flatMap((worker) => worker.beats()),
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

function sweep(name: string, deps: ShippingDeps, kind: DueRowKind, everySeconds: number): Worker {
  const rows = new DueRows(deps, kind);
  const repeated = repeat(name, () => rows.take(), everySeconds, deps);
  return {
    beats: () => [repeated.beat()],
    async stop() {
      rows.stop();
      await repeated.stop();
      await rows.settled();
    },
  };
}
