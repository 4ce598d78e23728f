import type { FairShares } from "./fair-shares.js";
import { nameOf, type Party } from "./party.js";

/** Those of one party who wait, the oldest first. */
export interface Queue<T> {
  readonly party: Party;
  readonly waiting: T[];
}

/**
 * Who waits for a share. It is the turn of the tenant that holds least, and of its parties of the one that holds least; of
 * several by turns, so that a long queue keeps no short one waiting. Remembers those who wait and nobody else.
 */
export class FairLine<T> {
  /** In the order of their turns. */
  readonly #queues = new Map<string, Queue<T>>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get queues(): readonly Queue<T>[] {
    return [...this.#queues.values()];
  }

  /** Of the party's, the one that waits longest. */
  oldestOf(party: Party): T | undefined {
    return this.#queues.get(nameOf(party))?.waiting[0];
  }

  join(party: Party, item: T): void {
    const queue = this.#queues.get(nameOf(party)) ?? { party, waiting: [] };
    this.#queues.set(nameOf(party), queue);
    queue.waiting.push(item);
    this.#length += 1;
  }

  /** Whose turn it is, of those who may take something; null: nobody may. */
  next(shares: FairShares, mayTake: (party: Party) => boolean): Party | null {
    let next: Party | null = null;
    for (const { party } of this.#queues.values())
      if (mayTake(party) && (next === null || holdsLess(shares, party, next))) next = party;
    return next;
  }

  /** Takes one of the party's out, the oldest or the newest; its others come after everybody else's turn. */
  takeOut(party: Party, which: "OLDEST" | "NEWEST" = "OLDEST"): T | undefined {
    const queue = this.#queues.get(nameOf(party));
    const item = which === "OLDEST" ? queue?.waiting.shift() : queue?.waiting.pop();
    if (queue === undefined || item === undefined) return undefined;
    this.#length -= 1;
    this.#queues.delete(nameOf(party));
    if (queue.waiting.length > 0) this.#queues.set(nameOf(party), queue);
    return item;
  }

  /** Takes one out that waits no longer; it was nobody's turn. */
  remove(party: Party, item: T): void {
    const queue = this.#queues.get(nameOf(party));
    const place = queue?.waiting.indexOf(item) ?? -1;
    if (queue === undefined || place === -1) return;
    queue.waiting.splice(place, 1);
    this.#length -= 1;
    if (queue.waiting.length === 0) this.#queues.delete(nameOf(party));
  }
}

function holdsLess(shares: FairShares, first: Party, second: Party): boolean {
  const difference = shares.ofTenant(first) - shares.ofTenant(second);
  return difference === 0 ? shares.ofParty(first) < shares.ofParty(second) : difference < 0;
}
