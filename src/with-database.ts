import type { Config } from "./config.js";
import { startEmbeddedPostgres } from "./demo-parts.js";

export interface DatabaseUrls {
  /** May create roles and owns the tables. */
  adminUrl: string;
  /** What the server uses. */
  serverUrl: string;
}

/** The database of the configuration, or in demo mode the embedded one for as long as the work takes. */
export async function withDatabase<T>(config: Config, work: (urls: DatabaseUrls) => Promise<T>): Promise<T> {
  const { url, migrationUrl } = config.database;
  if (url !== null && migrationUrl !== null) return work({ adminUrl: migrationUrl, serverUrl: url });
  const postgres = await startEmbeddedPostgres(config, console);
  return work(postgres).finally(() => postgres.stop());
}
