import { randomBytes } from "node:crypto";
import { clusterVariable, runAdmin, type TestCluster, withDatabase } from "./database-cluster.js";

export interface TestDatabase {
  /** What the server under test connects with: owns nothing, row-level security applies. */
  url: string;
  /** The owner's, for looking behind the policies (they bind it too) and for migrations. */
  adminUrl: string;
  /** Ends every session in it. */
  drop(): Promise<void>;
}

/** A migrated, empty database of its own. One per test file: create it in `beforeAll`, drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { template } = readCluster();
  return createDatabase(`template ${template}`);
}

/** A database without a single table, for tests of the migrations. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase("");
}

async function createDatabase(options: string): Promise<TestDatabase> {
  const cluster = readCluster();
  const name = `shipping_test_${randomBytes(6).toString("hex")}`;
  await createPatiently(cluster, `create database ${name} ${options}`);
  return {
    url: withDatabase(cluster.serverUrl, name),
    adminUrl: withDatabase(cluster.adminUrl, name),
    drop: () => runAdmin(cluster.adminUrl, `drop database if exists ${name} with (force)`),
  };
}

/** A template that another worker is copying at the moment may be refused as being in use. */
async function createPatiently({ adminUrl }: TestCluster, statement: string): Promise<void> {
  const objectInUse = "55006";
  for (let attempt = 1; ; attempt++) {
    try {
      return await runAdmin(adminUrl, statement);
    } catch (error) {
      if ((error as { code?: string }).code !== objectInUse || attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}

function readCluster(): TestCluster {
  const told = JSON.parse(process.env[clusterVariable] ?? "{}") as TestCluster & { failure?: string };
  if (!told.template) throw new Error(`No PostgreSQL for tests: ${told.failure ?? "run the tests with Jest"}`);
  return told;
}
