import { countSealed } from "../database/sealed-columns.js";
import { noteServerKeys } from "../database/server-keys.js";
import type { Database } from "../database/tenant-transaction.js";
import type { Log } from "../log.js";
import { repeat } from "./repeat.js";

const everySeconds = 60;

export interface KeyWatch {
  /** Ids of keys that stored secrets are sealed with and that are not configured, as it was seen last. */
  missing(): string[];
  stop(): Promise<void>;
}

/**
 * Notes which keys this server has, and names each key that stored secrets need and `SECRET_KEYS` lacks: at the start, and when that changes. The rest of the
 * accounts can be used all the same. Throws DATABASE_UNAVAILABLE when it cannot be seen at the start.
 */
export async function startKeyWatch(database: Database, log: Log, keyIds: readonly string[]): Promise<KeyWatch> {
  let missing: string[] = [];
  const look = async () => {
    await noteServerKeys(database, keyIds);
    const counts = (await countSealed(database)).filter(({ keyId }) => !keyIds.includes(keyId));
    const now = [...new Set(counts.map(({ keyId }) => keyId))].sort();
    if (now.length > 0 && now.join() !== missing.join())
      log.error(
        "Stored secrets are sealed with a key that is not in SECRET_KEYS: what needs them fails until it is there.",
        {
          missingKeys: now,
          sealed: counts,
        },
      );
    if (now.length === 0 && missing.length > 0) log.info("Every key that stored secrets need is in SECRET_KEYS.");
    missing = now;
  };
  await look();
  const looking = repeat("Looking for missing keys", look, everySeconds, { log });
  return {
    missing: () => missing,
    async stop() {
      await looking.stop();
      await noteServerKeys(database, null).catch((error) =>
        log.warn("It could not be noted that the server stops.", { error }),
      );
    },
  };
}
