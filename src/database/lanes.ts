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

interface Waiting {
  since: number;
  take(): void;
}

interface LaneState {
  most: number;
  taken: number;
  waiting: Waiting[];
}

/**
 * The turnstile before a pool of connections: no lane may take all of them. What was claimed is served first, so that it
 * leaves before more is claimed; then a lane that has none before those that have some, however many wait in those. Else
 * they are served in the order of coming.
 */
export class Lanes {
  readonly #lanes: ReadonlyMap<Lane, LaneState>;

  constructor(
    private readonly connections: number,
    private readonly waitMs: number,
  ) {
    this.#lanes = new Map(
      parts.map(([lane, part]) => [lane, { most: mostOf(connections, part), taken: 0, waiting: [] }]),
    );
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
    const sending = this.#lanes.get("SENDING") as LaneState;
    if (able.includes(sending)) return sending;
    const without = able.filter(({ taken }) => taken === 0);
    const [next] = (without.length > 0 ? without : able).sort((a, b) => begun(a) - begun(b));
    return next ?? null;
  }

  #mayTake({ taken, most }: LaneState): boolean {
    const all = [...this.#lanes.values()].reduce((sum, state) => sum + state.taken, 0);
    return all < this.connections && taken < most;
  }
}

/** When the lane began to wait. */
const begun = ({ waiting }: LaneState) => waiting[0]?.since ?? 0;

/** At least one is left to the others, where there is more than one. */
function mostOf(connections: number, part: number): number {
  return Math.max(1, connections - Math.max(1, Math.floor(connections * part)));
}

function tooLong(): AppError {
  return new AppError("DATABASE_UNAVAILABLE", "All connections to the database are busy at the moment.");
}
