import { asWorker } from "../admission/work.js";
import { type Database, inTenant } from "../database/tenant-transaction.js";
import { windowSeconds } from "./standing.js";

/** What all servers have counted. */
export interface Store {
  /** Adds to the running minute of what a tenant's requests count as, and tells what is in it then. */
  add(tenantId: string, countedAs: string, requests: number): Promise<{ counted: number; endsInMs: number }>;
}

/** The minute begins with the first request, by the database's clock. */
const add = `
  insert into request_count as running (tenant_id, counted_as, requests, ends_at)
    values ($1, $2, $3, now() + make_interval(secs => ${windowSeconds}))
  on conflict (tenant_id, counted_as) do update set
    requests = case when running.ends_at > now() then running.requests else 0 end + excluded.requests,
    ends_at = case when running.ends_at > now() then running.ends_at else excluded.ends_at end
  returning running.requests as counted, greatest(1, extract(epoch from running.ends_at - now()) * 1000)::float8 as ms`;

/**
 * Counts in one row for each tenant and what its requests count as. Takes of the connections what is left to the worker:
 * a request waits for a count a moment only, and goes on without it.
 */
export function createStore(database: Database): Store {
  return {
    add: (tenantId, countedAs, requests) =>
      asWorker(() =>
        inTenant(database, tenantId, async (manager) => {
          const [{ counted, ms }] = await manager.query(add, [tenantId, countedAs, requests]);
          return { counted, endsInMs: ms };
        }),
      ),
  };
}
