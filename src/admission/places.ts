import { FairLine } from "./fair-line.js";
import { FairShares } from "./fair-shares.js";
import type { Party } from "./party.js";
import { whileAside } from "./work.js";

/**
 * Places for what takes long, such as a purchase at the carrier: so many for one party alone, and a quarter more, which
 * it leaves to others. They are shared out fairly; see `FairShares`.
 */
export class Places {
  readonly #shares: FairShares;
  readonly #line = new FairLine<() => void>();

  constructor(private readonly most: number) {
    this.#shares = FairShares.forOneAlone(most);
  }

  /** Of all parties together. */
  get size(): number {
    return this.#shares.size;
  }

  /** Those that are taken, those who wait for one, and what one party may have. */
  get counts(): { taken: number; waiting: number; most: number } {
    return { taken: this.#shares.held, waiting: this.#line.length, most: this.most };
  }

  /** Resolves with what gives the place back, once; null: none became free within `waitMs`. */
  async take(party: Party, waitMs: number): Promise<(() => void) | null> {
    if (this.#shares.mayTake(party)) return this.#taken(party);
    return whileAside(() => this.#wait(party, waitMs));
  }

  #taken(party: Party): () => void {
    this.#shares.take(party);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#shares.give(party);
      this.#serve();
    };
  }

  #wait(party: Party, waitMs: number): Promise<(() => void) | null> {
    return new Promise((resolve) => {
      const take = () => {
        clearTimeout(timer);
        resolve(this.#taken(party));
      };
      const giveUp = () => {
        this.#line.remove(party, take);
        resolve(null);
      };
      const timer = setTimeout(giveUp, Math.max(0, waitMs));
      this.#line.join(party, take);
    });
  }

  #serve(): void {
    const mayTake = (party: Party) => this.#shares.mayTake(party);
    for (let next = this.#line.next(this.#shares, mayTake); next; next = this.#line.next(this.#shares, mayTake))
      this.#line.takeOut(next)?.();
  }
}
