import type { Meter } from "@opentelemetry/api";
import type { AdmissionCounts } from "../admission/admission.js";
import type { Database } from "../database/tenant-transaction.js";
import { gauge, type Observe } from "./gauge.js";
import { watchAdmission } from "./watch-admission.js";
import { watchConnections } from "./watch-connections.js";

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
  admission: { counts: AdmissionCounts };
  /** False: `SALES=off`. */
  isSelling: boolean;
  /** Answers of carriers that are kept until the database has them. */
  journal: { status(): { isProtected: boolean; left: number; setAside: number } };
}

/** Tells what this process knows without asking anybody. */
export function watchProcess(meter: Meter, { database, beats, admission, isSelling, journal }: Watched): void {
  watchAdmission(meter, admission);
  gauge(meter, "shipping.sales.on", "0: nothing is bought (SALES=off).", (observe) => observe(isSelling ? 1 : 0));
  watchMemory(meter);
  watchJournal(meter, journal);
  watchConnections(meter, database);
  const tellAges = (observe: Observe) => {
    for (const { name, lastBeatAt } of beats()) if (lastBeatAt !== null) observe(ageOf(lastBeatAt), { loop: name });
  };
  gauge(meter, "shipping.worker.beat.age", "Since when each loop of the worker has not come round.", tellAges, "s");
  gauge(meter, "shipping.worker.late", "1: a loop of the worker is overdue.", (observe) => {
    for (const { name, isLate } of beats()) observe(isLate ? 1 : 0, { loop: name });
  });
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
