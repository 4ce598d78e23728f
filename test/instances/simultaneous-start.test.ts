import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { findPendingMigrations } from "../../src/database/migrate.js";
import { demoMethods } from "../../src/demo-methods.js";
import { seedDemoTenant } from "../../src/demo-tenant.js";
import { createEmptyDatabase } from "../support/database.js";
import { runAdmin } from "../support/database-cluster.js";
import { rate } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";
import { startTestService } from "../support/service.js";

let instances: Instances;
/** A login that is no member of the server's roles yet, as on an operator's first day. */
const login = `shipping_test_${randomBytes(4).toString("hex")}`;

beforeAll(async () => {
  const database = await createEmptyDatabase();
  await runAdmin(database.adminUrl, `create role ${login} login password 'first-day'`);
  const url = Object.assign(new URL(database.url), { username: login, password: "first-day" }).href;
  instances = await prepareInstances({ DATABASE_URL: url, WORKER: "on" }, database);
});

afterAll(async () => {
  await instances.close();
});

it("lets three servers start at once on an empty database, and each of them work", async () => {
  const started = await Promise.allSettled([1, 2, 3].map(() => instances.start()));
  expect(started.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []))).toEqual([]);
  const servers = started.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const ready = await Promise.all(servers.map(async ({ url }) => (await fetch(`${url}/readyz`)).status));
  expect(ready).toEqual([200, 200, 200]);
  await Promise.all(servers.map(rate));
  expect(await pendingMigrations()).toEqual([]);
  expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0, 0]);
  // Only the owner's grants, and nothing of its own, keep a login from being dropped.
  const revoked = `revoke execute on all functions in schema public from ${login}`;
  await runAdmin(instances.database.adminUrl, revoked, `drop role ${login}`);
});

it("seeds the demo tenant once, however many servers do it at the same moment", async () => {
  const service = await startTestService();
  try {
    await Promise.all([1, 2, 3, 4, 5].map(() => seedDemoTenant(service.deps, service.tenantId)));
    const { carrierAccounts, shippingMethods } = await service.run(
      "{ carrierAccounts { nodes { id } } shippingMethods { nodes { id } } }",
    );
    expect([carrierAccounts.nodes.length, shippingMethods.nodes.length]).toEqual([1, demoMethods.length]);
  } finally {
    await service.close();
  }
});

async function pendingMigrations(): Promise<string[]> {
  const client = new Client({ connectionString: instances.database.adminUrl });
  await client.connect();
  return findPendingMigrations(client).finally(() => client.end());
}
