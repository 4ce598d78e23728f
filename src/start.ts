import { Admission } from "./admission/admission.js";
import type { Closers } from "./closers.js";
import type { Config } from "./config.js";
import type { Database } from "./database/data-source.js";
import { readLogLeaks } from "./database/log-settings.js";
import { onServer } from "./database/on-server.js";
import { seedDemoTenant } from "./demo-tenant.js";
import type { HttpServer } from "./http/http-options.js";
import { startSettlingKept } from "./jobs/kept-answers.js";
import { startKeyWatch } from "./jobs/key-watch.js";
import { startLedgerBeat } from "./jobs/ledger-beat.js";
import { startReplicationWatch } from "./jobs/replication-watch.js";
import { startWorker } from "./jobs/worker.js";
import type { Log } from "./log.js";
import type { Monitoring } from "./monitoring/start-monitoring.js";
import { openDeps } from "./open-deps.js";
import { demoTenantId } from "./security/authenticate.js";
import { registerCarriers } from "./shipping/register-carriers.js";
import { openGraph, startHttp } from "./start-http.js";

export interface Running {
  http: HttpServer;
  /** What runs, for people. */
  parts: Record<string, string>;
}

/** Starts everything, in the order of what needs what. Whatever was opened is in `closers`, also when this throws. */
export async function start(config: Config, log: Log, closers: Closers): Promise<Running> {
  const monitoring = await closers.open("monitoring", () => monitor(config, log), stop);
  const graph = await openGraph(config, log);
  const { deps, keys, simulator, patiently } = await openDeps(config, log, closers);
  const { database, journal } = deps;
  const replication =
    config.mode === "production"
      ? await patiently("replication", () => startReplicationWatch(database, log), stop)
      : null;
  if (config.mode === "production") await patiently("log settings", () => warnOfLogLeaks(database, log));
  const keyIds = keys.secretKeys.map(({ id }) => id);
  const keyWatch = await patiently("keys", () => startKeyWatch(database, log, keyIds), stop);
  await patiently("ledger", () => startLedgerBeat(deps), stop);
  await patiently("carriers of the database", () => registerCarriers(deps));
  if (config.mode === "demo" && simulator !== null && config.isDemoTenantSeeded)
    await patiently("demo tenant", () => seedDemoTenant(deps, demoTenantId));
  // Before the worker would ask the carrier what is known here.
  const kept = await closers.open("kept answers", () => startSettlingKept(deps), stop);
  const worker = config.worker
    ? await closers.open("worker", async () => startWorker(deps, config.tracking, config.retention), stop)
    : null;
  if (!config.isSelling) log.warn("Sales are off: nothing is bought, all else goes on (SALES=off)");
  const beats = () => [kept.beat(), ...(worker?.beats() ?? [])];
  const admission = new Admission({ ...config.admission, databaseWaitMs: () => database.lanes.oldestWaitMs() });
  monitoring.watch({ database, beats, admission, isSelling: config.isSelling, journal });
  const told = () => ({
    workers: beats(),
    missingKeys: keyWatch.missing(),
    ...(replication && { replication: replication.current() }),
  });
  const http = await closers.open(
    "HTTP",
    () => startHttp(config, log, graph, deps, keys.linkSigningKeys, told, admission),
    stop,
  );
  return { http, parts: description(config, simulator, monitoring.metricsUrl) };
}

const stop = (part: { stop(): Promise<unknown> }) => part.stop();

/** The first to start and the last to end. Nothing of it is loaded where nobody asked for it. */
async function monitor({ monitoring }: Config, log: Log): Promise<Monitoring> {
  if (monitoring === null) return { metricsUrl: null, watch: () => undefined, stop: async () => undefined };
  const { startMonitoring } = await import("./monitoring/start-monitoring.js");
  return startMonitoring(monitoring, log);
}

/** The database's log is another program's, and has other readers. */
async function warnOfLogLeaks(database: Database, log: Log): Promise<void> {
  for (const warning of await onServer(database, readLogLeaks)) log.warn(`${warning} See docs/operations.md.`);
}

function description(config: Config, simulator: string | null, metricsUrl: string | null): Record<string, string> {
  return {
    Mode: config.mode,
    Database: config.database.url === null ? `embedded PostgreSQL in ${config.dataDir}` : "PostgreSQL of DATABASE_URL",
    ...(simulator === null ? {} : { "UPS simulator": `${simulator} (nothing is shipped, nothing costs money)` }),
    Worker: config.worker ? "in this process" : "off",
    ...(config.isSelling ? {} : { Sales: "off: nothing is bought (SALES=off)" }),
    ...(metricsUrl === null ? {} : { Metrics: metricsUrl }),
  };
}
