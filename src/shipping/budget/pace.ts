import {
  type BudgetReport,
  type BudgetShare,
  backgroundPurposes,
  type CallsByPurpose,
  loadSeconds,
  type Throttle,
} from "../../carrier/call-budget.js";

/** What is known of an app's calls. Instants in milliseconds, rates in calls a second. */
export interface Pace {
  /** What the background may call, as far as its own calls go. */
  rate: number;
  /** Saved up since, at most half a second's worth. */
  calls: number;
  countedAt: number;
  /** Of buyers and askers, and of the background. */
  foreground: number;
  granted: number;
  /** Of all calls together, where the carrier refused some lately; null: it was never met, or is forgotten. */
  limit: number | null;
  slowedAt: number | null;
  /** By account, until when the carrier wants no calls of it; in the past: when it last called. */
  pauses: Record<string, number>;
  /** Calls that the carrier refused, ever; those told within one exchange count once. */
  refusals: number;
}

/** From nothing to the most in a minute. */
const growsInSeconds = 60;
/** The limit is tried less often, for a buyer may meet it too: it is kept for so long, then grows, and is forgotten. */
const limitKeptMs = 120_000;
const limitGrowsInSeconds = 300;
const limitForgottenMs = 600_000;
const least = 0.1;
/** What was on its way when the pace was halved may be refused as well. */
const slowOnceInMs = 1_000;

/** How full it must be of what can be saved up before it is spent on this: what is more urgent empties it first. */
const reserved = { LOOK_UP: 0, VOID: 0.1, RATE: 0.25, TRACK: 0.5 };

export function firstPace(now: number, most: number): Pace {
  const none = { foreground: 0, granted: 0, limit: null, slowedAt: null, pauses: {}, refusals: 0 };
  const rate = most / 4;
  return { ...none, rate, calls: burst(rate), countedAt: now };
}

/**
 * Takes in what an instance reports of an account's calls, and shares out. The pace grows while nothing is refused and is
 * halved when something is, or comes too late, a buyer's call too: additive increase, multiplicative decrease. Once refused, background and
 * foreground together stay below what was called then, so that while buyers are near the limit the background has next to
 * nothing.
 */
export function exchange(
  before: Pace,
  accountId: string,
  report: BudgetReport,
  now: number,
  most: number,
): { pace: Pace; share: BudgetShare } {
  const pace = aged(before, now, most);
  pace.foreground += report.foregroundPerSecond;
  if (report.throttle !== null) slow(pace, report.throttle, most);
  pause(pace, accountId, report.throttle?.kind === "REFUSED" ? (report.throttle.retryAfterSeconds ?? 0) : 0);
  const callsPerSecond = allowed(pace, most);
  pace.calls = Math.min(burst(callsPerSecond), pace.calls);
  const pausedForMs = Math.max(0, (pace.pauses[accountId] ?? 0) - pace.countedAt);
  const granted = pausedForMs > 0 ? {} : grant(pace, report.wanted, burst(callsPerSecond));
  return { pace, share: { granted, callsPerSecond, pausedForMs, isTight: pace.limit !== null } };
}

/** Calls a second that the background may make. */
export function allowed({ rate, limit, foreground }: Pace, most: number): number {
  const room = limit === null ? most : limit - foreground;
  return Math.max(Math.min(least, most), Math.min(rate, room, most));
}

/**
 * Half a second's worth, so that a second after a quiet one has no more than half as much again; two at least, so that
 * what is least urgent can ever have one.
 */
function burst(callsPerSecond: number): number {
  return Math.max(2, callsPerSecond / 2);
}

function aged(before: Pace, now: number, most: number): Pace {
  const seconds = Math.max(0, now - before.countedAt) / 1_000;
  const fading = Math.exp(-seconds / loadSeconds);
  const pace = {
    ...before,
    rate: Math.min(most, before.rate + (most / growsInSeconds) * seconds),
    foreground: before.foreground * fading,
    granted: before.granted * fading,
    limit: agedLimit(before, now, most),
    countedAt: Math.max(now, before.countedAt),
  };
  pace.calls = Math.min(burst(allowed(pace, most)), before.calls + allowed(pace, most) * seconds);
  return pace;
}

/** Limits of carriers change. */
function agedLimit({ limit, slowedAt, countedAt }: Pace, now: number, most: number): number | null {
  if (limit === null || slowedAt === null || now - slowedAt > limitForgottenMs) return null;
  const growingMs = now - Math.max(countedAt, slowedAt + limitKeptMs);
  return limit + (most / limitGrowsInSeconds) * (Math.max(0, growingMs) / 1_000);
}

/** A carrier that is slow has met no limit. */
function slow(pace: Pace, { kind }: Throttle, most: number): void {
  const now = pace.countedAt;
  if (kind === "REFUSED") pace.refusals += 1;
  if (pace.slowedAt !== null && now - pace.slowedAt < slowOnceInMs) return;
  pace.slowedAt = now;
  pace.rate = Math.max(least, allowed(pace, most) / 2);
  pace.calls = 0;
  if (kind === "REFUSED") pace.limit = Math.max(0.9 * (pace.foreground + pace.granted), pace.foreground + pace.rate);
}

/** Who has not called for an hour is forgotten. */
const callersFor = 3_600_000;
/** Of an app with more accounts the ones that called, or were told to pause, last. */
const mostCallers = 1_000;

/** Only the account that was told: others of the app learn it from the carrier, with one call each. */
function pause(pace: Pace, accountId: string, seconds: number): void {
  const until = Math.max(pace.pauses[accountId] ?? 0, pace.countedAt + seconds * 1_000);
  const all = Object.entries({ ...pace.pauses, [accountId]: until });
  const late = all.filter(([, end]) => end > pace.countedAt - callersFor).sort(([, left], [, right]) => right - left);
  pace.pauses = Object.fromEntries(late.slice(0, mostCallers));
}

function grant(pace: Pace, wanted: CallsByPurpose, full: number): CallsByPurpose {
  const granted: CallsByPurpose = {};
  for (const purpose of backgroundPurposes) {
    const spendable = Math.floor(pace.calls - reserved[purpose] * (full - 1));
    const calls = Math.max(0, Math.min(wanted[purpose] ?? 0, spendable));
    if (calls === 0) continue;
    granted[purpose] = calls;
    pace.calls -= calls;
    pace.granted += calls / loadSeconds;
  }
  return granted;
}
