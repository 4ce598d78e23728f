import type { Database } from "../database/data-source.js";
import { onServer } from "../database/on-server.js";
import { type Replication, readReplication } from "../database/replication.js";
import type { Log } from "../log.js";
import { repeat } from "./repeat.js";

const everySeconds = 10;

export interface ReplicationWatch {
  /** As it was seen last. */
  current(): Omit<Replication, "startedAt">;
  stop(): Promise<void>;
}

/**
 * Says in the log whether what is acknowledged is at a standby too: at the start, when that changes, and after each change
 * or restart of the server. An operator can know what a failover would lose before anything is bought: throws
 * DATABASE_UNAVAILABLE when it cannot be seen at the start.
 */
export async function startReplicationWatch(database: Database, log: Log): Promise<ReplicationWatch> {
  let told = "";
  const look = async () => {
    const { kind, standbys, message, startedAt } = await onServer(database, readReplication);
    const news = `${startedAt} ${message}`;
    if (news !== told) log[kind === "SYNCHRONOUS" ? "info" : "warn"](message, { replication: kind, standbys });
    told = news;
    return { kind, standbys, message };
  };
  let current = await look();
  const looking = repeat(
    "Looking at the replication",
    async () => {
      current = await look();
    },
    everySeconds,
    { log },
  );
  return { current: () => current, stop: () => looking.stop() };
}
