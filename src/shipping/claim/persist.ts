import { setTimeout as sleep } from "node:timers/promises";
import { whileAside } from "../../admission/work.js";
import { AppError } from "../../errors.js";

const pausesMs = [200, 1_000, 3_000, 10_000];

/** What was paid for is worth waiting for the database: `work`, which can be repeated, is while it is away. */
export async function persist(work: () => Promise<void>): Promise<void> {
  for (const pause of pausesMs) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.retryable)) throw error;
      await whileAside(() => sleep(pause, undefined, { ref: false }));
    }
  }
  return work();
}
