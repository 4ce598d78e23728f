import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulatorControl, type SimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { type RunningSimulator, startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";
import { isPart } from "../../src/journal/folder.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { eventually } from "../support/eventually.js";
import { aShipment } from "../support/purchases.js";
import { type Relay, startRelay } from "../support/relay.js";
import { buildServer, type ServerProcess, startServerProcess } from "../support/server-process.js";
import { acme } from "../support/tenant-rows.js";

let database: TestDatabase;
let simulator: RunningSimulator;
let control: SimulatorControl;
let relay: Relay;
let folder: string;
let answersDir: string;
let server: ServerProcess;

const start = async () => {
  const url = Object.assign(new URL(database.url), { hostname: "127.0.0.1", port: relay.port }).href;
  server = await startServerProcess({
    ...{ DATABASE_URL: url, MIGRATION_DATABASE_URL: database.adminUrl },
    ...{ DATA_DIR: folder, ANSWERS_DIR: answersDir, MODE: "demo", UPS_SIMULATOR_URL: simulator.url },
  });
};

beforeAll(async () => {
  buildServer();
  folder = await mkdtemp(join(tmpdir(), "shipping-kept-"));
  answersDir = join(folder, "kept");
  [database, simulator] = await Promise.all([createTestDatabase(), startSimulator()]);
  relay = await startRelay(Number(new URL(database.url).port));
  control = createSimulatorControl(simulator.url);
  await start();
});
afterAll(async () => {
  await server?.kill();
  await relay.close();
  await simulator.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => control.clearRequests());

const count = async (operation: string) =>
  (await control.requests()).filter((request) => request.operation === operation).length;

const entries = async (kind: string) =>
  (await readdir(answersDir)).filter((file) => file.startsWith(`${kind}@`) && !isPart(file));

async function readiness() {
  const response = await fetch(`${server.url}/readyz`);
  return { status: response.status, ...((await response.json()) as { answers: object }) };
}

const find = async (key: string) => {
  const { data } = await server.execute(
    `query ($key: String) { labelPurchase(idempotencyKey: $key) { id state
      shipment { charges { isActualEstimated } packages { trackingNumber label { sha256 } } } } }`,
    { key },
  );
  return data.labelPurchase;
};

/** The server is killed when it has UPS's answer and cannot store it. */
async function killedWithAnswer(key: string, takeDatabaseAway: () => void): Promise<void> {
  await control.addFault({ operation: "SHIP", kind: "HOLD" });
  const asked = server.execute(
    "mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) { purchase { id } } }",
    { input: { idempotencyKey: key, shipment: aShipment(), labelFormat: "ZPL" } },
  );
  asked.catch(() => undefined);
  await eventually(async () => (await count("SHIP")) === 1);
  takeDatabaseAway();
  await control.release();
  await eventually(async () => (await entries("SHIP")).length === 1);
  await server.kill();
}

it.each([
  ["ended", () => relay.cut()],
  ["been cut off without a word", () => relay.swallow()],
])("killed with an answer in hand while the database has %s: the next start stores it", async (key, takeAway) => {
  await killedWithAnswer(key, takeAway);
  relay.pass();
  await start();
  const [booking] = (await control.ledger()).slice(-1);
  expect(await find(key)).toMatchObject({
    state: "PURCHASED",
    shipment: {
      charges: { isActualEstimated: false },
      packages: [{ trackingNumber: booking?.shipmentIdentificationNumber, label: { sha256: expect.any(String) } }],
    },
  });
  expect([await count("SHIP"), await count("RECOVER_LABEL"), await count("RATE")]).toEqual([1, 0, 0]);
  await eventually(async () => (await readdir(answersDir)).length === 0);
});

it("starts whatever lies in the folder, and tells of what it cannot store", async () => {
  await server.kill();
  const name = ["SHIP", acme, "lpu_1", "elsewhere", 1, "abc", 1].join("@");
  const names = [`${name}.answer`, "notes.txt", "SHIP@.answer"];
  // Of this host's dead process, or it would be left to that one for two minutes.
  const ours = names.map((file) => file.replace("elsewhere@1", `${encodeURIComponent(hostname())}@999999`));
  for (const file of new Set([...names, ...ours])) await writeFile(join(answersDir, file), "SHIP");
  await start();
  const { status, answers } = await readiness();
  expect([status, answers]).toEqual([200, { isProtected: true, left: 0, setAside: 1 }]);
});

it("sells without a folder, and /readyz tells that answers are unprotected", async () => {
  await server.kill();
  await rm(answersDir, { recursive: true });
  await writeFile(answersDir, "a file where the folder should be");
  await start();
  expect(await readiness()).toMatchObject({ status: 200, answers: { isProtected: false } });
  const { data } = await server.execute(
    "mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) { purchase { state } } }",
    { input: { idempotencyKey: "unprotected", shipment: aShipment() } },
  );
  expect(data.purchaseLabel.purchase.state).toBe("PURCHASED");
  await rm(answersDir);
  await eventually(readiness, ({ answers }) => (answers as { isProtected: boolean }).isProtected);
});
