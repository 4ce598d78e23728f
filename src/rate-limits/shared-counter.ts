import { LRUCache } from "lru-cache";
import type { Log } from "../log.js";
import { type Counter, LocalCounter } from "./counter.js";
import { isWithin, type Standing } from "./standing.js";
import type { Store } from "./store.js";

/** What is counted of a key since the store was told last. */
interface Batch {
  requests: number;
  /** Resolves with the requests of all servers, these among them; null: the store did not say. */
  told: Promise<number | null>;
  tell(counted: number | null): void;
}

interface Told {
  open: Batch;
  isTelling: boolean;
}

/** In milliseconds. */
export interface StorePauses {
  /** So long a request waits for the store. */
  patienceMs: number;
  /** So long nobody does once it was too slow, or failed. */
  restMs: number;
}

const defaultPauses = { patienceMs: 250, restMs: 10_000 };
/** Keys that are remembered; of those forgotten a part of a batch is not told. */
const mostKeys = 10_000;

/**
 * Counts here, and tells the store in batches of half a hundredth of the limit, in the background: a tenant that asks
 * seldom costs the store nothing. Only who comes when a hundredth is untold waits for the store, for a moment; so all
 * servers together let through at most a hundredth each too many. While the store is away each counts for itself.
 */
export class SharedCounter implements Counter {
  readonly #local: LocalCounter;
  readonly #batch: number;
  readonly #told = new LRUCache<string, Told>({ max: mostKeys });
  #restsUntil = 0;

  constructor(
    policy: string,
    limit: number,
    private readonly store: Store,
    private readonly log: Log,
    private readonly pauses: StorePauses = defaultPauses,
  ) {
    this.#local = new LocalCounter(policy, limit);
    this.#batch = Math.ceil(limit / 100);
  }

  isSpent(key: string): Promise<boolean> {
    return this.#local.isSpent(key);
  }

  /** `key`: the tenant's id, a colon, and what the request counts as. */
  async count(key: string): Promise<Standing> {
    const standing = await this.#local.count(key);
    if (!isWithin(standing) || this.#isResting()) return standing;
    const told = this.#of(key);
    const batch = told.open;
    batch.requests += 1;
    const place = batch.requests;
    if (place * 2 >= this.#batch) void this.#tell(key, told);
    if (place < this.#batch) return standing;
    const counted = await this.#wait(batch.told);
    return counted === null ? standing : { ...standing, counted: counted - batch.requests + place };
  }

  #of(key: string): Told {
    const before = this.#told.get(key);
    if (before) return before;
    const told = { open: newBatch(), isTelling: false };
    this.#told.set(key, told);
    return told;
  }

  /** One statement of a key after the other. */
  async #tell(key: string, told: Told): Promise<void> {
    if (told.isTelling) return;
    told.isTelling = true;
    while (told.open.requests * 2 >= this.#batch && !this.#isResting()) {
      const batch = told.open;
      told.open = newBatch();
      batch.tell(await this.#add(key, batch, told));
    }
    told.isTelling = false;
  }

  async #add(key: string, { requests }: Batch, told: Told): Promise<number | null> {
    const [tenantId = "", countedAs = ""] = key.split(":");
    try {
      const { counted, endsInMs } = await this.store.add(tenantId, countedAs, requests);
      await this.#local.set(key, counted + told.open.requests, endsInMs);
      return counted;
    } catch (error) {
      this.#rest(error);
      return null;
    }
  }

  async #wait(told: Promise<number | null>): Promise<number | null> {
    let timer: NodeJS.Timeout | undefined;
    const tooSlow = new Promise<null>((resolve) => {
      const giveUp = () => {
        this.#rest(new Error(`No answer within ${this.pauses.patienceMs} ms.`));
        resolve(null);
      };
      // An answer that has come already, and that this process was too busy to read, is no late one.
      timer = setTimeout(() => setImmediate(giveUp), this.pauses.patienceMs);
    });
    return Promise.race([told, tooSlow]).finally(() => clearTimeout(timer));
  }

  #isResting(): boolean {
    return performance.now() < this.#restsUntil;
  }

  #rest(error: unknown): void {
    if (!this.#isResting()) this.log.warn("Requests are counted by this server alone for now.", { error });
    this.#restsUntil = performance.now() + this.pauses.restMs;
  }
}

function newBatch(): Batch {
  let tell: Batch["tell"] = () => undefined;
  const told = new Promise<number | null>((resolve) => {
    tell = resolve;
  });
  return { requests: 0, told, tell };
}
