import "reflect-metadata";
import { type Config, loadConfig } from "./config.js";
import { migrate, undoLastMigration } from "./database/migrate.js";
import { findSchemaDrift } from "./database/schema-drift.js";
import { allEntities } from "./entities/all-entities.js";

interface Urls {
  adminUrl: string;
  serverUrl: string;
}

const commands: Record<string, (urls: Urls) => Promise<string[]>> = {
  up: async (urls) => (await migrate(urls)).map((name) => `Applied ${name}`),
  down: async ({ adminUrl }) => [`Undone: ${(await undoLastMigration(adminUrl)) ?? "there is no migration"}`],
  check: async ({ adminUrl }) => {
    const drift = await findSchemaDrift({ url: adminUrl, entities: allEntities });
    if (drift.length > 0) throw new Error(["Entities and schema differ:", ...drift].join("\n  "));
    return ["Entities and schema agree"];
  },
};

/** The database of the configuration, or in demo mode the embedded one for as long as the work takes. */
async function withUrls(config: Config, work: (urls: Urls) => Promise<string[]>): Promise<string[]> {
  const { url, migrationUrl } = config.database;
  if (url !== null && migrationUrl !== null) return work({ adminUrl: migrationUrl, serverUrl: url });
  const { startEmbeddedPostgres } = await import("./database/embedded-postgres.js");
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log: console });
  return work(postgres).finally(() => postgres.stop());
}

async function run(command: string | undefined): Promise<void> {
  const work = commands[command ?? "up"];
  if (!work) throw new Error(`Say one of: ${Object.keys(commands).join(", ")}`);
  for (const line of await withUrls(loadConfig(process.env), work)) console.info(line);
}

run(process.argv[2]).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
