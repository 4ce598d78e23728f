import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSimulatorControl, type SimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { demoTenantId } from "../../../src/security/authenticate.js";
import { killProcess, startProcess } from "../harness/child-process.js";
import type { Tenant } from "../harness/tenants.js";
import { timings } from "../harness/timings.js";
import { Servers } from "./servers.js";

/** Servers that sell, the simulator they buy from, and a database that is about to fail. */
export interface Scene {
  servers: Servers;
  control: SimulatorControl;
  /** The owner's way to the server that takes writes now. */
  adminUrl(): string;
  /** What the servers are told. */
  environment: Record<string, string>;
  logDir: string;
  /** Where the servers keep what UPS answered until the database has it. */
  answersDir: string;
  close(keepLogs: boolean): Promise<void>;
}

const serverCount = 2;

/** The demo's; nobody is asked for a token. */
export const tenant: Tenant = { id: demoTenantId, accountNumber: "0A1B2C", token: "none", spendLimits: [] };

const simulator = fileURLToPath(import.meta.resolve("@shipping-subgraph/ups-simulator/main.js"));
const server = fileURLToPath(new URL("../../../src/main.js", import.meta.url));

/** Starts the simulator and the servers on a database; its own end is the caller's business. */
export async function openScene(serverUrl: string, adminUrl: string, more: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "shipping-database-faults-"));
  const [logDir, answersDir] = [join(folder, "logs"), join(folder, "answers")];
  await mkdir(logDir);
  const ups = await startProcess(simulator, ["--data-dir", join(folder, "ups")], {}, join(logDir, "simulator.log"));
  const database = {
    DATABASE_URL: serverUrl,
    MIGRATION_DATABASE_URL: adminUrl,
    DATABASE_POOL_SIZE: "8",
    ANSWERS_DIR: answersDir,
  };
  const environment = { ...settings(ups.url), ...database, ...more };
  const servers = new Servers(server, environment, logDir);
  await servers.start(serverCount);
  const control = createSimulatorControl(ups.url);
  // So that whatever happens meets purchases that are at the carrier.
  await control.addFault({ operation: "SHIP", kind: "DELAY", seconds: 0.15, times: 1_000_000 });
  const close = async (keepLogs: boolean) => {
    await servers.stop();
    await killProcess(ups.child, "SIGKILL");
    await rm(keepLogs ? join(folder, "ups") : folder, { recursive: true, force: true });
  };
  return { servers, control, environment, logDir, answersDir, close };
}

function settings(upsUrl: string): Record<string, string> {
  const key = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
  return {
    ...{ MODE: "demo", AUTH_MODE: "none", HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info", EXPLORER: "off" },
    ...{ RATE_LIMIT_STAFF: "0" },
    ...{ SECRET_KEYS: key("s"), LINK_SIGNING_KEYS: key("l"), SHUTDOWN_GRACE_SECONDS: "5" },
    ...{ UPS_SIMULATOR_URL: upsUrl, UPS_TEST_BASE_URL: upsUrl, UPS_PRODUCTION_BASE_URL: upsUrl },
    ...timings,
  };
}
