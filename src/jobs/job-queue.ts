import PgBoss from "pg-boss";
import type { JobQueue } from "../shipping/deps.js";

/** The queue of purchases whose outcome is to be looked up at the carrier. Made by a migration. */
export const purchaseQueue = "reconcile-purchase";

export interface PurchaseJob {
  tenantId: string;
  id: string;
}

/** Sends jobs inside the transaction that needs them; it has no connection of its own. */
export function createJobQueue(): JobQueue {
  const boss = new PgBoss({
    schema: "pgboss",
    db: { executeSql: () => Promise.reject(new Error("Jobs are sent in a transaction.")) },
  });
  return {
    async checkPurchase(tenantId, id, afterSeconds, execute) {
      const executeSql = async (sql: string, values: unknown[]) => ({ rows: await execute(sql, values) });
      const job: PurchaseJob = { tenantId, id };
      await boss.send(purchaseQueue, job, { startAfter: Math.ceil(afterSeconds), db: { executeSql } });
    },
  };
}
