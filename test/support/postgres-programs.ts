import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { prepareBinaries } from "@shipping-subgraph/embedded-postgres/binaries.js";
import { findOrdinaryUser, type RunAs } from "@shipping-subgraph/embedded-postgres/run-as.js";

export interface PostgresPrograms {
  initdb: string;
  postgres: string;
  /** Null: it is not among them, as in the embedded ones. */
  basebackup: string | null;
  /** Such as `postgres (PostgreSQL) 15.13`. */
  version: string;
  runAs: RunAs;
}

const debian = "/usr/lib/postgresql";

/** Of POSTGRES_BIN, else the newest of Debian's, else the embedded ones. */
export async function findPostgres(): Promise<PostgresPrograms> {
  const runAs = findOrdinaryUser(null);
  const folder = process.env.POSTGRES_BIN || newestOf(debian);
  const { initdb, postgres } = folder
    ? { initdb: join(folder, "initdb"), postgres: join(folder, "postgres") }
    : await prepareBinaries(runAs);
  const basebackup = folder ? join(folder, "pg_basebackup") : null;
  return {
    ...{ initdb, postgres, runAs },
    basebackup: basebackup !== null && existsSync(basebackup) ? basebackup : null,
    version: execFileSync(postgres, ["--version"], { encoding: "utf8" }).trim(),
  };
}

function newestOf(folder: string): string | null {
  const versions = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+$/.test(name)) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a)).map((name) => join(folder, name, "bin"));
  return newest.find((bin) => existsSync(join(bin, "postgres"))) ?? null;
}
