import { readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Servers take over what others have left every two seconds. */
const mostMs = 15_000;
const pollMs = 250;

/** Names of the kept answers that no server stores although nothing disturbs it any more. */
export async function answersLeft(folder: string, limitMs = mostMs): Promise<string[]> {
  const end = Date.now() + limitMs;
  for (;;) {
    const left = await readdir(folder);
    if (left.length === 0 || Date.now() > end) return left;
    await sleep(pollMs);
  }
}
