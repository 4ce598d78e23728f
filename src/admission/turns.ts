/** How long a request may keep the event loop to itself, in milliseconds. */
const sliceMs = 10;
/** Objects of an answer in one go. A page and what hangs on it stay together, so that loaders read them at once. */
const objects = { least: 50, first: 500, most: 4_000 };

interface Waiting {
  objects: number;
  go(): void;
}

/**
 * Parts of one request's work that wait for their turn: some are let go, the event loop serves others, and so on; how many
 * objects at a time finds itself, by how long they took.
 */
export class Turns {
  readonly #waiting: Waiting[] = [];
  #next = 0;
  #atOnce = objects.first;
  /** Of the turn that runs. */
  #gone = 0;
  #isRunning = false;

  /** `spentMs`: the processor time of the request so far. */
  constructor(private readonly spentMs: () => number) {}

  /** Null: it may go on at once. */
  take(count: number): Promise<void> | null {
    this.#start();
    const isRoom = this.#gone === 0 || this.#gone + count <= this.#atOnce;
    if (isRoom && this.#next === this.#waiting.length) {
      this.#gone += count;
      return null;
    }
    return new Promise((go) => this.#waiting.push({ objects: count, go }));
  }

  #start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#endTurnLater();
  }

  #endTurnLater(): void {
    const before = this.spentMs();
    setImmediate(() => {
      this.#adapt(this.spentMs() - before);
      this.#gone = 0;
      if (this.#next < this.#waiting.length) {
        this.#endTurnLater();
        this.#letSomeGo();
        return;
      }
      this.#waiting.length = 0;
      this.#next = 0;
      this.#isRunning = false;
    });
  }

  #letSomeGo(): void {
    for (;;) {
      const next = this.#waiting[this.#next];
      if (!next || (this.#gone > 0 && this.#gone + next.objects > this.#atOnce)) return;
      this.#next += 1;
      this.#gone += next.objects;
      next.go();
    }
  }

  #adapt(tookMs: number): void {
    if (tookMs > sliceMs) this.#atOnce = Math.max(objects.least, Math.floor(this.#atOnce / 2));
    else if (tookMs < sliceMs / 2) this.#atOnce = Math.min(objects.most, Math.floor(this.#atOnce * 1.5));
  }
}
