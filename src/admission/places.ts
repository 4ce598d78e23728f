import { overloaded } from "./overloaded.js";
import { whileAside } from "./work.js";

/** A fixed number of places for what takes long, such as a purchase that waits for the carrier. */
export class Places {
  #taken = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** Those that are taken, and those who wait for one. */
  get counts(): { taken: number; waiting: number; most: number } {
    return { taken: this.#taken, waiting: this.#waiting.length, most: this.most };
  }

  /** Resolves with what gives the place back. Throws OVERLOADED when none gets free within `waitMs`. */
  async take(waitMs: number): Promise<() => void> {
    if (this.#taken < this.most) this.#taken += 1;
    else await whileAside(() => this.#handedOver(waitMs));
    return () => this.#give();
  }

  #handedOver(waitMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(overloaded("Too many purchases wait for the carrier at the moment. Nothing was bought."));
      }, waitMs);
      const take = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(take);
    });
  }

  /** To the one who waits longest, if anybody does. */
  #give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken -= 1;
  }
}
