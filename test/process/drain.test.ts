import { createSimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { type RunningSimulator, startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";
import { Client } from "pg";
import { demoTenantId } from "../../src/security/authenticate.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { runAdmin, withDatabase } from "../support/database-cluster.js";
import { eventually } from "../support/eventually.js";
import { aDataDir, type LaunchedServer, launchServer, stopLaunched } from "../support/launched-server.js";
import { aPackage, newYork } from "../support/seed.js";

/** Far above what stopping takes, and above every pause of the worker. */
const graceSeconds = 60;
const buy = `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
  purchase { state } shipment { packages { trackingNumber } } userErrors { message } } }`;
const input = (idempotencyKey: string) => ({
  idempotencyKey,
  labelFormat: "ZPL",
  shipment: {
    shippingMethodId: "shm_00000000-0000-7000-8000-000000000001",
    shipTo: newYork,
    packages: [aPackage],
  },
});

let database: TestDatabase;
let simulator: RunningSimulator;
let control: ReturnType<typeof createSimulatorControl>;

beforeEach(async () => {
  [database, simulator] = await Promise.all([createTestDatabase(), startSimulator()]);
  control = createSimulatorControl(simulator.url);
});
afterEach(async () => {
  await stopLaunched();
  await Promise.all([database.drop(), simulator.close()]);
});

async function launch(settings: Record<string, string> = {}): Promise<LaunchedServer> {
  const server = launchServer({
    ...{ DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.adminUrl, UPS_SIMULATOR_URL: simulator.url },
    ...{ DATA_DIR: await aDataDir(), SHUTDOWN_GRACE_SECONDS: String(graceSeconds) },
    ...settings,
  });
  await server.url();
  return server;
}

/** When the simulator has the request and holds it. */
const atTheCarrier = () =>
  eventually(async () => (await control.requests()).some(({ operation }) => operation === "SHIP"));

async function storedPurchases(): Promise<object[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("begin");
  await client.query("select set_config('role', 'shipping_app', true), set_config('app.tenant_id', $1, true)", [
    demoTenantId,
  ]);
  const { rows } = await client.query("select idempotency_key as key, state from label_purchase");
  await client.end();
  return rows;
}

const booked = async () => (await control.ledger()).length;

it("gives a purchase its answer after SIGTERM, says meanwhile that it is not ready, and exits 0 within the grace", async () => {
  const server = await launch({ SHUTDOWN_DELAY_SECONDS: "4" });
  const url = await server.url();
  await control.addFault({ operation: "SHIP", kind: "HOLD" });
  const answer = server.query(buy, { input: input("held") });
  await atTheCarrier();
  const told = performance.now();
  server.signal("SIGTERM");
  let readyz = await fetch(`${url}/readyz`);
  while (readyz.ok) readyz = await fetch(`${url}/readyz`);

  expect([readyz.status, await readyz.json()]).toEqual([503, { ok: false, reasons: ["draining"] }]);
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  await control.release();
  const { purchaseLabel } = (await answer).data;
  expect(purchaseLabel).toMatchObject({ purchase: { state: "PURCHASED" }, userErrors: [] });
  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect((performance.now() - told) / 1000).toBeLessThan(graceSeconds);
  expect(await storedPurchases()).toEqual([{ key: "held", state: "PURCHASED" }]);
});

it("completes a claimed purchase though its client hung up and SIGTERM came", async () => {
  const server = await launch();
  const client = new AbortController();
  await control.addFault({ operation: "SHIP", kind: "HOLD" });
  const hungUp = fetch(`${await server.url()}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: buy, variables: { input: input("alone") } }),
    signal: client.signal,
  }).catch((error: Error) => error.name);
  await atTheCarrier();
  client.abort();
  expect(await hungUp).toBe("AbortError");
  server.signal("SIGTERM");
  await server.prints(/Stopping/);
  await control.release();

  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(await storedPurchases()).toEqual([{ key: "alone", state: "PURCHASED" }]);
  expect(await booked()).toBe(1);
});

it("exits 0 soon after the grace though the carrier never answers, and leaves the purchase to be looked up", async () => {
  const server = await launch({ SHUTDOWN_GRACE_SECONDS: "1" });
  await control.addFault({ operation: "SHIP", kind: "HANG" });
  const answer = server.query(buy, { input: input("hanging") }).catch((error: Error) => error.message);
  await atTheCarrier();
  const told = performance.now();
  server.signal("SIGTERM");

  expect(await answer).toBe("fetch failed");
  expect(await server.exited).toEqual({ code: 0, signal: null });
  // The carrier's limit, 60 seconds, would be the next that ends it.
  expect((performance.now() - told) / 1000).toBeLessThan(30);
  expect(await storedPurchases()).toEqual([{ key: "hanging", state: "PENDING" }]);
});

it("does not wait for a worker that has nothing to do", async () => {
  const server = await launch();
  const told = performance.now();
  server.signal("SIGTERM");

  expect(await server.exited).toEqual({ code: 0, signal: null });
  // It looks for packages once a minute.
  expect((performance.now() - told) / 1000).toBeLessThan(30);
});

it("outlives a database that goes away and comes back, and says so", async () => {
  const server = await launch();
  const name = new URL(database.url).pathname.slice(1);
  const maintenance = withDatabase(database.adminUrl, "postgres");
  await runAdmin(
    maintenance,
    `alter database ${name} with allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and usename is not null`,
  );
  await server.prints(/The sweep for due purchases does not work at the moment/);
  const url = await server.url();
  expect([(await fetch(`${url}/livez`)).status, (await fetch(`${url}/readyz`)).status]).toEqual([200, 503]);
  await runAdmin(maintenance, `alter database ${name} with allow_connections true`);
  await server.prints(/The sweep for due purchases works again/);

  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  server.signal("SIGTERM");
  expect(await server.exited).toEqual({ code: 0, signal: null });
});
