import type { CallLog, CarrierCall } from "../../carrier/ports.js";
import { type Database, inTenant } from "../../database/tenant-transaction.js";
import { CarrierRequest } from "../../entities/carrier-request.js";
import type { Log } from "../../log.js";
import type { BackgroundWork } from "../deps.js";
import { newId } from "../new-id.js";

/** Rows per statement, and calls kept while the database is slow: the log must not become the memory's problem. */
const batchSize = 500;
const mostWaiting = 10_000;

/**
 * Writes carrier calls as rows after the fact. One writer at a time takes what has gathered, so that a busy server
 * neither delays its callers nor uses up its connections; a draining server waits for it. What cannot be written is
 * counted in the log and given up.
 */
export function createCallLog(database: Database, log: Log, background: BackgroundWork): CallLog {
  let waiting: CarrierCall[] = [];
  let isWriting = false;

  const writeAll = async () => {
    // Lets the calls of this tick gather.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const calls = waiting.slice(0, batchSize);
      waiting = waiting.slice(batchSize);
      for (const [tenantId, ofTenant] of byTenant(calls)) await writeQuietly(database, log, tenantId, ofTenant);
    }
    isWriting = false;
  };

  return {
    record(call) {
      if (waiting.length >= mostWaiting) return log.warn("carrier calls were not recorded", { count: 1 });
      waiting.push(call);
      if (isWriting) return;
      isWriting = true;
      background.run(writeAll());
    },
  };
}

async function writeQuietly(database: Database, log: Log, tenantId: string, calls: CarrierCall[]): Promise<void> {
  try {
    await inTenant(database, tenantId, (manager) => manager.insert(CarrierRequest, calls.map(toRow)));
  } catch (error) {
    log.warn("carrier calls were not recorded", { count: calls.length, error });
  }
}

function byTenant(calls: CarrierCall[]): Map<string, CarrierCall[]> {
  const groups = new Map<string, CarrierCall[]>();
  for (const call of calls) groups.set(call.tenantId, [...(groups.get(call.tenantId) ?? []), call]);
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
