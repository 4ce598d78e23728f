import { LRUCache } from "lru-cache";
import type { Urgency } from "../../carrier/account-access.js";
import type { Verdict } from "./classify.js";
import { mostRemembered } from "./most-remembered.js";
import { backoffMs, maxAttempts, RetryBudget } from "./retry.js";

/** The time (`performance.now()`) and the chance that pauses depend on. */
export interface Odds {
  nowMs(): number;
  /** In [0, 1). */
  random(): number;
}

const realOdds: Odds = { nowMs: () => performance.now(), random: Math.random };

/** For whom calls are made: each keeps the pauses that UPS asks it for. */
export interface Caller {
  accountId: string;
  urgency: Urgency;
}

/**
 * Decides when the same request may go out again, and keeps quiet where UPS asked to slow down: for the account, and
 * only for calls of the urgency that was told so. A buyer never keeps quiet: a purchase is tried once all the same.
 */
export class Repeats {
  /** By caller: no request before this moment. Of this process: other instances learn it from UPS themselves. */
  readonly #quietUntil = new LRUCache<string, number>({ max: mostRemembered });
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
  noteVerdict(caller: Caller, verdict: Verdict): void {
    if (caller.urgency === "BUYING") return;
    const pauseMs = askedPauseMs(verdict);
    if (pauseMs === 0) return;
    const until = this.odds.nowMs() + pauseMs;
    this.#quietUntil.set(nameOf(caller), Math.max(until, this.#quietUntil.get(nameOf(caller)) ?? 0));
  }

  /** Milliseconds until the caller may send again; 0: now. */
  quietMs(caller: Caller): number {
    const quietMs = (this.#quietUntil.get(nameOf(caller)) ?? 0) - this.odds.nowMs();
    if (quietMs > 0) return quietMs;
    this.#quietUntil.delete(nameOf(caller));
    return 0;
  }

  /** Milliseconds to sit out the caller's quiet time, those who wait spread apart; null: it outlasts the deadline. */
  quietWaitMs(caller: Caller, deadline: number): number | null {
    const quietMs = this.quietMs(caller);
    if (quietMs === 0) return 0;
    const waitMs = Math.ceil(quietMs) + backoffMs(1, this.baseMs, this.odds.random());
    return this.odds.nowMs() + waitMs < deadline ? waitMs : null;
  }

  /** Milliseconds to wait before repeating; null: it must not be repeated, or there is no time left. */
  waitMs(
    verdict: Verdict,
    about: { isRepeatable: boolean; attempt: number; deadline: number } & Caller,
  ): number | null {
    if (!mayRepeat(verdict, about) || about.attempt >= maxAttempts) return null;
    // Nobody else waits for what a buyer was told, so it is waited for here.
    const asked = about.urgency === "BUYING" ? askedPauseMs(verdict) : 0;
    const waitMs = asked + backoffMs(about.attempt, this.baseMs, this.odds.random());
    const startsAt = this.odds.nowMs() + Math.max(waitMs, this.quietMs(about));
    return startsAt < about.deadline && this.#budget.takeRetry() ? waitMs : null;
  }
}

function nameOf({ urgency, accountId }: Caller): string {
  return `${urgency} ${accountId}`;
}

function askedPauseMs(verdict: Verdict): number {
  return verdict.kind === "RATE_LIMITED" ? (verdict.retryAfterSeconds ?? 0) * 1_000 : 0;
}

/**
 * Reads: what may pass by itself. Whatever changes something at UPS: only what never left. What nobody waits for is not
 * repeated while UPS is busy: it comes again when it is due.
 */
function mayRepeat(verdict: Verdict, { isRepeatable, urgency }: { isRepeatable: boolean; urgency: Urgency }): boolean {
  if (verdict.kind === "RATE_LIMITED") return isRepeatable && urgency !== "BACKGROUND";
  if (verdict.kind !== "FAULT" || !verdict.isRepeatable) return false;
  return isRepeatable || verdict.isProcessed === "NO";
}
