import { setTimeout as sleep } from "node:timers/promises";
import { patienceMs } from "./patience.js";

const pollMs = 10;

/**
 * Looks again and again until what is seen is as wanted, and gives it; rejects with what was seen last. It takes the
 * place of pauses: how long something takes depends on the machine, what it comes to does not.
 */
export async function eventually<Seen>(
  look: () => Promise<Seen> | Seen,
  isWanted: (seen: Seen) => boolean = Boolean,
): Promise<Seen> {
  for (const end = performance.now() + patienceMs; ; await sleep(pollMs)) {
    const seen = await look();
    if (isWanted(seen)) return seen;
    if (performance.now() > end)
      throw new Error(`Not so after ${patienceMs} ms: ${look} gives ${JSON.stringify(seen)}, wanted ${isWanted}`);
  }
}
