import { whileAside } from "./work.js";

/** A fixed number of places for what takes long, such as a purchase at the carrier: first come, first served. */
export class Places {
  #taken = 0;
  /** Oldest first: each takes the place that becomes free. */
  readonly #waiting = new Set<() => void>();

  constructor(private readonly most: number) {}

  /** Those that are taken, and those who wait for one. */
  get counts(): { taken: number; waiting: number; most: number } {
    return { taken: this.#taken, waiting: this.#waiting.size, most: this.most };
  }

  /** Resolves with what gives the place back, once; null: none became free within `waitMs`. */
  async take(waitMs: number): Promise<(() => void) | null> {
    if (this.#taken < this.most) this.#taken += 1;
    else if (!(await whileAside(() => this.#isHandedOver(waitMs)))) return null;
    return () => this.#give();
  }

  #isHandedOver(waitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isTaken: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(take);
        resolve(isTaken);
      };
      const take = () => end(true);
      const timer = setTimeout(() => end(false), Math.max(0, waitMs));
      this.#waiting.add(take);
    });
  }

  /** To the one who waits longest, if anybody does. */
  #give(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#taken -= 1;
  }
}
