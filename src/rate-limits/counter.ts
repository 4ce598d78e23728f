import { RateLimiterMemory } from "rate-limiter-flexible";
import { type Standing, windowSeconds } from "./standing.js";

/** Counts under one limit. */
export interface Counter {
  /** Counts one more of `key`. */
  count(key: string): Promise<Standing>;
  /** True when the next one of `key` will be refused, as far as this server knows. Asks nobody and counts nothing. */
  isSpent(key: string): Promise<boolean>;
}

/** What this server alone has counted. A minute begins with the first of a key. */
export class LocalCounter implements Counter {
  readonly #minutes: RateLimiterMemory;

  constructor(
    private readonly policy: string,
    private readonly limit: number,
  ) {
    this.#minutes = new RateLimiterMemory({ points: limit, duration: windowSeconds });
  }

  async count(key: string): Promise<Standing> {
    const { consumedPoints, msBeforeNext } = await this.#minutes.penalty(key, 1);
    return { policy: this.policy, limit: this.limit, counted: consumedPoints, endsInMs: msBeforeNext };
  }

  async isSpent(key: string): Promise<boolean> {
    return ((await this.#minutes.get(key))?.consumedPoints ?? 0) >= this.limit;
  }

  /** What all servers have counted in a minute that ends then. */
  async set(key: string, counted: number, endsInMs: number): Promise<void> {
    await this.#minutes.set(key, counted, endsInMs / 1000);
  }
}
