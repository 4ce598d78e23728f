import type { Database } from "./data-source.js";
import { migrations } from "./migration-list.js";
import { onServer } from "./on-server.js";
import { serverInstance } from "./server-instance.js";

const statement = "select beat_heart($1, $2) as migrated, touch_disk()";
const newestMigration = migrations.at(-1)?.name;

/** Names, fit for an operator's eyes, of what is wrong with the database; empty: it takes writes and knows this version. */
export async function beatHeart(database: Database): Promise<string[]> {
  try {
    return (await beat(database)) ? [] : ["Migrations are pending."];
  } catch (error) {
    return [reasonOf(error)];
  }
}

async function beat(database: Database): Promise<boolean> {
  const { rows } = await onServer(database, (client) => client.query(statement, [serverInstance, newestMigration]));
  return rows[0]?.migrated === true;
}

/** What PostgreSQL's own codes mean to an operator. */
const reasons: readonly [RegExp, string][] = [
  [/^25006$/, "The database takes no writes: it is a standby, or read-only."],
  [/^53100$/, "The database's disk is full."],
  [/^53200$/, "The database is out of memory."],
  [/^53300$/, "The database has no connection to spare."],
  [/^57P0[123]$/, "The database is starting or stopping."],
  [/^(42883|42P01)$/, "Migrations are pending."],
  [/^42501$/, "The server's login may not call what it needs: run the migrations with its DATABASE_URL."],
  [/^(28...|3D000)$/, "The database does not let the server in."],
  [/^(57014|55P03)$/, "The database is too slow: a write did not end in time."],
];

function reasonOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return reasons.find(([pattern]) => pattern.test(String(code)))?.[1] ?? "The database cannot be reached.";
}
