export interface WaitingLineOptions {
  /** In it at once; whoever comes then takes the place of the one that waits longest. */
  most: number;
  /** How long one may wait, in milliseconds. */
  patienceMs: number;
  /** How long once there is too much to do. */
  overloadMs: number;
}

interface Waiting {
  since: number;
  isGone(): boolean;
  done(isAdmitted: boolean): void;
}

/**
 * Requests that wait to be let in, for a short time, in the order of their coming: a burst is worked off. Once
 * somebody has been turned away there is too much to do, until the line is empty again: the newest go first then, and
 * nobody waits long. They are still waited for and are answered quickly, where else all would be late. After "Fail at
 * Scale" (adaptive LIFO).
 */
export class WaitingLine {
  readonly #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | null = null;
  #isOverload = false;

  constructor(private readonly options: WaitingLineOptions) {}

  get length(): number {
    return this.#waiting.length;
  }

  /** True once it is the request's turn, false when it has waited too long. `isGone`: nobody waits for its answer. */
  join(isGone: () => boolean): Promise<boolean> {
    return new Promise((done) => {
      this.#waiting.push({ since: performance.now(), isGone, done });
      this.#timer ??= setInterval(() => this.#turnAway(), this.options.overloadMs / 4);
      this.#turnAway();
    });
  }

  /** Lets one in; false: none waits. */
  admitOne(): boolean {
    this.#turnAway();
    for (;;) {
      const next = this.#isOverload ? this.#waiting.pop() : this.#waiting.shift();
      if (next === undefined) return false;
      const isWanted = !next.isGone();
      next.done(isWanted);
      if (isWanted) return true;
    }
  }

  /** Those who have waited too long, and those who are too many. */
  #turnAway(): void {
    const { most, patienceMs, overloadMs } = this.options;
    const latest = performance.now() - (this.#isOverload ? overloadMs : patienceMs);
    for (let oldest = this.#waiting[0]; oldest; oldest = this.#waiting[0]) {
      if (oldest.since > latest && this.length <= most) return;
      this.#isOverload = true;
      this.#waiting.shift();
      oldest.done(false);
    }
    this.#rest();
  }

  #rest(): void {
    this.#isOverload = false;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
