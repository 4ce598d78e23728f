import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { CarrierAccountAccess, Urgency } from "../../carrier/account-access.js";
import type { BackgroundPurpose, CallBudgets, Throttle } from "../../carrier/call-budget.js";
import type { CarrierOperation } from "../../carrier/ports.js";
import { AccountCalls } from "./account-calls.js";
import type { Verdict } from "./classify.js";
import { revealClient } from "./credentials.js";
import { mostRemembered } from "./most-remembered.js";

/** A row's turn lasts a minute, and a look makes a few calls. */
const longestWaitMs = 10_000;

const purposes: Partial<Record<CarrierOperation, BackgroundPurpose>> = {
  RECOVER_LABEL: "LOOK_UP",
  TRACK_BY_REFERENCE: "LOOK_UP",
  VOID: "VOID",
  RATE: "RATE",
};

/** Calls that nobody waits for: they have what buyers and askers leave of the app's calls, all instances together. */
export class BackgroundCalls {
  /** One that is left out while calls wait in it gives them their turn all the same. */
  readonly #accounts = new LRUCache<string, AccountCalls>({ max: mostRemembered });

  /** Null: the background calls as it likes. */
  constructor(private readonly budgets: CallBudgets | null) {}

  /** 0: the call may be made now. Else seconds after which to try again. */
  async take(account: CarrierAccountAccess, operation: CarrierOperation, isOfPurchase: boolean): Promise<number> {
    // Whether a void was done is asked of tracking.
    const purpose = purposes[operation] ?? (isOfPurchase ? "VOID" : "TRACK");
    return this.#callsOf(account)?.take(purpose, performance.now() + longestWaitMs) ?? 0;
  }

  /** Every call that was made, whoever made it. */
  note(account: CarrierAccountAccess, urgency: Urgency, verdict: Verdict): void {
    const calls = this.#callsOf(account);
    if (urgency !== "BACKGROUND") calls?.noteForeground();
    const throttle = throttleOf(verdict, urgency);
    if (throttle !== null) calls?.noteThrottle(throttle);
  }

  #callsOf(account: CarrierAccountAccess): AccountCalls | null {
    if (this.budgets === null) return null;
    const { tenantId, accountId } = account;
    const app = appOf(account);
    const name = `${tenantId} ${accountId} ${app}`;
    const calls = this.#accounts.get(name) ?? new AccountCalls(this.budgets, { tenantId, accountId, app });
    this.#accounts.set(name, calls);
    return calls;
  }
}

/** A pause that a buyer or an asker was told of is theirs. */
function throttleOf(verdict: Verdict, urgency: Urgency): Throttle | null {
  if (verdict.kind === "RATE_LIMITED")
    return { kind: "REFUSED", retryAfterSeconds: urgency === "BACKGROUND" ? verdict.retryAfterSeconds : null };
  const isLate = verdict.kind === "FAULT" && (verdict.reason === "TIMEOUT" || verdict.reason === "CARRIER_FAULT");
  return isLate ? { kind: "LATE" } : null;
}

/** UPS limits calls by client id, whatever account they are for. A digest: the id stays sealed. */
function appOf(account: CarrierAccountAccess): string {
  const { clientId } = revealClient(account);
  return createHash("sha256").update(`UPS ${account.environment} ${clientId}`).digest("hex").slice(0, 32);
}
