export interface AdaptiveLimitOptions {
  least: number;
  most: number;
  first: number;
  /** How long work may wait for its turn, in milliseconds, before there is taken for too much of it. */
  targetMs: number;
}

/**
 * How many requests may be at work at the same time: one more after each window in which that many were and nothing
 * had to wait, a tenth less after one in which work waited too long (additive increase, multiplicative decrease, as TCP
 * does it). What is measured is the wait and not how long requests take, which differs by operation and says nothing
 * where they wait for a carrier; so do "Overload Control for Scaling WeChat Microservices" (DAGOR) and CoDel (RFC 8289).
 */
export class AdaptiveLimit {
  #value: number;

  constructor(private readonly options: AdaptiveLimitOptions) {
    this.#value = options.first;
  }

  get value(): number {
    return Math.floor(this.#value);
  }

  /** `waitMs`: the mean of a window. `isUsed`: as many as may be were at work in it. */
  adapt(waitMs: number, isUsed: boolean): void {
    const { least, most, targetMs } = this.options;
    if (waitMs > targetMs) this.#value = Math.max(least, this.#value * 0.9);
    else if (isUsed) this.#value = Math.min(most, this.#value + 1);
  }
}
