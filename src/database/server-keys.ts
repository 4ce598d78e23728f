import type { Database } from "./data-source.js";
import { serverInstance } from "./server-instance.js";
import { inSystem } from "./tenant-transaction.js";

/** Servers that run and have these keys, the one that they seal with first. */
export interface ServerKeys {
  keyIds: string[];
  servers: number;
}

/** Notes for others which keys this server has; null: it stops. */
export async function noteServerKeys(database: Database, keyIds: readonly string[] | null): Promise<void> {
  await inSystem(database, (manager) => manager.query("select note_server_keys($1, $2)", [serverInstance, keyIds]));
}

/** Of all that noted their keys within three minutes, once a minute each. */
export async function readServerKeys(database: Database): Promise<ServerKeys[]> {
  const rows: { key_ids: string[]; servers: number }[] = await inSystem(database, (manager) =>
    manager.query("select * from server_keys()"),
  );
  return rows.map(({ key_ids: keyIds, servers }) => ({ keyIds, servers }));
}
