import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { Client } from "pg";
import { demoTenantId } from "../../src/security/authenticate.js";
import { createTestDatabase, type TestDatabase } from "./database.js";
import {
  buildServer,
  type ServerProcess,
  type ServerProcessOptions,
  type SimulatorProcess,
  startServerProcess,
  startSimulatorProcess,
} from "./server-process.js";
import { throwAwayFolder } from "./throw-away-folder.js";

export interface Instances {
  database: TestDatabase;
  simulator: SimulatorProcess;
  /** What all of them are told. */
  settings: Record<string, string>;
  /** One more, told this besides. */
  start(more?: Record<string, string>, options?: ServerProcessOptions): Promise<ServerProcess>;
  /** SQL on the demo tenant's rows. */
  // biome-ignore lint/suspicious/noExplicitAny: rows have as many shapes as tests
  sql(text: string, values?: unknown[]): Promise<any[]>;
  close(): Promise<void>;
}

const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;

/** Server processes of one service: they share the database, the simulator and the keys, and nothing else. */
export async function prepareInstances(more: Record<string, string> = {}, database?: TestDatabase): Promise<Instances> {
  buildServer();
  const [shared, simulator] = await Promise.all([database ?? createTestDatabase(), startSimulatorProcess()]);
  const servers: ServerProcess[] = [];
  const answersDir = await throwAwayFolder("shipping-answers");
  const settings = {
    ...{ DATABASE_URL: shared.url, MIGRATION_DATABASE_URL: shared.adminUrl, DATABASE_POOL_SIZE: "5" },
    ...{ UPS_SIMULATOR_URL: simulator.url, SECRET_KEYS: newKey("s1"), LINK_SIGNING_KEYS: newKey("l1") },
    ...{ WORKER: "off", LOG_LEVEL: "warn", ANSWERS_DIR: answersDir },
    // A test asks faster than any shop.
    ...{ RATE_LIMIT_STAFF: "0" },
    ...more,
  };
  return {
    database: shared,
    simulator,
    settings,
    async start(variables = {}, options = {}) {
      const server = await startServerProcess({ ...settings, ...variables }, options);
      servers.push(server);
      return server;
    },
    sql: (text, values) => demoSql(shared.url, text, values),
    async close() {
      await Promise.all(servers.map((server) => server.kill()));
      await simulator.stop();
      await shared.drop();
      await rm(answersDir, { recursive: true, force: true });
    },
  };
}

async function demoSql(url: string, text: string, values: unknown[] = []) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('role', 'shipping_app', true), set_config('app.tenant_id', $1, true)", [
      demoTenantId,
    ]);
    const { rows } = await client.query(text, values);
    await client.query("commit");
    return rows;
  } finally {
    await client.end();
  }
}
