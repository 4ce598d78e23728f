import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSimulatorControl, type SimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { startTestCluster, withDatabase } from "../../support/database-cluster.js";
import { killProcess, startProcess } from "./child-process.js";
import { Fleet } from "./fleet.js";
import type { HarnessOptions } from "./options.js";

/** All that runs: one PostgreSQL, one simulator as a process of its own, the servers. */
export interface Stage {
  fleet: Fleet;
  control: SimulatorControl;
  /** The owner's. */
  adminUrl: string;
  /** The servers'. */
  serverUrl: string;
  logDir: string;
  close(keepLogs: boolean): Promise<void>;
}

/** Short, and in the order that the configuration insists on; no promise depends on how long they are. */
export const timings = {
  PURCHASE_ANSWER_SECONDS: "2",
  CARRIER_BUY_TIMEOUT_SECONDS: "4",
  RECONCILE_AFTER_SECONDS: "6",
  NOT_CREATED_AFTER_SECONDS: "25",
};

const simulator = fileURLToPath(import.meta.resolve("@shipping-subgraph/ups-simulator/main.js"));
const server = fileURLToPath(new URL("../../../src/main.js", import.meta.url));
const serverWithoutClaim = fileURLToPath(new URL("./control/server.js", import.meta.url));

export async function openStage(options: HarnessOptions): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "shipping-harness-"));
  const logDir = join(folder, "logs");
  await mkdir(logDir);
  const { cluster, stop } = await startTestCluster(process.env.TEST_DATABASE_URL);
  const adminUrl = withDatabase(cluster.adminUrl, cluster.template);
  const serverUrl = withDatabase(cluster.serverUrl, cluster.template);
  const ups = await startProcess(simulator, ["--data-dir", join(folder, "ups")], {}, join(logDir, "simulator.log"));
  const fleet = new Fleet(
    options.isControl ? serverWithoutClaim : server,
    { ...serverEnvironment(ups.url), DATABASE_URL: serverUrl, MIGRATION_DATABASE_URL: adminUrl },
    logDir,
  );
  return {
    ...{ fleet, adminUrl, serverUrl, logDir },
    control: createSimulatorControl(ups.url),
    async close(keepLogs) {
      await fleet.stop();
      await killProcess(ups.child, "SIGTERM");
      await stop();
      await rm(keepLogs ? join(folder, "ups") : folder, { recursive: true, force: true });
    },
  };
}

/** Every environment is the simulator's: what the control run buys twice must never cost money. */
function serverEnvironment(upsUrl: string): Record<string, string> {
  const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
  return {
    ...{ MODE: "demo", AUTH_MODE: "none", HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info", EXPLORER: "off" },
    ...{ SECRET_KEYS: key("s"), LINK_SIGNING_KEYS: key("l"), SHUTDOWN_GRACE_SECONDS: "5" },
    ...{ UPS_SIMULATOR_URL: upsUrl, UPS_TEST_BASE_URL: upsUrl, UPS_PRODUCTION_BASE_URL: upsUrl },
    ...timings,
  };
}
