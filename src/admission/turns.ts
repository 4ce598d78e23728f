/** How long a request may keep the event loop to itself, in milliseconds. */
export const sliceMs = 10;

/**
 * Parts of one request's work that wait for their turn: some are let go, the event loop serves others, and so on; how many
 * at a time finds itself, by how long they took.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #next = 0;
  #atOnce = 1;
  #isRunning = false;

  /** `spentMs`: the processor time of the request so far. */
  constructor(private readonly spentMs: () => number) {}

  get isEmpty(): boolean {
    return this.#next === this.#waiting.length;
  }

  take(): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push(go);
      if (this.#isRunning) return;
      this.#isRunning = true;
      setImmediate(() => this.#letSomeGo());
    });
  }

  #letSomeGo(): void {
    const before = this.spentMs();
    const end = Math.min(this.#next + this.#atOnce, this.#waiting.length);
    while (this.#next < end) this.#waiting[this.#next++]?.();
    setImmediate(() => {
      this.#adapt(this.spentMs() - before);
      if (!this.isEmpty) return this.#letSomeGo();
      this.#waiting.length = 0;
      this.#next = 0;
      this.#isRunning = false;
    });
  }

  #adapt(tookMs: number): void {
    if (tookMs > sliceMs) this.#atOnce = Math.max(1, Math.floor(this.#atOnce / 2));
    else if (tookMs < sliceMs / 2) this.#atOnce = Math.min(4_096, this.#atOnce * 2);
  }
}
