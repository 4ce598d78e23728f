import type { ClientBase } from "pg";
import { asUnavailable } from "./failures.js";

/** What a failover can lose. */
export interface Replication {
  kind: "NONE" | "ASYNCHRONOUS" | "SYNCHRONOUS" | "UNKNOWN";
  /** Null: not told. */
  standbys: number | null;
  /** For operators: what may be lost. */
  message: string;
  /** Of the server, which tells it from the one after a failover or a restart. Null: not told. */
  startedAt: string | null;
}

interface Row {
  names: string;
  commit: string;
  standbys: number;
  started: string;
}

/**
 * Of the session: a role may have a `synchronous_commit` of its own. Whoever has no pg_read_all_stats sees of each
 * standby only that it is there, which is enough.
 */
const look = `select current_setting('synchronous_standby_names') as names, current_setting('synchronous_commit') as commit,
  (select count(*)::int from pg_stat_replication where state is distinct from 'backup') as standbys,
  pg_postmaster_start_time()::text as started`;

/** With these a commit is acknowledged before any standby has it. */
const local = ["off", "local"];

/** Whether what is acknowledged to the server's login is at a standby too. Throws when the server cannot be asked. */
export async function readReplication(connection: Pick<ClientBase, "query">): Promise<Replication> {
  try {
    const { rows } = await connection.query<Row>(look);
    return describe(rows[0] as Row);
  } catch (error) {
    if (asUnavailable(error) !== error) throw error;
    const message = `Whether the database is replicated cannot be seen: ${(error as Error).message}`;
    return { kind: "UNKNOWN", standbys: null, message, startedAt: null };
  }
}

function describe({ names, commit, standbys, started }: Row): Replication {
  const kind = names !== "" && !local.includes(commit) ? "SYNCHRONOUS" : standbys > 0 ? "ASYNCHRONOUS" : "NONE";
  const unflushed = commit === "off" ? ` ${messages.unflushed}` : "";
  const waiting = kind === "SYNCHRONOUS" && standbys === 0 ? ` ${messages.waiting}` : "";
  return { kind, standbys, message: messages[kind] + unflushed + waiting, startedAt: started };
}

const messages = {
  NONE: "No standby follows the database: with its disk, all that came after the last backup is lost.",
  ASYNCHRONOUS:
    "Replication is asynchronous: a failover may lose the last purchases, paid labels that were handed out among them. " +
    "Run reconcile-ledger after one; docs/operations.md tells how to set up a synchronous standby.",
  SYNCHRONOUS: "Replication is synchronous: a failover to a synchronous standby loses nothing that was acknowledged.",
  unflushed: "synchronous_commit is off: a crash of the database alone may lose what it acknowledged last.",
  waiting: "No standby is connected: writes wait for one.",
};
