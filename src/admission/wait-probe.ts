const everyMs = 10;
const windowMs = 100;

/**
 * How long work waits: for the event loop, measured by how late a timer is, or for what `oldestWaitMs` tells of,
 * whichever is longer. Tells the mean of each window while it is on. Off it costs nothing.
 */
export class WaitProbe {
  #timer: NodeJS.Timeout | null = null;
  #samples: number[] = [];
  #since = 0;

  constructor(
    private readonly oldestWaitMs: () => number,
    private readonly tell: (meanMs: number) => void,
  ) {}

  turnOn(): void {
    if (this.#timer !== null) return;
    this.#samples = [];
    this.#since = performance.now();
    this.#schedule();
  }

  turnOff(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #schedule(): void {
    const due = performance.now() + everyMs;
    this.#timer = setTimeout(() => this.#sample(due), everyMs).unref();
  }

  #sample(due: number): void {
    const now = performance.now();
    this.#samples.push(Math.max(now - due, this.oldestWaitMs()));
    this.#schedule();
    if (now - this.#since < windowMs) return;
    const mean = this.#samples.reduce((sum, each) => sum + each, 0) / this.#samples.length;
    this.#samples = [];
    this.#since = now;
    this.tell(mean);
  }
}
