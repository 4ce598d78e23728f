import type { Database } from "../database/tenant-transaction.js";
import type { Log } from "../log.js";
import { LocalCounter } from "./counter.js";
import { type RateLimitSettings, RateLimits } from "./rate-limits.js";
import { SharedCounter, type StorePauses } from "./shared-counter.js";
import { createStore } from "./store.js";

/** `isShared`: all servers of the database count together. */
export function createRateLimits(
  settings: RateLimitSettings & { isShared: boolean },
  log: Log,
  database: Database,
  pauses?: StorePauses,
): RateLimits {
  const store = createStore(database);
  const local = (policy: string, limit: number) => new LocalCounter(policy, limit);
  const shared = (policy: string, limit: number) => new SharedCounter(policy, limit, store, log, pauses);
  return new RateLimits(settings, settings.isShared ? shared : local, local);
}
