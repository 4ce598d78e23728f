import type { Meter } from "@opentelemetry/api";
import type { Database } from "../database/tenant-transaction.js";

/** A loop of this process's worker. */
interface Beat {
  name: string;
  lastBeatAt: string | null;
  isLate: boolean;
}

/** What this process knows of itself. */
export interface Watched {
  database: Database;
  beats(): Beat[];
  /** False: `SALES=off`. */
  isSelling: boolean;
  /** Answers of carriers that are kept until the database has them. */
  journal: { status(): { isProtected: boolean; left: number; setAside: number } };
}

/** Tells what this process knows without asking anybody. */
export function watchProcess(meter: Meter, { database, beats, isSelling, journal }: Watched): void {
  gauge(meter, "shipping.sales.on", "0: nothing is bought (SALES=off).", (observe) => observe(isSelling ? 1 : 0));
  watchMemory(meter);
  watchJournal(meter, journal);
  watchPool(meter, database);
  watchHost(meter, database);
  const tellAges = (observe: Observe) => {
    for (const { name, lastBeatAt } of beats()) if (lastBeatAt !== null) observe(ageOf(lastBeatAt), { loop: name });
  };
  gauge(meter, "shipping.worker.beat.age", "Since when each loop of the worker has not come round.", tellAges, "s");
  gauge(meter, "shipping.worker.late", "1: a loop of the worker is overdue.", (observe) => {
    for (const { name, isLate } of beats()) observe(isLate ? 1 : 0, { loop: name });
  });
}

type Observe = (value: number, labels?: Record<string, string>) => void;

function gauge(meter: Meter, name: string, description: string, read: (observe: Observe) => void, unit?: string): void {
  const made = meter.createObservableGauge(name, { description, unit });
  made.addCallback((result) => read((value, labels) => result.observe(value, labels)));
}

const ageOf = (instant: string) => (Date.now() - Date.parse(instant)) / 1_000;

function watchMemory(meter: Meter): void {
  const tellRss = (observe: Observe) => observe(process.memoryUsage.rss());
  gauge(meter, "process.memory.usage", "Resident set size.", tellRss, "By");
  const cpu = meter.createObservableCounter("process.cpu.time", { description: "Processor time.", unit: "s" });
  cpu.addCallback((result) => {
    const { user, system } = process.cpuUsage();
    result.observe(user / 1e6, { "cpu.mode": "user" });
    result.observe(system / 1e6, { "cpu.mode": "system" });
  });
}

function watchJournal(meter: Meter, journal: Watched["journal"]): void {
  gauge(meter, "shipping.journal.entries", "Kept answers that wait for the database, or for a person.", (observe) => {
    const { left, setAside } = journal.status();
    observe(left, { state: "LEFT" });
    observe(setAside, { state: "SET_ASIDE" });
  });
  gauge(meter, "shipping.journal.protected", "0: an answer would be lost with this process.", (observe) =>
    observe(journal.status().isProtected ? 1 : 0),
  );
}

function watchPool(meter: Meter, { pool }: Database): void {
  gauge(meter, "db.client.connection.count", "Connections of the pool, by state.", (observe) => {
    observe(pool.idleCount, { state: "idle" });
    observe(pool.totalCount - pool.idleCount, { state: "used" });
  });
  gauge(meter, "db.client.connection.max", "Connections that the pool may have.", (observe) =>
    observe(pool.options.max),
  );
  gauge(meter, "db.client.connection.pending_requests", "Who waits for a connection.", (observe) =>
    observe(pool.waitingCount),
  );
}

/** Of the hosts that DATABASE_URL names, which one is used. */
function watchHost(meter: Meter, { hosts }: Database): void {
  gauge(meter, "shipping.database.host", "1: this host of DATABASE_URL is in use.", (observe) => {
    for (const url of hosts.urls) observe(url === hosts.url ? 1 : 0, { "server.address": new URL(url).host });
  });
}
