import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulatorControl, type SimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import type { Fault } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import { type RunningSimulator, startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { runAdmin } from "../support/database-cluster.js";
import { eventually } from "../support/eventually.js";
import { aShipment } from "../support/purchases.js";
import { buildServer, type ServerProcess, startServerProcess } from "../support/server-process.js";

let database: TestDatabase;
let simulator: RunningSimulator;
let control: SimulatorControl;
let dataDir: string;
let server: ServerProcess;

const start = async () => {
  server = await startServerProcess({
    ...{ DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.adminUrl, DATA_DIR: dataDir },
    ...{ MODE: "demo", UPS_SIMULATOR_URL: simulator.url },
    // A claim may take three seconds to be sent: what lies between the carrier's limit and the first look.
    ...{ PURCHASE_ANSWER_SECONDS: "1", CARRIER_BUY_TIMEOUT_SECONDS: "2" },
    ...{ RECONCILE_AFTER_SECONDS: "5", NOT_CREATED_AFTER_SECONDS: "6" },
  });
};

beforeAll(async () => {
  buildServer();
  dataDir = await mkdtemp(join(tmpdir(), "shipping-kill-"));
  [database, simulator] = await Promise.all([createTestDatabase(), startSimulator()]);
  control = createSimulatorControl(simulator.url);
  await start();
});
afterAll(async () => {
  await server.kill();
  await simulator.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  await control.clearFaults();
  await control.clearRequests();
});

const buy = (idempotencyKey: string, signal?: AbortSignal, options = {}) =>
  server.execute(
    `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
      purchase { id state } shipment { id packages { trackingNumber } } userErrors { code message } } }`,
    { input: { idempotencyKey, shipment: aShipment({ options }), labelFormat: "ZPL" } },
    signal,
  );

/** For requests that the kill cuts off. */
const unheard = (asked: Promise<unknown>): void => void asked.catch(() => undefined);

const find = async (idempotencyKey: string) => {
  const { data } = await server.execute(
    `query ($key: String) { labelPurchase(idempotencyKey: $key) {
      state carrierReference shipment { id status packages { trackingNumber voidState } } } }`,
    { key: idempotencyKey },
  );
  return data.labelPurchase;
};

const generated = async (idempotencyKey: string) => {
  const { data } = await server.execute(
    "query ($key: String) { labelPurchase(idempotencyKey: $key) { shipment { generatedReturn { state } } } }",
    { key: idempotencyKey },
  );
  return data.labelPurchase.shipment.generatedReturn;
};

const requestCount = async (operation: string) =>
  (await control.requests()).filter((request) => request.operation === operation).length;

/** The worker alone brings it to an end: nobody asks again. Null: nothing had left, and the key is free again. */
const ended = (idempotencyKey: string) =>
  eventually(
    () => find(idempotencyKey),
    (purchase) => !["PENDING", "UNKNOWN"].includes(purchase?.state),
  );

const liveBookings = async (reference: string) =>
  (await control.ledger())
    .filter((shipment) => shipment.references.includes(reference) && shipment.voidedAt === null)
    .map((shipment) => shipment.shipmentIdentificationNumber);

const freeAgain = { state: null, status: null, number: null, live: [] };

/** What the database says of a purchase and what the simulator's ledger says, side by side. */
const bothBooks = async (idempotencyKey: string) => {
  const purchase = await ended(idempotencyKey);
  if (purchase === null) return freeAgain;
  const { state, carrierReference, shipment } = purchase;
  return {
    state,
    status: shipment.status,
    number: shipment.packages[0].trackingNumber,
    live: await liveBookings(carrierReference),
  };
};

const nothingBought = { state: "NOT_CREATED", status: "DRAFT", number: null, live: [] };
const isOneBought = (books: Awaited<ReturnType<typeof bothBooks>>) =>
  expect(books).toEqual({ state: "PURCHASED", status: "PURCHASED", number: books.live[0], live: [expect.any(String)] });

const fault = (operation: Fault["operation"], kind: object) => control.addFault({ operation, ...kind } as Fault);

it("killed after the claim, before anything is sent: nothing is bought", async () => {
  await server.kill();
  await runAdmin(database.adminUrl, "truncate carrier_token");
  await start();
  await control.clearRequests();
  await fault("TOKEN", { kind: "HANG" });
  unheard(buy("before sending"));
  await eventually(async () => (await requestCount("TOKEN")) === 1);
  await server.kill();
  // The dead server's lease on fetching a token would be waited for, 15 s at most.
  await runAdmin(database.adminUrl, "truncate carrier_token");
  await start();
  expect(await bothBooks("before sending")).toEqual(freeAgain);
  expect(await requestCount("SHIP")).toBe(0);
});

it("killed while UPS hangs, while UPS books, and while UPS voids: all come to an end", async () => {
  const { data } = await buy("to be voided");
  expect((await ended("to be voided")).state).toBe("PURCHASED");
  await fault("SHIP", { kind: "HANG" });
  unheard(buy("UPS hangs"));
  await eventually(async () => (await requestCount("SHIP")) === 2);
  await fault("SHIP", { kind: "BOOK_LATE", afterSeconds: 0 });
  unheard(buy("UPS books without a word"));
  await eventually(async () => (await requestCount("SHIP")) === 3);
  await fault("VOID", { kind: "HANG" });
  const { id } = data.purchaseLabel.shipment;
  unheard(
    server.execute(`mutation ($id: ID!) { voidShipment(input: { shipmentId: $id }) { userErrors { code } } }`, { id }),
  );
  await eventually(async () => (await requestCount("VOID")) === 1);
  await server.kill();
  await start();
  expect(await bothBooks("UPS hangs")).toEqual(nothingBought);
  isOneBought(await bothBooks("UPS books without a word"));
  await eventually(async () => (await find("to be voided")).shipment.status === "VOIDED");
  expect(await liveBookings((await find("to be voided")).carrierReference)).toEqual([]);
  expect(await requestCount("SHIP")).toBe(3);
});

it("killed anywhere among eight purchases: each key has at most one label, and none is lost", async () => {
  const begin = Date.now();
  const keys = Array.from({ length: 8 }, (_, index) => `crowd ${index}`);
  for (const key of keys) unheard(buy(key));
  await eventually(async () => (await requestCount("SHIP")) >= 4);
  await server.kill();
  await start();
  const claimed = [];
  for (const key of keys) if ((await find(key)) !== null) claimed.push(key);
  expect(claimed.length).toBeGreaterThanOrEqual(4);
  const kept = new Set<string>();
  for (const key of claimed) {
    const books = await bothBooks(key);
    if (books.live.length > 0) isOneBought(books);
    else expect([nothingBought, freeAgain]).toContainEqual(books);
    kept.add((await find(key))?.carrierReference);
  }
  const crowd = (await control.ledger()).filter((shipment) => Date.parse(shipment.bookedAt) >= begin);
  expect(crowd.filter(({ references }) => !references.some((reference) => kept.has(reference)))).toEqual([]);
});

it("killed between the outbound and its return label: exactly one return is bought", async () => {
  const limits = `mutation ($limits: [SpendLimitInput!]!) {
    setSpendLimits(input: { limits: $limits }) { userErrors { message } } }`;
  // A limit on the amount makes each purchase ask for its price first: the outbound's is told, the return's never.
  const price = [{ period: "DAY", maxAmount: { amount: "100000", currencyCode: "USD" } }];
  expect((await server.execute(limits, { limits: price })).data.setSpendLimits.userErrors).toEqual([]);
  await fault("RATE", { kind: "DELAY", seconds: 0 });
  await fault("RATE", { kind: "HANG" });
  unheard(buy("with a return", undefined, { generateReturnLabel: true }));
  await eventually(async () => (await requestCount("RATE")) === 2);
  expect((await find("with a return")).state).toBe("PURCHASED");
  await server.kill();
  await start();
  await eventually(async () => (await generated("with a return"))?.state === "PURCHASED");
  await buy("with a return", undefined, { generateReturnLabel: true });
  const returns = (await control.ledger()).filter(({ returnService, voidedAt }) => returnService && voidedAt === null);
  expect(returns).toHaveLength(1);
  expect(await requestCount("SHIP")).toBe(2);
  expect((await server.execute(limits, { limits: [] })).data.setSpendLimits.userErrors).toEqual([]);
});

it("goes on buying when the client has gone", async () => {
  await fault("SHIP", { kind: "HOLD" });
  const client = new AbortController();
  unheard(buy("client gone", client.signal));
  await eventually(async () => (await requestCount("SHIP")) === 1);
  client.abort();
  await control.release();
  isOneBought(await bothBooks("client gone"));
  expect(await requestCount("SHIP")).toBe(1);
});

it("after all these kills each purchase is told once, and nothing else is", async () => {
  const { data } = await server.execute(`{
    shipments(first: 100) { nodes { purchases { id state } } }
    shippingEvents(first: 100, types: [LABEL_PURCHASED]) { nodes { purchase { id } } pageInfo { hasNextPage } }
  }`);
  const purchases: { id: string; state: string }[] = data.shipments.nodes.flatMap(
    ({ purchases }: { purchases: object[] }) => purchases,
  );
  const bought = purchases.filter(({ state }) => state === "PURCHASED").map(({ id }) => id);
  expect(bought.length).toBeGreaterThan(4);
  const told = data.shippingEvents.nodes.map(({ purchase }: { purchase: { id: string } }) => purchase.id);
  expect(told.sort()).toEqual(bought.sort());
});
