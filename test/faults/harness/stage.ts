import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSimulatorControl, type SimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { runAdmin, startTestCluster, withDatabase } from "../../support/database-cluster.js";
import { startTokenIssuer } from "../../support/token-issuer.js";
import { killProcess, startProcess } from "./child-process.js";
import { Fleet } from "./fleet.js";
import type { HarnessOptions } from "./options.js";
import { bundleServer } from "./server/bundle.js";
import { makeTenants, type Tenant } from "./tenants.js";
import { timings } from "./timings.js";

/** All that runs: one PostgreSQL, one simulator as a process of its own, the servers. */
export interface Stage {
  fleet: Fleet;
  tenants: Tenant[];
  control: SimulatorControl;
  /** The owner's. */
  adminUrl: string;
  /** The servers'. */
  serverUrl: string;
  /** It may be crashed: nobody else uses it, and its processes are here. */
  isDatabaseOurs: boolean;
  logDir: string;
  /** UPS's own. */
  ledgerFile: string;
  /** Where the servers keep what UPS answered until it is stored. */
  answersDir: string;
  /** What the servers write as they come to failpoints. */
  passages: string;
  close(keepLogs: boolean): Promise<void>;
}

/** Servers live for seconds: V8 starts them with a quarter less work where it optimises nothing and collects less garbage. */
const nodeFlags = ["--no-opt", "--min-semi-space-size=32", "--max-semi-space-size=32"];

const simulator = fileURLToPath(import.meta.resolve("@shipping-subgraph/ups-simulator/main.js"));
const server = fileURLToPath(new URL("./server/warm.js", import.meta.url));

export async function openStage(options: HarnessOptions): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "shipping-harness-"));
  const logDir = join(folder, "logs");
  await mkdir(logDir);
  const bundle = join(folder, "server.cjs");
  const [{ cluster, stop }, issuer] = await Promise.all([
    startTestCluster(process.env.TEST_DATABASE_URL),
    startTokenIssuer(),
    bundleServer(bundle, options.mutation),
  ]);
  const adminUrl = withDatabase(cluster.adminUrl, cluster.template);
  const serverUrl = withDatabase(cluster.serverUrl, cluster.template);
  // What was committed must outlive a crash of PostgreSQL, as anywhere; of the machine it need not.
  await runAdmin(adminUrl, `alter database ${cluster.template} set synchronous_commit = on`);
  const ups = await startProcess(simulator, ["--data-dir", join(folder, "ups")], {}, join(logDir, "simulator.log"));
  const passages = join(logDir, "passages.jsonl");
  const answersDir = join(folder, "answers");
  const environment = { ...serverEnvironment(ups.url, issuer.settings), DATABASE_URL: serverUrl };
  const fleet = new Fleet({
    ...{ program: server, argsOf: (name) => [bundle, passages, name], passages, spares: 2, nodeFlags, logDir },
    environment: { ...environment, MIGRATION_DATABASE_URL: adminUrl, ANSWERS_DIR: answersDir },
  });
  return {
    ...{ fleet, adminUrl, serverUrl, logDir, passages, answersDir },
    ledgerFile: join(folder, "ups", "ups-simulator-ledger.jsonl"),
    tenants: await makeTenants(issuer),
    isDatabaseOurs: !process.env.TEST_DATABASE_URL,
    control: createSimulatorControl(ups.url),
    async close(keepLogs) {
      await fleet.stop();
      await killProcess(ups.child, "SIGTERM");
      await issuer.stop();
      await stop();
      await rm(keepLogs ? join(folder, "ups") : folder, { recursive: true, force: true });
    },
  };
}

type IssuerSettings = Awaited<ReturnType<typeof startTokenIssuer>>["settings"];

/** Every environment is the simulator's: what the control run buys twice must never cost money. */
function serverEnvironment(upsUrl: string, issuer: IssuerSettings): Record<string, string> {
  const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
  return {
    ...{ MODE: "demo", HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info", EXPLORER: "off" },
    // More than any shop asks, of one tenant.
    ...{ RATE_LIMIT_STAFF: "0" },
    ...{ AUTH_MODE: "jwt", JWT_JWKS_URL: issuer.jwksUrl, JWT_ISSUER: issuer.issuer },
    ...{ JWT_AUDIENCE: issuer.audience.join(",") },
    ...{ SECRET_KEYS: key("s"), LINK_SIGNING_KEYS: key("l"), SHUTDOWN_GRACE_SECONDS: "5" },
    ...{ UPS_SIMULATOR_URL: upsUrl, UPS_TEST_BASE_URL: upsUrl, UPS_PRODUCTION_BASE_URL: upsUrl },
    ...{ TRACKING_POLL_SECONDS: "1", TRACKING_CALLS_PER_MINUTE: "300" },
    ...timings,
  };
}
