import PgBoss from "pg-boss";
import type { ShippingDeps } from "../shipping/deps.js";
import { reconcilePurchase } from "../shipping/label/reconcile-purchase.js";
import { type PurchaseJob, purchaseQueue } from "./job-queue.js";
import { sweepDuePurchases } from "./sweep.js";

export interface Worker {
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  databaseUrl: string;
  /** Default 10. Jobs that were lost, or sent while no worker ran, are found this often. */
  sweepSeconds?: number;
}

const connections = 3;

/** Works the queue and sweeps for what it lost. Any number of instances may run one. */
export async function startWorker(
  deps: ShippingDeps,
  { databaseUrl, sweepSeconds = 10 }: WorkerOptions,
): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: "pgboss",
    migrate: false,
    max: connections,
    application_name: "shipping worker",
  });
  boss.on("error", (error) => deps.log.warn("The job queue cannot be worked at the moment.", { error }));
  await boss.start();
  await boss.work<PurchaseJob>(purchaseQueue, { pollingIntervalSeconds: 2, batchSize: 10 }, async (jobs) => {
    await Promise.all(jobs.map(({ data }) => reconcilePurchase(deps, data.tenantId, data.id)));
  });
  const sweeper = repeat(() => sweepDuePurchases(deps), sweepSeconds, deps);
  return {
    async stop() {
      await sweeper.stop();
      await boss.stop({ graceful: true, wait: true, timeout: 10_000 });
    },
  };
}

/** Runs `work`, waits, and again; a failure is logged and does not end it. */
function repeat(work: () => Promise<void>, seconds: number, deps: ShippingDeps): Worker {
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const turn = () => {
    underWay = work()
      .catch((error) => deps.log.warn("Sweeping for due purchases failed.", { error }))
      .finally(() => {
        if (!isStopped) timer = setTimeout(turn, seconds * 1000);
      });
  };
  turn();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
      clearTimeout(timer);
    },
  };
}
