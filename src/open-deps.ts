import { join } from "node:path";
import type { Closers } from "./closers.js";
import { compose } from "./compose.js";
import type { Config } from "./config.js";
import { prepareDataDir } from "./data-dir.js";
import { closeDatabase, type Database, openDatabase } from "./database/data-source.js";
import { isNeverReached } from "./database/failures.js";
import { migrate } from "./database/migrate.js";
import type { HostChanges } from "./database/server-hosts.js";
import { assertServerLogin } from "./database/server-login.js";
import { assertServerRole } from "./database/server-role.js";
import { type Patience, untilAvailable } from "./database/until-available.js";
import { startEmbeddedPostgres, startSimulator } from "./demo-parts.js";
import { allEntities } from "./entities/all-entities.js";
import type { Log } from "./log.js";
import { loadDemoKeys } from "./security/demo-keys.js";

/** How long a booking that shows late is still looked for and voided. */
const watchLateForSeconds = 30 * 24 * 3600;

/** Opens a part; while the database is away, again and again. */
type Patiently = <T>(part: string, work: () => Promise<T>, close?: (opened: T) => Promise<unknown>) => Promise<T>;

/** What use cases work with, over the migrated database; `adminUrl` is its owner's. Nothing runs by itself. */
export async function openDeps(config: Config, log: Log, closers: Closers) {
  if (config.mode === "demo") await closers.open("data folder", () => prepareDataDir(config.dataDir));
  const urls = await databaseUrls(config, log, closers);
  const [simulator, keys] = await Promise.all([simulatorUrl(config, closers), signingKeys(config)]);
  const patiently: Patiently = (part, work, close) =>
    untilAvailable(patience(config, log, part), () => closers.open(part, work, close));
  await patiently("migrations", () => migrate({ ...urls, log }));
  const { poolSize, preparesStatements } = config.database;
  const openPool = () =>
    openDatabase({ url: urls.serverUrl, entities: allEntities, poolSize, preparesStatements, ...hostChanges(log) });
  const database = await patiently("database", openPool, closeDatabase);
  await patiently("server role", () => assertServerRole(database));
  if (config.mode === "production") await patiently("server login", () => assertServerLogin(database));
  const { deps } = await closers.open(
    "carriers",
    async () => compose(parts(config, log, database, simulator, keys.secretKeys)),
    (composition) => composition.close(),
  );
  return { deps, keys, simulator, adminUrl: urls.adminUrl, patiently };
}

function hostChanges(log: Log): HostChanges {
  return {
    onHostLeft: (host, error) =>
      log.warn("The database's host takes no writes or does not answer; another one is looked for", { host, error }),
    onHostFound: (host) => log.info("The database's host that takes writes is found", { host }),
  };
}

/** Whoever tries a demo is told at once that there is no database; a service waits for its own. */
function patience({ mode, database }: Config, log: Log, part: string): Patience {
  return {
    seconds: database.startTimeoutSeconds,
    isWorthwhile: (error) => mode === "production" || !isNeverReached(error.cause),
    onWait: (error) => log.warn("The database is away while the server starts; it is tried again", { part, error }),
  };
}

async function databaseUrls(
  config: Config,
  log: Log,
  closers: Closers,
): Promise<{ adminUrl: string; serverUrl: string }> {
  const { url, migrationUrl } = config.database;
  if (url !== null && migrationUrl !== null) return { adminUrl: migrationUrl, serverUrl: url };
  return closers.open(
    "PostgreSQL",
    () => startEmbeddedPostgres(config, log),
    (postgres) => postgres.stop(),
  );
}

/** Null in production: there is no simulator. Opened after the embedded database, which lets one process into a folder. */
async function simulatorUrl(config: Config, closers: Closers): Promise<string | null> {
  if (config.mode !== "demo" || config.ups.simulatorUrl !== null) return config.ups.simulatorUrl;
  const dataDir = join(config.dataDir, "ups-simulator");
  const simulator = await closers.open(
    "UPS simulator",
    () => startSimulator(dataDir),
    (opened) => opened.close(),
  );
  return simulator.url;
}

type Keys = Pick<Config, "secretKeys" | "linkSigningKeys">;

/** Production names its keys; a demo makes its own and keeps them in its data folder. */
async function signingKeys({ secretKeys, linkSigningKeys, dataDir }: Config): Promise<Keys> {
  if (secretKeys.length > 0 && linkSigningKeys.length > 0) return { secretKeys, linkSigningKeys };
  const demo = await loadDemoKeys(dataDir);
  return {
    secretKeys: secretKeys.length > 0 ? secretKeys : demo.secretKeys,
    linkSigningKeys: linkSigningKeys.length > 0 ? linkSigningKeys : demo.linkSigningKeys,
  };
}

function parts(
  config: Config,
  log: Log,
  database: Database,
  simulator: string | null,
  secretKeys: Config["secretKeys"],
) {
  const { answerSeconds, carrierTimeoutSeconds, reconcileAfterSeconds, notCreatedAfterSeconds } = config.purchase;
  return {
    database,
    log,
    secretKeys,
    upsBaseUrls: { SIMULATOR: simulator, TEST: config.ups.testBaseUrl, PRODUCTION: config.ups.productionBaseUrl },
    answersDir: config.answersDir,
    upsLimits: { shipTimeoutMs: carrierTimeoutSeconds * 1000 },
    timings: {
      answerWithin: answerSeconds,
      sendWithin: Math.min(15, reconcileAfterSeconds - carrierTimeoutSeconds),
      reconcileAfter: reconcileAfterSeconds,
      notCreatedAfter: notCreatedAfterSeconds,
      watchLateFor: watchLateForSeconds,
    },
    isSelling: config.isSelling,
    maxPurchasesAtCarrier: config.purchase.maxAtCarrier,
    doubtSeconds: config.purchase.doubtfulPeriodSeconds,
    publicUrl: config.publicUrl,
    quoteTtlSeconds: config.quoteTtlSeconds,
    deliveryOptions: config.deliveryOptions,
    spendLimits: config.spendLimits,
    guessLimits: config.guessLimits,
    backgroundCallsPerSecond: config.backgroundCallsPerSecond,
  };
}
