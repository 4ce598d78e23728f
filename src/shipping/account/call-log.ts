import { currentBudget, outsideBudget } from "../../admission/work.js";
import type { CallLog, CarrierCall, CarrierOperation } from "../../carrier/ports.js";
import { type Database, inTenant } from "../../database/tenant-transaction.js";
import { CarrierRequest } from "../../entities/carrier-request.js";
import { type Journal, type KeptEntry, notKept } from "../../journal/journal.js";
import type { Log } from "../../log.js";
import type { BackgroundWork } from "../deps.js";
import { newId } from "../new-id.js";

/** Rows per statement, and calls kept while the database is slow: the log must not become the memory's problem. */
const batchSize = 500;
const mostWaiting = 10_000;

/** What people ask after when money is in doubt: these outlive an outage of the database, and this process. */
const keptOperations: ReadonlySet<CarrierOperation> = new Set(["SHIP", "VOID"]);

export type CallRow = ReturnType<typeof toRow>;

interface WaitingCall {
  row: CallRow;
  kept: Promise<KeptEntry>;
}

/**
 * Writes carrier calls as rows after the fact. One writer at a time takes what has gathered, so that a busy server
 * neither delays its callers nor uses up its connections; a draining server waits for it. Purchases and voids are kept
 * in the journal until they are written; of the others, what cannot be written is counted in the log and given up.
 */
export function createCallLog(database: Database, log: Log, background: BackgroundWork, journal: Journal): CallLog {
  let waiting: WaitingCall[] = [];
  let isWriting = false;

  const writeAll = async () => {
    // Lets the calls of this tick gather.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const calls = waiting.slice(0, batchSize);
      waiting = waiting.slice(batchSize);
      for (const [tenantId, ofTenant] of byTenant(calls)) await writeOrLeave(database, log, tenantId, ofTenant);
    }
    isWriting = false;
  };

  return {
    record(call) {
      currentBudget()?.countExchange();
      const waitingCall = keepIfOfMoney(journal, toRow(call));
      if (waiting.length >= mostWaiting) return background.run(leave(log, [waitingCall]));
      waiting.push(waitingCall);
      if (isWriting) return;
      isWriting = true;
      background.run(outsideBudget(writeAll));
    },
  };
}

/** The same row is written once, however often it is tried: after a broken commit nobody knows whether it is there. */
export async function insertCalls(database: Database, tenantId: string, rows: CallRow[]): Promise<void> {
  await inTenant(database, tenantId, (manager) =>
    manager.createQueryBuilder().insert().into(CarrierRequest).values(rows).orIgnore().execute(),
  );
}

function keepIfOfMoney(journal: Journal, row: CallRow): WaitingCall {
  if (!keptOperations.has(row.operation)) return { row, kept: Promise.resolve(notKept) };
  return { row, kept: journal.keep({ kind: "CALL", tenantId: row.tenantId, id: row.id }, row, false) };
}

async function writeOrLeave(database: Database, log: Log, tenantId: string, calls: WaitingCall[]): Promise<void> {
  const kept = await Promise.all(calls.map((call) => call.kept));
  try {
    await insertCalls(
      database,
      tenantId,
      calls.map(({ row }) => row),
    );
    await Promise.all(kept.map((entry) => entry.forget()));
  } catch (error) {
    await leave(log, calls, error);
  }
}

async function leave(log: Log, calls: WaitingCall[], error?: unknown): Promise<void> {
  const kept = await Promise.all(calls.map((call) => call.kept));
  for (const entry of kept) entry.leave();
  const count = kept.filter((entry) => entry === notKept).length;
  if (count > 0) log.warn("carrier calls were not recorded", error === undefined ? { count } : { count, error });
}

function byTenant(calls: WaitingCall[]): Map<string, WaitingCall[]> {
  const groups = new Map<string, WaitingCall[]>();
  for (const call of calls) groups.set(call.row.tenantId, [...(groups.get(call.row.tenantId) ?? []), call]);
  return groups;
}

function toRow({ startedAt, durationMs, ...call }: CarrierCall) {
  return {
    ...call,
    id: newId("crq"),
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(durationMs),
  };
}
