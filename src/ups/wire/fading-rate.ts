import { loadSeconds } from "../../carrier/call-budget.js";

/** Calls a second, older ones counting less: what is told as `foregroundPerSecond`. */
export class FadingRate {
  #rate = 0;
  #at = 0;

  add(nowMs: number): void {
    this.#rate = this.#fadedBy(nowMs) + 1 / loadSeconds;
    this.#at = nowMs;
  }

  /** What was called since this was last asked. */
  take(nowMs: number): number {
    const rate = this.#fadedBy(nowMs);
    this.#rate = 0;
    return rate;
  }

  #fadedBy(nowMs: number): number {
    return this.#rate * Math.exp((this.#at - nowMs) / 1_000 / loadSeconds);
  }
}
