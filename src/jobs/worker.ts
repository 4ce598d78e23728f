import PgBoss from "pg-boss";
import type { ShippingDeps } from "../shipping/deps.js";
import { reconcilePurchase } from "../shipping/reconcile/reconcile-purchase.js";
import { type PurchaseJob, purchaseQueue } from "./job-queue.js";
import { pollTrackers } from "./poll-trackers.js";
import { repeat } from "./repeat.js";
import { sweepDuePurchases } from "./sweep.js";

export interface Worker {
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  databaseUrl: string;
  /** Default 10. Jobs that were lost, or sent while no worker ran, are found this often. */
  sweepSeconds?: number;
  /** Null, the default: packages are not followed. */
  tracking?: TrackingPolls | null;
}

export interface TrackingPolls {
  /** How often is looked for packages that are due. */
  everySeconds: number;
  /** Of one account, all instances together. */
  callsPerMinute: number;
}

const connections = 3;
const pollSeconds = 2;
const batchSize = 10;

/** Works the queue and sweeps for what it lost. Any number of instances may run one. */
export async function startWorker(
  deps: ShippingDeps,
  { databaseUrl, sweepSeconds = 10, tracking = null }: WorkerOptions,
): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: "pgboss",
    migrate: false,
    schedule: false,
    max: connections,
    application_name: "shipping worker",
  });
  boss.on("error", (error) => deps.log.debug("A connection or the upkeep of the job queue failed.", { error }));
  await boss.start();
  const queue = repeat("The job queue", () => workBatch(boss, deps), pollSeconds, deps);
  const sweeper = repeat("The sweep for due purchases", () => sweepDuePurchases(deps), sweepSeconds, deps);
  const tracker = tracking && followPackages(deps, tracking);
  return {
    async stop() {
      await Promise.all([queue.stop(), sweeper.stop(), tracker?.stop()]);
      await boss.stop({ graceful: false });
    },
  };
}

function followPackages(deps: ShippingDeps, { everySeconds, callsPerMinute }: TrackingPolls): Pick<Worker, "stop"> {
  const stopping = new AbortController();
  const poll = () => pollTrackers(deps, callsPerMinute, stopping.signal);
  const repeated = repeat("Following packages", poll, everySeconds, deps);
  return {
    stop() {
      stopping.abort();
      return repeated.stop();
    },
  };
}

/**
 * Whether there may be more. `boss.work` is not used: it leaves the promise of noting a job as done to itself, and
 * where the database goes away in that moment, the rejection ends the process.
 */
async function workBatch(boss: PgBoss, deps: ShippingDeps): Promise<boolean> {
  const jobs = await boss.fetch<PurchaseJob>(purchaseQueue, { batchSize });
  await Promise.all(jobs.map((job) => workJob(boss, deps, job)));
  return jobs.length === batchSize;
}

async function workJob(boss: PgBoss, deps: ShippingDeps, { id, data }: PgBoss.Job<PurchaseJob>): Promise<void> {
  try {
    await reconcilePurchase(deps, data.tenantId, data.id);
  } catch (error) {
    deps.log.warn("A purchase could not be looked up at the carrier.", { purchaseId: data.id, error });
    return boss.fail(purchaseQueue, id);
  }
  await boss.complete(purchaseQueue, id);
}
