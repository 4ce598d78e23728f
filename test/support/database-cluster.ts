import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { startEmbeddedPostgres } from "@shipping-subgraph/embedded-postgres/embedded-postgres.js";
import { Client } from "pg";
import { migrate } from "../../src/database/migrate.js";
import { throwAwayFolder } from "./throw-away-folder.js";

/** What the test files are told about the cluster, in one variable of the environment. */
export interface TestCluster {
  adminUrl: string;
  serverUrl: string;
  template: string;
}

export const clusterVariable = "SHIPPING_TEST_CLUSTER";

/**
 * One PostgreSQL for the whole run with a template database that every migration went through: that of
 * TEST_DATABASE_URL (a login that may create roles and databases), else an embedded one that is thrown away.
 */
export async function startTestCluster(givenUrl: string | undefined) {
  const { adminUrl, serverUrl, stop } = givenUrl ? await borrowCluster(givenUrl) : await ownCluster();
  try {
    const template = `shipping_template_${randomBytes(4).toString("hex")}`;
    await runAdmin(adminUrl, `create database ${template}`);
    await migrate({ adminUrl: withDatabase(adminUrl, template), serverUrl });
    const cluster: TestCluster = { adminUrl, serverUrl, template };
    const stopAll = async () => {
      await runAdmin(adminUrl, `drop database ${template} with (force)`).catch(() => undefined);
      await stop();
    };
    return { cluster, stop: stopAll };
  } catch (error) {
    await stop();
    throw error;
  }
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export async function runAdmin(adminUrl: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function ownCluster() {
  const dataDir = await throwAwayFolder("shipping-test");
  const log = { info: () => undefined };
  const postgres = await startEmbeddedPostgres({ dataDir, log, isDurable: false });
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { adminUrl: postgres.adminUrl, serverUrl: postgres.serverUrl, stop };
}

async function borrowCluster(adminUrl: string) {
  const login = `shipping_test_${randomBytes(4).toString("hex")}`;
  const password = randomBytes(16).toString("hex");
  await runAdmin(adminUrl, `create role ${login} login password '${password}'`);
  const serverUrl = Object.assign(new URL(adminUrl), { username: login, password }).href;
  return { adminUrl, serverUrl, stop: () => runAdmin(adminUrl, `drop role ${login}`) };
}
