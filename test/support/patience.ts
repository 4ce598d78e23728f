import type { DatabaseTimeouts } from "../../src/database/data-source.js";
import type { PurchaseTimings } from "../../src/shipping/deps.js";
import type { UpsLimits } from "../../src/ups/adapter.js";

/**
 * A busy machine must not look like a carrier or a database in trouble: whatever a test does not let run out on purpose
 * has time for everything. Only a test whose subject is a limit sets that limit.
 */
const seconds = 60;
export const patienceMs = seconds * 1000;

export const patientTimings: PurchaseTimings = {
  answerWithin: seconds,
  sendWithin: seconds,
  reconcileAfter: 90,
  notCreatedAfter: 7_200,
  watchLateFor: 30 * 86_400,
};

export const patientLimits = {
  readTimeoutMs: patienceMs,
  shipTimeoutMs: patienceMs,
  tokenTimeoutMs: patienceMs,
  connectTimeoutMs: patienceMs,
} satisfies Partial<UpsLimits>;

export const patientDatabase: DatabaseTimeouts = {
  connectMs: patienceMs,
  statementMs: patienceMs,
  lockMs: patienceMs,
  idleInTransactionMs: patienceMs,
};
