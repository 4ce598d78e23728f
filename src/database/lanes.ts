import type { Lane } from "../admission/work.js";
import { AppError } from "../errors.js";

/** Who is served first where several wait, and how many of ten connections are kept for each. */
const shares: readonly [Lane, number][] = [
  ["BUYING", 2],
  ["ASKING", 1],
  ["READING", 1],
  ["WORKER", 1],
];

interface Waiting {
  since: number;
  take(): void;
}

interface LaneState {
  /** So many connections no other lane may take. */
  kept: number;
  taken: number;
  waiting: Waiting[];
}

/**
 * The turnstile before a pool of connections: each lane has some that no other may take, so that none can take them
 * all; the rest is for whoever comes, buying first. A pool of less than five connections is shared in order of coming.
 */
export class Lanes {
  readonly #lanes = new Map<Lane, LaneState>();

  constructor(
    private readonly connections: number,
    private readonly waitMs: number,
  ) {
    for (const [lane, share] of shares)
      this.#lanes.set(lane, { kept: keptOf(connections, share), taken: 0, waiting: [] });
  }

  /** Resolves with what gives the connection back. Throws DATABASE_UNAVAILABLE after `waitMs`. */
  enter(lane: Lane): Promise<() => void> {
    const state = this.#lanes.get(lane) as LaneState;
    const leave = this.#leaveOnce(state);
    if (this.#next() === null && this.#mayTake(state)) {
      state.taken += 1;
      return Promise.resolve(leave);
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        state.waiting.splice(state.waiting.indexOf(waiting), 1);
        reject(tooLong());
      };
      const timer = setTimeout(giveUp, this.waitMs);
      const waiting = {
        since: performance.now(),
        take: () => {
          clearTimeout(timer);
          resolve(leave);
        },
      };
      state.waiting.push(waiting);
    });
  }

  /** How long the one that waits longest has waited, in milliseconds; the worker's work does not count. */
  oldestWaitMs(): number {
    const since = [...this.#lanes].flatMap(([lane, { waiting }]) =>
      lane === "WORKER" ? [] : waiting.slice(0, 1).map((each) => each.since),
    );
    return since.length === 0 ? 0 : performance.now() - Math.min(...since);
  }

  /** Those of the lane that hold a connection, and those that wait for one. */
  get counts(): Record<Lane, { taken: number; waiting: number }> {
    const counts = [...this.#lanes].map(([lane, { taken, waiting }]) => [lane, { taken, waiting: waiting.length }]);
    return Object.fromEntries(counts);
  }

  #leaveOnce(state: LaneState): () => void {
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      state.taken -= 1;
      this.#serve();
    };
  }

  #serve(): void {
    for (let state = this.#next(); state !== null; state = this.#next()) {
      state.taken += 1;
      state.waiting.shift()?.take();
    }
  }

  /** Whose turn it is; null: nobody waits who may take one. */
  #next(): LaneState | null {
    const able = [...this.#lanes.values()].filter((state) => state.waiting.length > 0 && this.#mayTake(state));
    const owed = able.find(({ taken, kept }) => taken < kept);
    if (owed) return owed;
    if (this.connections >= fewest) return able[0] ?? null;
    return able.sort((a, b) => (a.waiting[0]?.since ?? 0) - (b.waiting[0]?.since ?? 0))[0] ?? null;
  }

  #mayTake(state: LaneState): boolean {
    const states = [...this.#lanes.values()];
    const free = this.connections - states.reduce((sum, { taken }) => sum + taken, 0);
    if (state.taken < state.kept) return free > 0;
    const keptForOthers = states.reduce((sum, other) => sum + Math.max(0, other.kept - other.taken), 0);
    return free > keptForOthers;
  }
}

/** One for each lane, and one that any may take. */
const fewest = 5;

function keptOf(connections: number, share: number): number {
  return connections < fewest ? 0 : Math.max(1, Math.floor((connections * share) / 10));
}

function tooLong(): AppError {
  return new AppError("DATABASE_UNAVAILABLE", "All connections to the database are busy at the moment.");
}
