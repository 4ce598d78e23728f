import "reflect-metadata";
import { loadConfig } from "./config.js";
import { migrate, undoLastMigration } from "./database/migrate.js";
import { findSchemaDrift } from "./database/schema-drift.js";
import { allEntities } from "./entities/all-entities.js";
import { type DatabaseUrls, withDatabase } from "./with-database.js";

const commands: Record<string, (urls: DatabaseUrls) => Promise<string[]>> = {
  up: async (urls) => (await migrate(urls)).map((name) => `Applied ${name}`),
  down: async ({ adminUrl }) => [`Undone: ${(await undoLastMigration(adminUrl)) ?? "there is no migration"}`],
  check: async ({ adminUrl }) => {
    const drift = await findSchemaDrift({ url: adminUrl, entities: allEntities });
    if (drift.length > 0) throw new Error(["Entities and schema differ:", ...drift].join("\n  "));
    return ["Entities and schema agree"];
  },
};

async function run(command: string | undefined): Promise<void> {
  const work = commands[command ?? "up"];
  if (!work) throw new Error(`Say one of: ${Object.keys(commands).join(", ")}`);
  for (const line of await withDatabase(loadConfig(process.env), work)) console.info(line);
}

run(process.argv[2]).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
