import type { Verdict } from "./classify.js";
import { backoffMs, maxAttempts, RetryBudget } from "./retry.js";

/** The time (`performance.now()`) and the chance that pauses depend on. */
export interface Odds {
  nowMs(): number;
  /** In [0, 1). */
  random(): number;
}

const realOdds: Odds = { nowMs: () => performance.now(), random: Math.random };

/** Decides when the same request may go out again, and keeps quiet for accounts that UPS asked to slow down. */
export class Repeats {
  /** By account: no request before this moment. Of this process: other instances learn it from UPS themselves. */
  readonly #quietUntil = new Map<string, number>();
  readonly #budget = new RetryBudget();

  constructor(
    private readonly baseMs: number,
    private readonly odds: Odds = realOdds,
  ) {}

  /** A call begins: what it earns the budget, its repeats take from it. */
  noteCall(): void {
    this.#budget.noteCall();
  }

  /** Takes UPS's Retry-After down. A shorter one that comes later ends no longer pause. */
  noteVerdict(accountId: string, verdict: Verdict): void {
    if (verdict.kind !== "RATE_LIMITED" || verdict.retryAfterSeconds === null) return;
    const until = this.odds.nowMs() + verdict.retryAfterSeconds * 1_000;
    this.#quietUntil.set(accountId, Math.max(until, this.#quietUntil.get(accountId) ?? 0));
  }

  /** Milliseconds until the account may be used again; 0: now. */
  quietMs(accountId: string): number {
    const quietMs = (this.#quietUntil.get(accountId) ?? 0) - this.odds.nowMs();
    if (quietMs > 0) return quietMs;
    this.#quietUntil.delete(accountId);
    return 0;
  }

  /** Milliseconds to sit out the account's quiet time, those who wait spread apart; null: it outlasts the deadline. */
  quietWaitMs(accountId: string, deadline: number): number | null {
    const quietMs = this.quietMs(accountId);
    if (quietMs === 0) return 0;
    const waitMs = Math.ceil(quietMs) + backoffMs(1, this.baseMs, this.odds.random());
    return this.odds.nowMs() + waitMs < deadline ? waitMs : null;
  }

  /** Milliseconds to wait before repeating; null: it must not be repeated, or there is no time left. */
  waitMs(
    verdict: Verdict,
    about: { accountId: string; isRepeatable: boolean; attempt: number; deadline: number },
  ): number | null {
    if (!mayRepeat(verdict, about.isRepeatable) || about.attempt >= maxAttempts) return null;
    const waitMs = backoffMs(about.attempt, this.baseMs, this.odds.random());
    const startsAt = this.odds.nowMs() + Math.max(waitMs, this.quietMs(about.accountId));
    return startsAt < about.deadline && this.#budget.takeRetry() ? waitMs : null;
  }
}

/** Reads: what may pass by itself. Whatever changes something at UPS: only what never left. */
function mayRepeat(verdict: Verdict, isRepeatable: boolean): boolean {
  if (verdict.kind === "RATE_LIMITED") return isRepeatable;
  if (verdict.kind !== "FAULT" || !verdict.isRepeatable) return false;
  return isRepeatable || verdict.isProcessed === "NO";
}
