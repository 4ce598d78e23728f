import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../errors.js";

const firstPauseMs = 250;
const longestPauseMs = 2_000;

export interface Patience {
  /** How long a database that is away is waited for, from the first try on. */
  seconds: number;
  isWorthwhile?(error: AppError): boolean;
  /** Told of each try that failed and is followed by another. */
  onWait(error: AppError): void;
}

/**
 * What `work`, which can be repeated, gives: it is tried again while the database is away, as when it ends sessions, is
 * restarted or fails over. Throws what the last try said.
 */
export async function untilAvailable<T>(
  { seconds, isWorthwhile = () => true, onWait }: Patience,
  work: () => Promise<T>,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      const isAway = error instanceof AppError && error.code === "DATABASE_UNAVAILABLE";
      if (!isAway || !isWorthwhile(error) || performance.now() + pauseMs > end) throw error;
      onWait(error);
      await sleep(pauseMs);
    }
  }
}
