import "reflect-metadata";
import { type Config, loadConfig } from "./config.js";
import { findViolations, type Violations } from "./database/invariants/find-violations.js";

const shownRows = 5;

/** Exits 1 when a promise is broken. `--at-rest`: nothing is being bought or voided, so nothing may be open either. */
async function main(args: string[]): Promise<void> {
  const config = loadConfig(process.env);
  const isAtRest = args.includes("--at-rest");
  const { reconcileAfterSeconds } = config.purchase;
  const found = await withAdminUrl(config, (adminUrl) => findViolations({ adminUrl, reconcileAfterSeconds, isAtRest }));
  for (const violations of found) print(violations);
  const broken = found.filter(({ rows }) => rows.length > 0).length;
  console.info(`${found.length - broken} invariants hold, ${broken} broken`);
  if (broken > 0) process.exitCode = 1;
}

function print({ name, rows }: Violations): void {
  console.info(`${String(rows.length).padStart(6)}  ${name}`);
  for (const row of rows.slice(0, shownRows)) console.info(`        ${JSON.stringify(row)}`);
  if (rows.length > shownRows) console.info(`        and ${rows.length - shownRows} more`);
}

/** The database of the configuration, or in demo mode the embedded one for as long as the work takes. */
async function withAdminUrl<T>(config: Config, work: (adminUrl: string) => Promise<T>): Promise<T> {
  if (config.database.migrationUrl !== null) return work(config.database.migrationUrl);
  const { startEmbeddedPostgres } = await import("./database/embedded-postgres.js");
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log: console });
  return work(postgres.adminUrl).finally(() => postgres.stop());
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
