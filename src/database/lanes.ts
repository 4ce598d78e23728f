import { FairLine } from "../admission/fair-line.js";
import { FairShares } from "../admission/fair-shares.js";
import type { Party } from "../admission/party.js";
import type { Lane } from "../admission/work.js";
import { AppError } from "../errors.js";

/** Which part of the connections each leaves to the others. */
const parts: readonly [Lane, number][] = [
  ["SENDING", 0.1],
  ["BUYING", 0.1],
  ["ASKING", 0.2],
  ["READING", 0.2],
  ["WORKER", 0.5],
];

/** What all lanes leave together that buy nothing: a purchase never waits for them. */
const moneyPart = 0.1;
const isMoney = (lane: Lane) => lane === "SENDING" || lane === "BUYING";

interface Waiting {
  since: number;
  take(): void;
}

interface LaneState {
  lane: Lane;
  shares: FairShares;
  line: FairLine<Waiting>;
}

interface Turn {
  state: LaneState;
  party: Party;
  since: number;
}

const systems: Party = { tenant: "", kind: "WORKER" };

/**
 * The turnstile before a pool of connections: no lane may take all of them, and in no lane, nor in all of those together
 * that buy nothing, may one tenant (see `FairShares`). What was claimed is served first, so that it leaves before more is
 * claimed; then a tenant that has none, then a lane that has none, however many wait of those that have some. Else they are
 * served in the order of coming.
 */
export class Lanes {
  readonly #lanes: ReadonlyMap<Lane, LaneState>;
  readonly #all: FairShares;
  readonly #unpaid: FairShares;

  constructor(
    connections: number,
    private readonly waitMs: number,
  ) {
    this.#all = new FairShares(connections);
    this.#unpaid = new FairShares(mostOf(connections, moneyPart));
    this.#lanes = new Map(
      parts.map(([lane, part]) => {
        const shares = new FairShares(mostOf(connections, part));
        return [lane, { lane, shares, line: new FairLine<Waiting>() }];
      }),
    );
  }

  /** Resolves with what gives the connection back. Throws DATABASE_UNAVAILABLE after `waitMs`. */
  enter(lane: Lane, party: Party = systems): Promise<() => void> {
    const state = this.#lanes.get(lane) as LaneState;
    if (this.#mayTake(state, party)) return Promise.resolve(this.#taken(state, party));
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        state.line.remove(party, waiting);
        reject(tooLong());
      };
      const timer = setTimeout(giveUp, this.waitMs);
      const waiting = {
        since: performance.now(),
        take: () => {
          clearTimeout(timer);
          resolve(this.#taken(state, party));
        },
      };
      state.line.join(party, waiting);
    });
  }

  /** How long the one that waits longest has waited, in milliseconds; the worker's work does not count. */
  oldestWaitMs(): number {
    const states = [...this.#lanes.values()].filter(({ lane }) => lane !== "WORKER");
    const since = states.flatMap(({ line }) => line.queues.flatMap(({ waiting }) => waiting[0]?.since ?? []));
    return since.length === 0 ? 0 : performance.now() - Math.min(...since);
  }

  /** Those of the lane that hold a connection, and those that wait for one. */
  get counts(): Record<Lane, { taken: number; waiting: number }> {
    const counts = [...this.#lanes].map(([lane, { shares, line }]) => [
      lane,
      { taken: shares.held, waiting: line.length },
    ]);
    return Object.fromEntries(counts);
  }

  #taken(state: LaneState, party: Party): () => void {
    const all = [state.shares, this.#all, ...(isMoney(state.lane) ? [] : [this.#unpaid])];
    for (const shares of all) shares.take(party);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      for (const shares of all) shares.give(party);
      this.#serve();
    };
  }

  #serve(): void {
    // Mostly nobody waits, and each statement's end comes by here.
    if (!this.#isAwaited()) return;
    for (let turn = this.#next(); turn !== null; turn = this.#next()) turn.state.line.takeOut(turn.party)?.take();
  }

  #isAwaited(): boolean {
    for (const { line } of this.#lanes.values()) if (line.length > 0) return true;
    return false;
  }

  /** Whose turn it is; null: nobody waits who may take one. */
  #next(): Turn | null {
    const turns = [...this.#lanes.values()].flatMap((state) => this.#turnOf(state));
    const [next] = turns.sort((left, right) => this.#rank(left) - this.#rank(right) || left.since - right.since);
    return next ?? null;
  }

  #turnOf(state: LaneState): Turn[] {
    const party = state.line.next(this.#all, (each) => this.#mayTake(state, each));
    return party === null ? [] : [{ state, party, since: state.line.oldestOf(party)?.since ?? 0 }];
  }

  #rank({ state, party }: Turn): number {
    if (state.lane === "SENDING") return 0;
    return 1 + (this.#all.ofTenant(party) === 0 ? 0 : 2) + (state.shares.held === 0 ? 0 : 1);
  }

  #mayTake({ lane, shares }: LaneState, party: Party): boolean {
    return this.#all.held < this.#all.size && shares.mayTake(party) && (isMoney(lane) || this.#unpaid.mayTake(party));
  }
}

/** At least one is left to the others, where there is more than one. */
function mostOf(connections: number, part: number): number {
  return Math.max(1, connections - Math.max(1, Math.floor(connections * part)));
}

function tooLong(): AppError {
  return new AppError("DATABASE_UNAVAILABLE", "All connections to the database are busy at the moment.");
}
