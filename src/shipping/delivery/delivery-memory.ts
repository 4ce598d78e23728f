import { LRUCache } from "lru-cache";
import type { Database } from "../../database/tenant-transaction.js";
import type { ShippingDeps } from "../deps.js";
import type { Result } from "../result.js";
import type { DeliveryOptionsAnswer } from "./delivery-answer.js";
import type { OfferedMethod } from "./plan-delivery.js";

/** An answer with all that must be as it was for it to be given again. */
export interface KeptAnswer {
  answer: DeliveryOptionsAnswer;
  /** Of everything that the merchant set, as `readVersion` gives it. */
  version: string;
  /** The days on which the methods' parcels leave, as they were. */
  days: string;
  offered: OfferedMethod[];
}

/** Characters of all answers together, which are two bytes each at most. */
const mostCharacters = 16 * 1024 * 1024;
const mostAnswers = 2_000;

/** What buyers were told of late, and what they are being told, of one process. Keys hold the tenant. */
export class DeliveryMemory {
  readonly #underWay = new Map<string, Promise<Result<DeliveryOptionsAnswer>>>();
  readonly #kept: LRUCache<string, KeptAnswer>;

  /** `seconds`: for how long answers are kept. */
  constructor(seconds: number) {
    this.#kept = new LRUCache({
      max: mostAnswers,
      maxSize: mostCharacters,
      sizeCalculation: ({ answer, offered }) => JSON.stringify({ answer, offered }).length,
      ttl: seconds * 1_000,
    });
  }

  /** Equal requests under way become one; whoever joined one that failed asks for themselves. */
  async share(key: string, ask: () => Promise<Result<DeliveryOptionsAnswer>>): Promise<Result<DeliveryOptionsAnswer>> {
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay.catch(ask);
    const asked = ask().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, asked);
    return asked;
  }

  recall(key: string): KeptAnswer | undefined {
    return this.#kept.get(key);
  }

  keep(key: string, kept: KeptAnswer): void {
    this.#kept.set(key, kept);
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}

const memories = new WeakMap<Database, DeliveryMemory>();

/** For as long as a quote out of it can still be bought for half of its time. */
export function memoryOf({ database, deliveryOptions, quoteTtlSeconds }: ShippingDeps): DeliveryMemory {
  const begun = memories.get(database);
  if (begun) return begun;
  const memory = new DeliveryMemory(Math.max(1, Math.min(deliveryOptions.cacheSeconds, quoteTtlSeconds / 2)));
  memories.set(database, memory);
  return memory;
}
