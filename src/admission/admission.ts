import { AdaptiveLimit } from "./adaptive-limit.js";
import { overloaded } from "./overloaded.js";
import { Place } from "./place.js";
import { WaitProbe } from "./wait-probe.js";
import { WaitingLine } from "./waiting-line.js";

export interface AdmissionOptions {
  /** Requests in all, those that wait for a carrier or for a place included. Each takes memory. */
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
  /** At work or waiting for a carrier, a client or the sending of their answer. */
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
 * refuses the rest at once: what is let in is answered quickly, however many come.
 */
export class Admission {
  readonly #limit = new AdaptiveLimit(limits);
  readonly #line: WaitingLine;
  readonly #probe: WaitProbe;
  readonly #counts = { underWay: 0, working: 0, strangers: 0, admitted: 0, refused: 0 };
  #isLimitUsed = false;

  constructor(private readonly options: AdmissionOptions) {
    const { maxQueued: most, patienceMs = patience.patienceMs } = options;
    this.#line = new WaitingLine({ ...patience, most, patienceMs });
    this.#probe = new WaitProbe(options.databaseWaitMs ?? (() => 0), (waitMs) => this.#adapt(waitMs));
  }

  get counts(): AdmissionCounts {
    return { ...this.#counts, queued: this.#line.length, limit: this.#limit.value };
  }

  /** Throws OVERLOADED. `isGone`: nobody waits for the answer any more. `forget` is called once it has been sent. */
  async enter(isGone: () => boolean = () => false): Promise<{ place: Place; forget(): void }> {
    const { underWay } = this.#counts;
    if (underWay + this.#line.length >= this.options.maxRequests || !(await this.#takePlace(isGone))) this.#refuse();
    this.#counts.underWay += 1;
    this.#counts.admitted += 1;
    const place = new Place(this.#keeper);
    const forget = () => {
      this.#counts.underWay -= 1;
      if (place.isStrangers) this.#counts.strangers -= 1;
    };
    return { place, forget };
  }

  #takePlace(isGone: () => boolean): boolean | Promise<boolean> {
    if (this.#line.length > 0 || !this.#isRoom()) return this.#line.join(isGone);
    this.#begin();
    return true;
  }

  #isRoom(): boolean {
    const isRoom = this.#counts.working < this.#limit.value;
    this.#isLimitUsed ||= !isRoom;
    return isRoom;
  }

  #begin(): void {
    this.#counts.working += 1;
    this.#probe.turnOn();
  }

  #end(): void {
    this.#counts.working -= 1;
    this.#fill();
    if (this.#counts.working === 0) this.#probe.turnOff();
  }

  #fill(): void {
    while (this.#line.length > 0 && this.#isRoom() && this.#line.admitOne()) this.#begin();
  }

  /** What has been let in once goes on before what waits to be, also above the limit. */
  readonly #keeper = {
    stepAside: () => this.#end(),
    comeBack: () => this.#begin(),
    leave: (wasAside: boolean) => {
      if (!wasAside) this.#end();
    },
    admitStranger: () => {
      if (this.#counts.strangers >= this.options.maxRequests * strangersShare) this.#refuse();
      this.#counts.strangers += 1;
    },
  };

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
