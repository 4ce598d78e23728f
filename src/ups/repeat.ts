import type { Verdict } from "./classify.js";
import { backoffMs, MAX_ATTEMPTS, RetryBudget } from "./retry.js";

/** Decides when the same request may go out again, and keeps quiet for accounts that UPS asked to slow down. */
export class Repeats {
  /** By account: no request before this moment (`performance.now()`). */
  readonly #quietUntil = new Map<string, number>();
  readonly #budget = new RetryBudget();

  constructor(private readonly baseMs: number) {}

  /** The verdict without asking, while UPS's Retry-After runs. */
  quietVerdict(accountId: string): Verdict | null {
    this.#budget.noteRequest();
    const quietMs = (this.#quietUntil.get(accountId) ?? 0) - performance.now();
    return quietMs > 0 ? { kind: "RATE_LIMITED", retryAfterSeconds: Math.ceil(quietMs / 1_000), errors: [] } : null;
  }

  /** Milliseconds to wait before repeating; null: it must not be repeated, or there is no time left. */
  waitMs(
    verdict: Verdict,
    about: { accountId: string; isRepeatable: boolean; attempt: number; deadline: number },
  ): number | null {
    if (!mayRepeat(verdict, about.isRepeatable)) return null;
    const waitMs = this.#pause(verdict, about);
    if (about.attempt >= MAX_ATTEMPTS || performance.now() + waitMs >= about.deadline) return null;
    return this.#budget.takeRetry() ? waitMs : null;
  }

  #pause(verdict: Verdict, { accountId, attempt }: { accountId: string; attempt: number }): number {
    if (verdict.kind !== "RATE_LIMITED" || verdict.retryAfterSeconds === null) {
      return backoffMs(attempt, this.baseMs, Math.random());
    }
    const waitMs = verdict.retryAfterSeconds * 1_000;
    this.#quietUntil.set(accountId, performance.now() + waitMs);
    return waitMs;
  }
}

/** Reads: what may pass by itself. Purchases: only what UPS provably did nothing with; a 429 is that by definition. */
function mayRepeat(verdict: Verdict, isRepeatable: boolean): boolean {
  if (verdict.kind === "RATE_LIMITED") return true;
  if (verdict.kind !== "FAULT" || !verdict.isRepeatable) return false;
  return isRepeatable || verdict.isProcessed === "NO";
}
