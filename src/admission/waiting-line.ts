import { FairLine, type Queue } from "./fair-line.js";
import type { FairShares } from "./fair-shares.js";
import { nameOf, type Party } from "./party.js";

export interface WaitingLineOptions {
  /** In it at once; whoever comes then takes the place of the oldest of the longest queue. */
  most: number;
  /** How long one may wait, in milliseconds. */
  patienceMs: number;
  /** How long once its party has too much to do. */
  overloadMs: number;
}

interface Waiting {
  since: number;
  isGone(): boolean;
  done(isAdmitted: boolean): void;
}

/**
 * Requests that wait to be let in, for a short time, each party's in the order of their coming: a burst is worked off. Once
 * somebody of a party has been turned away it has too much to do, until its queue is empty again: its newest go first then,
 * and none of it waits long. They are still waited for and are answered quickly, where else all would be late. After
 * "Fail at Scale" (adaptive LIFO). Others find nothing changed.
 */
export class WaitingLine {
  readonly #line = new FairLine<Waiting>();
  readonly #overloaded = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: WaitingLineOptions) {}

  get length(): number {
    return this.#line.length;
  }

  /** True once it is the request's turn, false when it has waited too long. `isGone`: nobody waits for its answer. */
  join(party: Party, isGone: () => boolean): Promise<boolean> {
    return new Promise((done) => {
      this.#line.join(party, { since: performance.now(), isGone, done });
      this.#timer ??= setInterval(() => this.#turnAway(), this.options.overloadMs / 4);
      this.#turnAway();
    });
  }

  /** Lets one in, of those whom there is room for; null: none is. */
  admitOne(shares: FairShares, isRoomFor: (party: Party) => boolean): Party | null {
    this.#turnAway();
    for (;;) {
      const party = this.#line.next(shares, isRoomFor);
      if (party === null) return null;
      const next = this.#line.takeOut(party, this.#overloaded.has(nameOf(party)) ? "NEWEST" : "OLDEST") as Waiting;
      const isWanted = !next.isGone();
      next.done(isWanted);
      if (isWanted) return party;
    }
  }

  /** Those who have waited too long, and those who are too many. */
  #turnAway(): void {
    for (const queue of this.#line.queues) this.#turnAwayLate(queue);
    while (this.length > this.options.most) this.#turnAwayOldest(this.#longest());
    this.#rest();
  }

  #turnAwayLate({ party, waiting }: Queue<Waiting>): void {
    const { patienceMs, overloadMs } = this.options;
    const mayWaitMs = () => (this.#overloaded.has(nameOf(party)) ? overloadMs : patienceMs);
    while (waiting[0] && waiting[0].since <= performance.now() - mayWaitMs()) this.#turnAwayOldest(party);
  }

  #turnAwayOldest(party: Party): void {
    this.#overloaded.add(nameOf(party));
    const oldest = this.#line.oldestOf(party);
    if (oldest === undefined) return;
    this.#line.remove(party, oldest);
    oldest.done(false);
  }

  #longest(): Party {
    const [longest] = this.#line.queues.toSorted((left, right) => right.waiting.length - left.waiting.length);
    return (longest as Queue<Waiting>).party;
  }

  /** Whoever has nobody waiting any more has done all there was. */
  #rest(): void {
    const waiting = new Set(this.#line.queues.map(({ party }) => nameOf(party)));
    for (const name of this.#overloaded) if (!waiting.has(name)) this.#overloaded.delete(name);
    if (this.length > 0) return;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
