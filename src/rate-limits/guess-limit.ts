import { createHash } from "node:crypto";
import type { Database } from "../database/tenant-transaction.js";
import { AppError } from "../errors.js";
import { count } from "../telemetry/instruments.js";
import { type GuessStore, memoryOfGuesses, storeOfGuesses } from "./guess-store.js";

/** Wrong guesses an hour; 0: no limit. */
export interface GuessLimitSettings {
  /** At what belongs to one thing, whoever guesses. */
  ofOne: number;
  /** Of one caller, at whatever it is. */
  ofCaller: number;
  /** All servers of the database count together. */
  isShared: boolean;
}

export const usualGuessLimits: GuessLimitSettings = { ofOne: 10, ofCaller: 600, isShared: false };

interface Guesser {
  tenantId: string;
  subject: string;
}

/**
 * Counts guesses before they are looked at, so that none of many at once is free, and takes right ones back. Knows neither
 * the guess nor whether what it is about exists.
 */
export function createGuessLimit(settings: GuessLimitSettings, database: Database) {
  const store = settings.isShared ? storeOfGuesses(database) : memoryOfGuesses();
  return {
    async count({ tenantId, subject }: Guesser, of: string): Promise<() => Promise<void>> {
      const limits = limitsOf(settings, subject, of);
      const keys = [...limits.keys()];
      if (keys.length === 0) return async () => undefined;
      const counts = await store.add(tenantId, keys, 1);
      const spent = counts.filter(({ countedAs, guesses }) => guesses > limits.get(countedAs)!);
      if (spent.length > 0) throw refusal(spent);
      return async () => void (await store.add(tenantId, keys, -1));
    },
  };
}

/** The most under each name that a guess counts as. Strangers choose what is guessed at: there is an end to the names. */
function limitsOf({ ofOne, ofCaller }: GuessLimitSettings, subject: string, of: string): Map<string, number> {
  const limits = new Map<string, number>();
  if (ofOne > 0) limits.set(`guess-${digest(of).slice(0, 4)}`, ofOne);
  if (ofCaller > 0) limits.set(`guesser-${digest(subject).slice(0, 16)}`, ofCaller);
  return limits;
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

function refusal(spent: Awaited<ReturnType<GuessStore["add"]>>): AppError {
  count("rateLimitRefusal", { policy: "trackDelivery" });
  const endsInMs = Math.max(...spent.map((each) => each.endsInMs));
  const message = "Too many postal codes were given that do not belong to a tracking number. Try again later.";
  return new AppError("RATE_LIMITED", message, { retryAfterSeconds: Math.max(1, Math.ceil(endsInMs / 1000)) });
}
