import { RateLimiterMemory } from "rate-limiter-flexible";
import { type Database, inTenant } from "../database/tenant-transaction.js";

const windowSeconds = 3_600;

/** Guesses of the running hour. */
export interface GuessStore {
  /** Adds as many to each name of a tenant's, or takes them away, and tells what is in it then. */
  add(
    tenantId: string,
    names: string[],
    guesses: 1 | -1,
  ): Promise<{ countedAs: string; guesses: number; endsInMs: number }[]>;
}

/** The hour begins with the first guess, by the database's clock. In the names' order: nobody waits in a circle. */
const add = `
  insert into request_count as running (tenant_id, counted_as, requests, ends_at)
  select $1, name, greatest(0, $3::int), now() + make_interval(secs => ${windowSeconds})
    from unnest($2::text[]) as name order by name
  on conflict (tenant_id, counted_as) do update set
    requests = greatest(0, case when running.ends_at > now() then running.requests else 0 end + $3::int),
    ends_at = case when running.ends_at > now() then running.ends_at else excluded.ends_at end
  returning running.counted_as as "countedAs", running.requests as guesses,
            greatest(1, extract(epoch from running.ends_at - now()) * 1000)::float8 as "endsInMs"`;

/** What all servers have counted. Without the database there is no answer to guess at either. */
export function storeOfGuesses(database: Database): GuessStore {
  return {
    add: (tenantId, names, guesses) =>
      inTenant(database, tenantId, (manager) => manager.query(add, [tenantId, names, guesses])),
  };
}

/** What this server alone has counted. */
export function memoryOfGuesses(): GuessStore {
  const hours = new RateLimiterMemory({ points: 1, duration: windowSeconds });
  return {
    add: (tenantId, names, guesses) =>
      Promise.all(
        names.map(async (countedAs) => {
          const key = `${tenantId}:${countedAs}`;
          const { consumedPoints, msBeforeNext } = await (guesses > 0 ? hours.penalty(key, 1) : hours.reward(key, 1));
          return { countedAs, guesses: consumedPoints, endsInMs: msBeforeNext };
        }),
      ),
  };
}
