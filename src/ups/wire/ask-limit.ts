export interface AskLimits {
  /** Questions under way or waiting for a connection, of this process. */
  maxAsks: number;
  /** Of these, for one account. */
  maxAsksPerAccount: number;
}

/** Bounds what waits for UPS: when its answers hang, further questions are refused at once instead of filling memory. */
export class AskLimit {
  #underWay = 0;
  readonly #ofAccount = new Map<string, number>();

  constructor(private readonly limits: AskLimits) {}

  /** False: too many are under way, and `ask` was not called. */
  async run<T>(accountId: string, ask: () => Promise<T>): Promise<{ isRun: true; result: T } | { isRun: false }> {
    const ofAccount = this.#ofAccount.get(accountId) ?? 0;
    if (this.#underWay >= this.limits.maxAsks || ofAccount >= this.limits.maxAsksPerAccount) return { isRun: false };
    this.#add(accountId, 1);
    try {
      return { isRun: true, result: await ask() };
    } finally {
      this.#add(accountId, -1);
    }
  }

  #add(accountId: string, change: 1 | -1): void {
    this.#underWay += change;
    const count = (this.#ofAccount.get(accountId) ?? 0) + change;
    if (count > 0) this.#ofAccount.set(accountId, count);
    else this.#ofAccount.delete(accountId);
  }
}
