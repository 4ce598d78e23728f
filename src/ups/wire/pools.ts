import { Pool } from "undici";
import { Places } from "../../admission/places.js";

/**
 * Each has connections of its own, so that none waits for another: questions that hang take neither a purchase's
 * connection, nor that of what is asked before it, nor of its token, nor of the search for a purchase whose answer was lost.
 */
export type Lane = "BUY" | "CHECK" | "ASK" | "TOKEN" | "RECOVER";

export interface PoolLimits {
  /** To an origin on a lane, of one tenant's staff or buyers; of all a quarter more. */
  connections: number;
  connectTimeoutMs: number;
}

/** Connection pools by origin and lane; pipelining is off in both. */
export class Pools {
  readonly #pools = new Map<string, Pool>();
  readonly #places = new Map<string, Places>();

  constructor(private readonly limits: PoolLimits) {}

  get(origin: string, lane: Lane): Pool {
    const key = `${lane} ${origin}`;
    const open = this.#pools.get(key);
    if (open) return open;
    const pool = new Pool(origin, {
      // Whoever has a place finds a connection: who waits for one waits there, and not in the pool's own queue.
      connections: this.places(origin, lane).size,
      connect: { timeout: this.limits.connectTimeoutMs },
      // A purchase gets a connection of its own (0: no keep-alive): on a reused one that the other side is just
      // closing, nobody can tell whether the purchase arrived.
      pipelining: lane === "BUY" ? 0 : 1,
    });
    this.#pools.set(key, pool);
    return pool;
  }

  /** Of the connections to an origin on a lane: who has one of them does not wait for another request. */
  places(origin: string, lane: Lane): Places {
    const key = `${lane} ${origin}`;
    const places = this.#places.get(key) ?? new Places(this.limits.connections);
    this.#places.set(key, places);
    return places;
  }

  async close(): Promise<void> {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }
}
