import { AdaptiveLimit } from "./adaptive-limit.js";
import { FairShares } from "./fair-shares.js";
import { overloaded } from "./overloaded.js";
import { type Party, strangers } from "./party.js";
import { Place } from "./place.js";
import { WaitProbe } from "./wait-probe.js";
import { WaitingLine } from "./waiting-line.js";

export interface AdmissionOptions {
  /**
   * Requests of one tenant's staff or buyers, those that wait for a carrier or for a place included; of all together a
   * quarter more. Each takes memory.
   */
  maxRequests: number;
  /** Requests that wait for a place. */
  maxQueued: number;
  /** How long they wait, in milliseconds, while there is not too much to do. Default 10,000. */
  patienceMs?: number;
  /** How long the oldest of those that wait for a database connection has waited, in milliseconds. */
  databaseWaitMs?: () => number;
}

/** How many requests there are and were, for an operator's eyes. */
export interface AdmissionCounts {
  /** At work or waiting for a carrier, a client, the check of their token or the sending of their answer. */
  underWay: number;
  /** Of these at work. */
  working: number;
  queued: number;
  /** Of those under way, who shows no token. */
  strangers: number;
  /** How many may be at work for now. */
  limit: number;
  /** Since the start. */
  admitted: number;
  refused: number;
}

const limits = { least: 4, most: 256, first: 16, targetMs: 10 };
/** Of all requests, those of strangers: whoever has a token finds room however many come without. */
const strangersShare = 1 / 4;
const patience = { patienceMs: 10_000, overloadMs: 100 };

/**
 * Lets in as many requests as can be worked on without each waiting for the others, a few more into a short line, and
 * refuses the rest at once: what is let in is answered quickly, however many come. Each tenant has its share of the
 * requests, of the places at work and of the line, and in it its staff and its buyers.
 */
export class Admission {
  readonly #limit = new AdaptiveLimit(limits);
  readonly #line: WaitingLine;
  readonly #probe: WaitProbe;
  readonly #requests: FairShares;
  readonly #working = new FairShares(Number.POSITIVE_INFINITY);
  readonly #counts = { unknown: 0, underWay: 0, admitted: 0, refused: 0 };
  #isLimitUsed = false;

  constructor(private readonly options: AdmissionOptions) {
    const { maxQueued: most, patienceMs = patience.patienceMs, maxRequests } = options;
    this.#requests = FairShares.forOneAlone(maxRequests);
    this.#line = new WaitingLine({ ...patience, most, patienceMs });
    this.#probe = new WaitProbe(options.databaseWaitMs ?? (() => 0), (waitMs) => this.#adapt(waitMs));
  }

  get counts(): AdmissionCounts {
    const { unknown, underWay, ...counts } = this.#counts;
    const now = { working: this.#working.held, queued: this.#line.length, limit: this.#limit.value };
    return { ...counts, ...now, underWay: underWay + unknown, strangers: this.#requests.ofTenant(strangers) };
  }

  /**
   * Finds out who asks, before a share is taken: until then they are as many as strangers may be, or as may wait for a place: a
   * burst is all of such. Throws OVERLOADED.
   */
  async identify<T>(find: () => Promise<T>): Promise<T> {
    if (this.#counts.unknown >= Math.max(this.#mostStrangers, this.options.maxQueued)) this.#refuse();
    this.#counts.unknown += 1;
    try {
      return await find();
    } finally {
      this.#counts.unknown -= 1;
    }
  }

  /** Throws OVERLOADED. `isGone`: nobody waits for the answer any more. `forget` is called once it has been sent. */
  async enter(party: Party, isGone: () => boolean = () => false): Promise<{ place: Place; forget(): void }> {
    if (!this.#mayAsk(party)) this.#refuse();
    this.#requests.take(party);
    if (!(await this.#takePlace(party, isGone))) {
      this.#requests.give(party);
      this.#refuse();
    }
    this.#counts.underWay += 1;
    this.#counts.admitted += 1;
    const forget = () => {
      this.#counts.underWay -= 1;
      this.#requests.give(party);
    };
    return { place: new Place(this.#keeperFor(party)), forget };
  }

  get #mostStrangers(): number {
    return this.options.maxRequests * strangersShare;
  }

  #mayAsk(party: Party): boolean {
    const isTooStrange = party.tenant === strangers.tenant && this.#requests.ofTenant(party) >= this.#mostStrangers;
    return !isTooStrange && this.#requests.mayTake(party);
  }

  #takePlace(party: Party, isGone: () => boolean): boolean | Promise<boolean> {
    if (!this.#isRoomFor(party)) return this.#line.join(party, isGone);
    this.#begin(party);
    return true;
  }

  /** Who has none at work finds room above the limit, while there are fewer such than it: others may have it all. */
  #isRoomFor(party: Party): boolean {
    const isRoom = this.#working.held < this.#limit.value;
    this.#isLimitUsed ||= !isRoom;
    return isRoom || (this.#working.ofParty(party) === 0 && this.#working.parties < this.#limit.value);
  }

  #begin(party: Party): void {
    this.#working.take(party);
    this.#probe.turnOn();
  }

  #end(party: Party): void {
    this.#working.give(party);
    this.#fill();
    if (this.#working.held === 0) this.#probe.turnOff();
  }

  #fill(): void {
    for (let party = this.#admitOne(); party !== null; party = this.#admitOne()) this.#begin(party);
  }

  #admitOne(): Party | null {
    return this.#line.length === 0 ? null : this.#line.admitOne(this.#working, (party) => this.#isRoomFor(party));
  }

  /** What has been let in once goes on before what waits to be, also above the limit. */
  #keeperFor(party: Party) {
    return {
      stepAside: () => this.#end(party),
      comeBack: () => this.#begin(party),
      leave: (wasAside: boolean) => {
        if (!wasAside) this.#end(party);
      },
    };
  }

  #adapt(waitMs: number): void {
    this.#limit.adapt(waitMs, this.#isLimitUsed);
    this.#isLimitUsed = false;
    this.#fill();
  }

  #refuse(): never {
    this.#counts.refused += 1;
    throw overloaded();
  }
}
