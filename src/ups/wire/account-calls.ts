import {
  type BackgroundPurpose,
  type BudgetKey,
  type BudgetShare,
  backgroundPurposes,
  type CallBudgets,
  type CallsByPurpose,
  type Throttle,
} from "../../carrier/call-budget.js";
import { FadingRate } from "./fading-rate.js";

interface Waiter {
  purpose: BackgroundPurpose;
  deadline: number;
  /** Seconds after which it is worth trying again; 0: it may call now. */
  resolve(waitSeconds: number): void;
}

/** Milliseconds. Of those that are told and get nothing, the next exchange comes no sooner than `shortest`. */
const pauses = { shortest: 100, longest: 2_000, betweenReports: 1_000 };

/** One account's calls of this process: who waits for leave to call, and what is to be told to the other instances. */
export class AccountCalls {
  #waiting: Waiter[] = [];
  readonly #foreground = new FadingRate();
  #throttle: Throttle | null = null;
  #isTight = false;
  #isExchanging = false;
  #exchangedAt = Number.NEGATIVE_INFINITY;
  #timer: { at: number; timeout: NodeJS.Timeout } | null = null;

  constructor(
    private readonly budgets: CallBudgets,
    private readonly key: BudgetKey,
  ) {}

  /** Waits for leave to make one call, the most urgent first; 0: now. Else seconds after which to try again. */
  take(purpose: BackgroundPurpose, deadline: number): Promise<number> {
    const isShort = this.#waiting.length > 0;
    return new Promise((resolve) => {
      this.#waiting.push({ purpose, deadline, resolve });
      this.#schedule(isShort ? pauses.shortest : 0);
    });
  }

  /** A buyer's or an asker's call. It waits for nothing here. */
  noteForeground(): void {
    this.#foreground.add(performance.now());
    if (this.#isTight) this.#schedule(pauses.betweenReports);
  }

  noteThrottle(throttle: Throttle): void {
    this.#throttle = worse(this.#throttle, throttle);
    this.#schedule(pauses.shortest);
  }

  /** The next exchange, at the earliest so long after the last one. No process is kept from ending by it. */
  #schedule(afterMs: number): void {
    if (this.#isExchanging) return;
    const now = performance.now();
    const at = Math.max(now, this.#exchangedAt + afterMs);
    if (this.#timer !== null && this.#timer.at <= at) return;
    clearTimeout(this.#timer?.timeout);
    this.#timer = { at, timeout: setTimeout(() => void this.#exchange(), at - now).unref() };
  }

  async #exchange(): Promise<void> {
    this.#timer = null;
    this.#isExchanging = true;
    const throttle = this.#throttle;
    this.#throttle = null;
    const foregroundPerSecond = this.#foreground.take(performance.now());
    const report = { wanted: counts(this.#waiting), foregroundPerSecond, throttle };
    const share = await this.budgets.exchange(this.key, report).catch(() => null);
    this.#isExchanging = false;
    this.#exchangedAt = performance.now();
    const pauseMs = share === null ? pauses.longest : this.#share(share);
    this.#giveUpLate(pauseMs / 1_000);
    if (this.#waiting.length > 0 || this.#throttle !== null) this.#schedule(pauseMs);
  }

  /** Milliseconds after which there may be more. */
  #share({ granted, callsPerSecond, pausedForMs, isTight }: BudgetShare): number {
    this.#isTight = isTight;
    for (const purpose of backgroundPurposes) {
      const first = this.#waiting.filter((waiter) => waiter.purpose === purpose).slice(0, granted[purpose] ?? 0);
      this.#resolve(first, 0);
    }
    if (pausedForMs > 0) this.#resolve(this.#waiting, Math.ceil(pausedForMs / 1_000));
    return Math.min(pauses.longest, Math.max(pauses.shortest, 1_000 / callsPerSecond));
  }

  #giveUpLate(waitSeconds: number): void {
    const now = performance.now();
    const late = this.#waiting.filter(({ deadline }) => deadline <= now);
    this.#resolve(late, Math.max(1, Math.ceil(waitSeconds * this.#waiting.length)));
  }

  #resolve(waiters: Waiter[], waitSeconds: number): void {
    this.#waiting = this.#waiting.filter((waiter) => !waiters.includes(waiter));
    for (const { resolve } of waiters) resolve(waitSeconds);
  }
}

/** A refusal, and of two the longer pause. */
function worse(before: Throttle | null, now: Throttle): Throttle {
  if (before === null || before.kind === "LATE") return now;
  if (now.kind === "LATE") return before;
  return (now.retryAfterSeconds ?? 0) > (before.retryAfterSeconds ?? 0) ? now : before;
}

function counts(waiting: Waiter[]): CallsByPurpose {
  const wanted: CallsByPurpose = {};
  for (const { purpose } of waiting) wanted[purpose] = (wanted[purpose] ?? 0) + 1;
  return wanted;
}
