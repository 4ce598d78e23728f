import { inSystem } from "../database/tenant-transaction.js";
import type { ShippingDeps } from "../shipping/deps.js";
import { checkTracker } from "../shipping/tracking/check-tracker.js";

const atMost = 100;
/** Accounts asked at a time. Packages of one account are asked for one after the other: purchases go first at UPS too. */
const accountsAtOnce = 2;

interface DueTracker {
  tenant_id: string;
  account_id: string;
  id: string;
}

/**
 * Looks at packages that are due, of any tenant; of one account no more than `callsPerMinute`, all instances together.
 * True: there may be more at once. One failure stops no other account. Once `signal` is aborted nothing new is asked.
 */
export async function pollTrackers(
  deps: ShippingDeps,
  callsPerMinute: number,
  signal: AbortSignal = new AbortController().signal,
): Promise<boolean> {
  const rows = (await inSystem(deps.database, (manager) =>
    manager.query("select tenant_id, account_id, id from due_trackers($1, $2)", [atMost, callsPerMinute]),
  )) as DueTracker[];
  const waiting = byAccount(rows);
  let isAllDone = true;
  const work = async () => {
    for (let trackers = waiting.shift(); trackers !== undefined; trackers = waiting.shift())
      isAllDone = (await pollAccount(deps, trackers, signal)) && isAllDone;
  };
  await Promise.all(Array.from({ length: accountsAtOnce }, work));
  return isAllDone && rows.length === atMost;
}

function byAccount(rows: DueTracker[]): DueTracker[][] {
  const groups = new Map<string, DueTracker[]>();
  for (const row of rows) {
    const key = `${row.tenant_id} ${row.account_id}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** Stops, with false, at the first that gets no answer: the others would not get one either. */
async function pollAccount(deps: ShippingDeps, trackers: DueTracker[], signal: AbortSignal): Promise<boolean> {
  for (const { tenant_id: tenantId, id } of trackers) {
    if (signal.aborted) return false;
    try {
      if (!(await checkTracker(deps, tenantId, id))) return false;
    } catch (error) {
      deps.log.warn("A package could not be followed.", { trackerId: id, error });
      return false;
    }
  }
  return true;
}
