import { type Database, inSystem } from "../database/tenant-transaction.js";

/** One number, of all tenants together. */
export interface SnapshotRow {
  metric: string;
  labels: Record<string, string>;
  value: number;
}

/** Read at most so often, whoever asks how often; and waited for so long before the rest is told without it. */
const goodForMs = 5_000;
const patienceMs = 2_000;

const parts = ["monitoring_snapshot", "monitoring_pace", "monitoring_retention"];
const statement = parts.map((part) => `select * from ${part}()`).join(" union all ");

/** What stands in the database, read when somebody asks. Empty: it cannot be read now, and nothing old is told. */
export class Snapshot {
  #reading: Promise<SnapshotRow[]> | null = null;
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly database: Database) {}

  read(): Promise<SnapshotRow[]> {
    if (this.#reading === null || performance.now() - this.#readAt > goodForMs) {
      this.#readAt = performance.now();
      this.#reading = readWithin(patienceMs, this.database);
    }
    return this.#reading;
  }
}

async function readWithin(ms: number, database: Database): Promise<SnapshotRow[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<SnapshotRow[]>((resolve) => {
    timer = setTimeout(() => resolve([]), ms);
  });
  const rows = inSystem<SnapshotRow[]>(database, (manager) => manager.query(statement));
  return Promise.race([rows.catch(() => []), tooLate]).finally(() => clearTimeout(timer));
}
