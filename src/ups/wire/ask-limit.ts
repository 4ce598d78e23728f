import { FairShares } from "../../admission/fair-shares.js";
import type { Party } from "../../admission/party.js";
import { partyOf } from "../../admission/work.js";
import type { CarrierAccountAccess } from "../../carrier/account-access.js";

export interface AskLimits {
  /** Questions under way or waiting for a connection, of one tenant's staff or buyers; of all a quarter more. */
  maxAsks: number;
  /** Of these, for one account, of staff or of buyers; of both a quarter more. */
  maxAsksPerAccount: number;
}

/**
 * Bounds what waits for UPS: when its answers hang, further questions are refused at once instead of filling memory. Each
 * tenant has its share, and of each account its staff and its buyers.
 */
export class AskLimit {
  readonly #all: FairShares;
  /** Of accounts that are asked for now. */
  readonly #ofAccounts = new Map<string, FairShares>();

  constructor(private readonly limits: AskLimits) {
    this.#all = FairShares.forOneAlone(limits.maxAsks);
  }

  /** False: too many are under way, and `ask` was not called. */
  async run<T>(
    { tenantId, accountId }: Pick<CarrierAccountAccess, "tenantId" | "accountId">,
    ask: () => Promise<T>,
  ): Promise<{ isRun: true; result: T } | { isRun: false }> {
    const party = partyOf(tenantId);
    const ofAccount = this.#ofAccounts.get(accountId) ?? FairShares.forOneAlone(this.limits.maxAsksPerAccount);
    if (!this.#all.mayTake(party) || !ofAccount.mayTake(party)) return { isRun: false };
    this.#ofAccounts.set(accountId, ofAccount);
    for (const shares of [this.#all, ofAccount]) shares.take(party);
    try {
      return { isRun: true, result: await ask() };
    } finally {
      this.#end(accountId, ofAccount, party);
    }
  }

  #end(accountId: string, ofAccount: FairShares, party: Party): void {
    for (const shares of [this.#all, ofAccount]) shares.give(party);
    if (ofAccount.held === 0) this.#ofAccounts.delete(accountId);
  }
}
