/** Attempts of one operation, the first included. */
export const MAX_ATTEMPTS = 3;

/** Full jitter over a capped exponential: up to `baseMs`, 2x, 4x ... at most 5 s. `random` is in [0, 1). */
export function backoffMs(attempt: number, baseMs: number, random: number): number {
  return Math.floor(Math.min(5_000, baseMs * 2 ** (attempt - 1)) * random);
}

/** `Retry-After` in whole seconds from now, given as seconds or as an HTTP date; null when absent or unreadable. */
export function parseRetryAfter(value: string | null, now: Date): number | null {
  if (value === null || value.trim() === "") return null;
  if (/^\d+$/.test(value.trim())) return Number(value.trim());
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1_000));
}

/** Caps retries at about a tenth of the requests, so that an outage of UPS's is not answered with three times the load. */
export class RetryBudget {
  #tokens = 10;

  noteRequest(): void {
    this.#tokens = Math.min(10, this.#tokens + 0.1);
  }

  takeRetry(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
