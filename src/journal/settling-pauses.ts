const firstPauseMs = 2_000;
const longestPauseMs = 600_000;
const waitingPauseMs = 10_000;

/** When files that could not be settled are tried again. */
export class SettlingPauses {
  readonly #pauses = new Map<string, { untilMs: number; pauseMs: number }>();

  isOver(file: string): boolean {
    return (this.#pauses.get(file)?.untilMs ?? 0) <= Date.now();
  }

  /** Nothing failed: what it is about is not ready for it. */
  beginFixed(file: string): void {
    this.#begin(file, waitingPauseMs);
  }

  /** Twice the one before. */
  beginLonger(file: string): void {
    const before = this.#pauses.get(file)?.pauseMs ?? firstPauseMs / 2;
    this.#begin(file, Math.min(2 * before, longestPauseMs));
  }

  forget(file: string): void {
    this.#pauses.delete(file);
  }

  #begin(file: string, pauseMs: number): void {
    this.#pauses.set(file, { untilMs: Date.now() + pauseMs, pauseMs });
  }
}
