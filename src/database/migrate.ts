import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { DataSource } from "typeorm";
import { asUnavailable } from "./failures.js";
import { migrations } from "./migration-list.js";
import { clientOf, connectAlone } from "./server-client.js";
import { overHosts, ServerHosts } from "./server-hosts.js";
import { admitServer } from "./server-membership.js";

export interface MigrateOptions {
  /** Owns the tables and may create roles. A direct connection: the lock belongs to a session. */
  adminUrl: string;
  /** What the server connects with: its login is made a member of the roles it works as. */
  serverUrl: string;
  log?: { info(message: string): void };
}

/** In this database only; nothing else takes it. */
const migrationLock = 7_246_002;
const lockPollMs = 100;
/** A migration that waits longer for a table lets the requests queued behind it through and tries again. */
const lockTimeoutMs = 5_000;
const lockAttempts = 12;
const lockNotAvailable = "55P03";
const insufficientPrivilege = "42501";
const notOwner =
  "Migrations are pending, and this login may not apply them: npm run migrate with the owner's as MIGRATION_DATABASE_URL.";

/**
 * Brings the schema to this version: each migration in its own transaction, one starter at a time, the others wait.
 * Without work it costs a connection and two statements and takes no lock. Returns the names of what was applied. Throws
 * DATABASE_UNAVAILABLE, and can then be repeated.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  return withAdmin(options.adminUrl, async (admin) => {
    const pending = await findPendingMigrations(admin);
    const applied = pending.length === 0 ? [] : await withLock(admin, () => applyPending(options.adminUrl));
    for (const name of applied) options.log?.info(`Migrated: ${name}`);
    await admitServer(admin, options.serverUrl);
    return applied;
  });
}

/** Undoes the newest migration; returns its name, null when there was none. */
export async function undoLastMigration(adminUrl: string): Promise<string | null> {
  return withAdmin(adminUrl, (admin) =>
    withLock(admin, async () => {
      const newest = (await appliedNames(admin)).pop() ?? null;
      if (newest) await withMigrations(adminUrl, (source) => source.undoLastMigration({ transaction: "each" }));
      return newest;
    }),
  );
}

/** Names of the migrations of this version that the database lacks, oldest first; empty: the schema is current. */
export async function findPendingMigrations(connection: Pick<Client, "query">): Promise<string[]> {
  const applied = new Set(await appliedNames(connection));
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}

async function appliedNames(connection: Pick<Client, "query">): Promise<string[]> {
  const { rows } = await connection.query("select to_regclass('schema_migration') is not null as exists");
  if (!rows[0].exists) return [];
  const names = await connection.query("select name from schema_migration order by timestamp, id");
  return names.rows.map((row) => row.name);
}

async function withAdmin<T>(adminUrl: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = await connectAlone(adminUrl, "shipping migrations");
  try {
    return await work(admin);
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    await admin.end().catch(() => undefined);
  }
}

/** Asks again and again instead of waiting inside PostgreSQL, where a waiting snapshot hinders CONCURRENTLY. */
async function withLock<T>(admin: Client, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const { rows } = await admin.query("select pg_try_advisory_lock($1) as locked", [migrationLock]);
    if (rows[0].locked) break;
    await sleep(lockPollMs);
  }
  try {
    return await work();
  } finally {
    // Where the session has ended, so has its lock.
    await admin.query("select pg_advisory_unlock($1)", [migrationLock]).catch(() => undefined);
  }
}

async function applyPending(adminUrl: string): Promise<string[]> {
  const applied: string[] = [];
  for (let attempt = 1; ; attempt++) {
    try {
      await withMigrations(adminUrl, async (source) => {
        const done = await source.runMigrations({ transaction: "each" });
        applied.push(...done.map(({ name }) => name));
      });
      return applied;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === insufficientPrivilege) throw new Error(notOwner, { cause: error });
      if (code !== lockNotAvailable || attempt === lockAttempts) throw error;
      await sleep(attempt * lockPollMs);
    }
  }
}

async function withMigrations<T>(adminUrl: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const hosts = new ServerHosts(adminUrl);
  const source = new DataSource({
    type: "postgres",
    url: hosts.url,
    migrations,
    migrationsTableName: "schema_migration",
    poolSize: 1,
    installExtensions: false,
    logging: false,
    applicationName: "shipping migrations",
    poolErrorHandler: () => undefined,
    extra: { Client: clientOf(hosts), lock_timeout: lockTimeoutMs },
  });
  await overHosts(hosts, () => source.initialize());
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
