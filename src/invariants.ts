import "reflect-metadata";
import { loadConfig } from "./config.js";
import { findViolations, type Violations } from "./database/invariants/find-violations.js";
import { readReplication } from "./database/replication.js";
import { connectAlone } from "./database/server-client.js";
import { withDatabase } from "./with-database.js";

const shownRows = 5;

/** Exits 1 when a promise is broken. `--at-rest`: nothing is being bought or voided, so nothing may be open either. */
async function main(args: string[]): Promise<void> {
  const config = loadConfig(process.env);
  const isAtRest = args.includes("--at-rest");
  const { reconcileAfterSeconds } = config.purchase;
  const found = await withDatabase(config, async ({ adminUrl, serverUrl }) => {
    await tellReplication(serverUrl);
    return findViolations({ adminUrl, reconcileAfterSeconds, isAtRest });
  });
  for (const violations of found) print(violations);
  const broken = found.filter(({ rows }) => rows.length > 0).length;
  console.info(`${found.length - broken} invariants hold, ${broken} broken`);
  if (broken > 0) process.exitCode = 1;
}

/** As the servers' login: what is acknowledged depends on whose session it is. */
async function tellReplication(serverUrl: string): Promise<void> {
  const client = await connectAlone(serverUrl, "shipping invariants");
  const { kind, message } = await readReplication(client).finally(() => client.end());
  console.info(`Replication: ${kind.toLowerCase()}. ${message}`);
}

function print({ name, rows }: Violations): void {
  console.info(`${String(rows.length).padStart(6)}  ${name}`);
  for (const row of rows.slice(0, shownRows)) console.info(`        ${JSON.stringify(row)}`);
  if (rows.length > shownRows) console.info(`        and ${rows.length - shownRows} more`);
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
