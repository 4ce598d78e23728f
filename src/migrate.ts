import "reflect-metadata";
import { loadConfig } from "./config.js";
import { migrate, undoLastMigration } from "./database/migrate.js";
import { findSchemaDrift } from "./database/schema-drift.js";
import { untilAvailable } from "./database/until-available.js";
import { allEntities } from "./entities/all-entities.js";
import { type DatabaseUrls, withDatabase } from "./with-database.js";

const commands: Record<string, (urls: DatabaseUrls, seconds: number) => Promise<string[]>> = {
  up: async (urls, seconds) => {
    const onWait = ({ message }: Error) => console.warn(`${message} It is tried again.`);
    return (await untilAvailable({ seconds, onWait }, () => migrate(urls))).map((name) => `Applied ${name}`);
  },
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
  const config = loadConfig(process.env);
  const { startTimeoutSeconds } = config.database;
  for (const line of await withDatabase(config, (urls) => work(urls, startTimeoutSeconds))) console.info(line);
}

run(process.argv[2]).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
