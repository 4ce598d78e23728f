import { setTimeout as sleep } from "node:timers/promises";
import type { LookUp } from "../booking/look-up-booking.js";
import { Postponed } from "../postponed.js";

const mostRepeats = 10;
const longestPauseSeconds = 60;

/** Asks one after the other, with a pause: buyers go first at the carrier. What it has no time for is asked again. */
export class Pace {
  constructor(private readonly perMinute: number) {}

  async ask(lookUp: () => Promise<LookUp>): Promise<LookUp> {
    for (let repeat = 0; ; repeat++) {
      await sleep(60_000 / this.perMinute);
      const found = await lookUp().catch(busyAnswer);
      const pause = pauseOf(found);
      if (pause === null || repeat === mostRepeats) return found;
      await sleep(Math.min(pause, longestPauseSeconds) * 1_000);
    }
  }
}

function busyAnswer(error: unknown): LookUp {
  if (!(error instanceof Postponed)) throw error;
  const failure = { reason: "RATE_LIMITED" as const, message: error.message, retryAfterSeconds: error.spreadSeconds };
  return { kind: "NO_ANSWER", failure: { kind: "UNAVAILABLE", ...failure, messages: [] } };
}

/** Seconds; null: there is an answer, or another would be no better. */
function pauseOf(found: LookUp): number | null {
  if (found.kind !== "NO_ANSWER" || found.failure.kind !== "UNAVAILABLE") return null;
  return found.failure.reason === "RATE_LIMITED" ? (found.failure.retryAfterSeconds ?? 1) : null;
}
