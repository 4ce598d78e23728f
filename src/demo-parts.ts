import type { Config } from "./config.js";

/** PostgreSQL from npm, under the data folder. Throws a plain sentence where it is not installed. */
export async function startEmbeddedPostgres(
  { dataDir }: Pick<Config, "dataDir">,
  log: { info(message: string): void },
) {
  const name = "@shipping-subgraph/embedded-postgres";
  const part = await installed(
    name,
    "DATABASE_URL",
    () => import("@shipping-subgraph/embedded-postgres/embedded-postgres.js"),
  );
  return part.startEmbeddedPostgres({ dataDir, log });
}

/**
 * A UPS on loopback with its ledger in `dataDir`, without which it forgets everything at the end. Throws a plain
 * sentence where it is not installed.
 */
export async function startSimulator(dataDir?: string) {
  const name = "@shipping-subgraph/ups-simulator";
  const part = await installed(
    name,
    "UPS_SIMULATOR_URL",
    () => import("@shipping-subgraph/ups-simulator/start-simulator.js"),
  );
  return part.startSimulator(dataDir === undefined ? {} : { dataDir });
}

/** A production install leaves these packages out; `instead`: the variable that names another one to use. */
async function installed<T>(name: string, instead: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw cause;
    const message = `Demo mode needs ${name}, which a production install leaves out: run npm ci, or set ${instead}.`;
    throw new Error(message, { cause });
  }
}
