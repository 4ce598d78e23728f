import type { Places } from "../admission/places.js";
import type { CarrierAdapter } from "../carrier/adapter.js";
import type { Clock } from "../carrier/ports.js";
import type { Database } from "../database/tenant-transaction.js";
import type { OperatorLimit } from "../entities/spend-limit.js";
import type { Journal } from "../journal/journal.js";
import type { Log } from "../log.js";
import type { LedgerMemory } from "./ledger-memory.js";

/** Seals and opens secrets; `context` binds a sealed text to its row, so that it opens nowhere else. */
export interface Sealer {
  seal(text: string, context: string): Buffer;
  open(sealed: Buffer, context: string): string;
}

/** Work that goes on after the answer was given; the server waits for it before it stops. */
export interface BackgroundWork {
  run(work: Promise<unknown>): void;
}

/** Bounds how often what people know can be guessed. */
export interface GuessLimit {
  /** Counts a guess at what belongs to `of`, before it is looked at. Throws RATE_LIMITED. Gives what takes a right one back. */
  count(actor: Actor, of: string): Promise<() => Promise<void>>;
}

/** Seconds. `reconcileAfter` is longer than any carrier timeout: nothing can still be on its way by then. */
export interface PurchaseTimings {
  answerWithin: number;
  /** A claim older than this is not sent: it could still be on its way when it is looked up. */
  sendWithin: number;
  reconcileAfter: number;
  notCreatedAfter: number;
  watchLateFor: number;
}

/** How buyers are answered who ask what they can choose. */
export interface DeliveryOptionsSettings {
  /** Who has not answered by then is left out. */
  answerWithinMs: number;
  /** For how long an equal request gets the same answer; 0: never. */
  cacheSeconds: number;
}

/** What the use cases work with; put together once in `compose.ts`. */
export interface ShippingDeps {
  database: Database;
  carriers: ReadonlyMap<string, CarrierAdapter>;
  sealer: Sealer;
  background: BackgroundWork;
  /** Where carriers' answers are kept until the database has them. */
  journal: Journal;
  clock: Clock;
  log: Log;
  timings: PurchaseTimings;
  /** False: maintenance, in which nothing new is bought; what was begun goes on. */
  isSelling: boolean;
  /** For purchases that are about to be claimed, at the carrier, or being stored. */
  purchasePlaces: Places;
  ledger: LedgerMemory;
  /** Of the postal codes that go with tracking numbers. */
  deliveryGuesses: GuessLimit;
  /** Where clients reach this service; null: no such address was configured. */
  publicUrl?: string | null;
  quoteTtlSeconds: number;
  deliveryOptions: DeliveryOptionsSettings;
  /** The operator's ceilings, for each tenant by itself; empty: none. */
  spendLimits: readonly OperatorLimit[];
}

/** For whom a use case runs. The tenant comes from verified claims only. */
export interface Actor {
  tenantId: string;
  /** Whom the token was issued to, for audit. */
  subject: string;
  /** Of that token, for audit; absent: the service itself acts. */
  scopes?: readonly string[];
  /** Somebody at the servers themselves acts, by a command. */
  isOperator?: true;
}
