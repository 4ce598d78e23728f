import { inSystem } from "../database/tenant-transaction.js";
import type { ShippingDeps } from "../shipping/deps.js";

interface Backlog {
  tenant_id: string;
  account_id: string;
  kind: "PURCHASE" | "TRACKER";
  rows_due: number;
  lag_seconds: number;
  calls_per_second: number | null;
}

/** Seconds. Looks at purchases are due within seconds, polls are hours apart. */
export interface BacklogLimits {
  purchases: number;
  trackers: number;
  /** Between two lines of the same account, whichever instance writes them. */
  tellEvery: number;
}

const words = { PURCHASE: "Looking purchases up", TRACKER: "Following packages" };

/** Says in the log which account's work is overdue for longer than it should be, and when it has caught up. */
export async function tellBacklog(
  { database, log }: Pick<ShippingDeps, "database" | "log">,
  { purchases, trackers, tellEvery }: BacklogLimits,
): Promise<void> {
  const rows: Backlog[] = await inSystem(database, (manager) =>
    manager.query("select * from tell_backlog($1, $2, $3)", [purchases, trackers, tellEvery]),
  );
  for (const row of rows) {
    const of = { tenantId: row.tenant_id, accountId: row.account_id };
    if (row.rows_due === 0) log.info(`${words[row.kind]} has caught up.`, of);
    else log.warn(`${words[row.kind]} falls behind.`, { ...of, ...figures(row) });
  }
}

function figures({ rows_due: rowsDue, lag_seconds: lag, calls_per_second: rate }: Backlog) {
  return { rowsDue, lagSeconds: Math.round(lag), callsPerSecond: rate === null ? null : Math.round(rate * 10) / 10 };
}
