import { setTimeout as sleep } from "node:timers/promises";

/** Repeats until so much time is over. */
export async function during(ms: number, everyMs: number, act: () => unknown): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(everyMs)) await act();
}
