/** Attempts of one operation, the first included. */
export const maxAttempts = 3;

/** Full jitter over a capped exponential: up to `baseMs`, 2x, 4x ... at most 5 s. `random` is in [0, 1). */
export function backoffMs(attempt: number, baseMs: number, random: number): number {
  return Math.floor(Math.min(5_000, baseMs * 2 ** (attempt - 1)) * random);
}

const longestPauseSeconds = 900;

/**
 * `Retry-After` in whole seconds from now, given as seconds or as an HTTP date; null when absent or unreadable. At most
 * a quarter of an hour: a slip of UPS's must not shut an account out, and one question too early costs nothing.
 */
export function parseRetryAfter(value: string | null, now: Date): number | null {
  if (value === null || value.trim() === "") return null;
  const seconds = /^\d+$/.test(value.trim()) ? Number(value.trim()) : (Date.parse(value) - now.getTime()) / 1_000;
  return Number.isNaN(seconds) ? null : Math.min(longestPauseSeconds, Math.max(0, Math.ceil(seconds)));
}

const budgetSize = 10;

/**
 * Caps retries at a tenth of the calls, so that an outage of UPS's is not answered with three times the load. What is
 * saved up in good times is worth ten retries at most.
 */
export class RetryBudget {
  /** In tenths of a retry: whole numbers add up exactly. */
  #tenths = budgetSize * 10;

  noteCall(): void {
    this.#tenths = Math.min(budgetSize * 10, this.#tenths + 1);
  }

  takeRetry(): boolean {
    if (this.#tenths < 10) return false;
    this.#tenths -= 10;
    return true;
  }
}
