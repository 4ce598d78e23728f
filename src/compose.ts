import { Places } from "./admission/places.js";
import type { CarrierAdapter } from "./carrier/adapter.js";
import type { CarrierEnvironment } from "./carrier/values.js";
import { type Database } from "./database/tenant-transaction.js";
import { TrackedWork } from "./jobs/background-work.js";
import { FileJournal } from "./journal/file-journal.js";
import { noJournal } from "./journal/journal.js";
import type { Log } from "./log.js";
import { createGuessLimit, type GuessLimitSettings, usualGuessLimits } from "./rate-limits/guess-limit.js";
import { createKeyProvider, type Key } from "./security/key-provider.js";
import { createSecretBox } from "./security/secret-box.js";
import { createCallLog } from "./shipping/account/call-log.js";
import { createTokenStore } from "./shipping/account/token-store.js";
import { createCallBudgets } from "./shipping/budget/call-budgets.js";
import type { DeliveryOptionsSettings, PurchaseTimings, ShippingDeps } from "./shipping/deps.js";
import { LedgerMemory } from "./shipping/ledger-memory.js";
import { outsideTransactions } from "./shipping/outside-transactions.js";
import { createUpsAdapter, type UpsLimits } from "./ups/adapter.js";

export interface Parts {
  database: Database;
  log: Log;
  /** Current first. */
  secretKeys: readonly Key[];
  /** Null: accounts of that environment cannot be made or used. */
  upsBaseUrls: Record<CarrierEnvironment, string | null>;
  upsLimits?: Partial<UpsLimits>;
  /** Besides UPS; absent: none. */
  carriers?: readonly CarrierAdapter[];
  /** The folder where answers are kept until the database has them; absent: nowhere. */
  answersDir?: string;
  timings: PurchaseTimings;
  /** Absent: true. */
  isSelling?: boolean;
  /** Purchases at the carrier at once; the next ones wait before they are claimed. Default 64, as many as it has connections. */
  maxPurchasesAtCarrier?: number;
  /** For how long keys are asked about at the carrier after the database may have lost claims; absent: three days. */
  doubtSeconds?: number;
  publicUrl?: string | null;
  quoteTtlSeconds: number;
  /** Absent: four seconds, and no cache. */
  deliveryOptions?: Partial<DeliveryOptionsSettings>;
  /** The most that one app of a carrier is called without anybody waiting, all instances together. */
  backgroundCallsPerSecond: number;
  /** Absent: the usual limits, counted by this process alone. */
  guessLimits?: GuessLimitSettings;
  /** Absent: none. */
  spendLimits?: ShippingDeps["spendLimits"];
}

export interface Composition {
  deps: ShippingDeps;
  /** Resolves when no purchase is at the carrier and every call is on record. */
  settled(): Promise<void>;
  /** Waits for purchases that are still at the carrier, then closes the way to it. */
  close(): Promise<void>;
}

/** Puts the use cases and the carriers together. A second carrier is one line here. */
export function compose(parts: Parts): Composition {
  const { database, log, timings, quoteTtlSeconds } = parts;
  const background = new TrackedWork();
  const clock = { now: () => new Date() };
  const sealer = createSecretBox(createKeyProvider(parts.secretKeys));
  const { answersDir } = parts;
  const journal = answersDir === undefined ? noJournal : new FileJournal({ folder: answersDir, sealer, log });
  const ups = createUpsAdapter({
    baseUrls: parts.upsBaseUrls,
    tokens: createTokenStore(database, sealer),
    budgets: createCallBudgets(database, parts.backgroundCallsPerSecond),
    calls: createCallLog(database, log, background, journal),
    clock,
    limits: parts.upsLimits,
  });
  const carriers: CarrierAdapter[] = [ups, ...(parts.carriers ?? [])];
  const deps: ShippingDeps = {
    database,
    carriers: new Map(carriers.map((carrier) => [carrier.code, outsideTransactions(carrier)])),
    sealer,
    background,
    journal,
    clock,
    log,
    timings,
    isSelling: parts.isSelling ?? true,
    purchasePlaces: new Places(parts.maxPurchasesAtCarrier ?? 64),
    deliveryGuesses: createGuessLimit(parts.guessLimits ?? usualGuessLimits, database),
    ledger: new LedgerMemory(parts.doubtSeconds ?? 3 * 24 * 3_600),
    publicUrl: parts.publicUrl,
    quoteTtlSeconds,
    deliveryOptions: { answerWithinMs: 4_000, cacheSeconds: 0, ...parts.deliveryOptions },
    spendLimits: parts.spendLimits ?? [],
  };
  return {
    deps,
    settled: () => background.settled(),
    async close() {
      await background.settled();
      await Promise.all(carriers.map((carrier) => carrier.close()));
    },
  };
}
