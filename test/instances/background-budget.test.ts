import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { demoAccountId } from "../../src/demo-tenant.js";
import { buy } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";
import { withUps } from "../support/seed.js";
import type { ServerProcess } from "../support/server-process.js";

/** Overdue look-ups of one account; each is two calls of UPS. */
const overdue = Number(process.env.OVERDUE ?? 150);
const most = 100;
/** Each buys at most once a second. */
const buyers = 4;
/** What UPS takes of an app: all that the background may ever call, its half a second saved up, and the buyers. */
const roomy = 1.5 * most + 4 * buyers;
const demoApp = "demo-client-id";

let instances: Instances;
let servers: ServerProcess[];

beforeAll(async () => {
  const more = { WORKER: "on", CARRIER_BACKGROUND_CALLS_PER_SECOND: String(most), TRACKING_POLLS: "off" };
  instances = await prepareInstances({ ...more, DATABASE_POOL_SIZE: "10" });
  servers = await Promise.all([instances.start(), instances.start()]);
});
afterAll(() => instances.close());

const control = () => instances.simulator.control;

async function demoCalls() {
  const { byOperation, ...counts } = (await control().calls()).find(({ clientId }) => clientId === demoApp)!;
  const of = (operation: "SHIP" | "RECOVER_LABEL" | "TRACK_BY_REFERENCE") =>
    byOperation[operation] ?? { calls: 0, refused: 0 };
  const lookUps = [of("RECOVER_LABEL"), of("TRACK_BY_REFERENCE")];
  return {
    ...counts,
    lookUps: lookUps.reduce((sum, { calls }) => sum + calls, 0),
    refusedLookUps: lookUps.reduce((sum, { refused }) => sum + refused, 0),
    refusedPurchases: of("SHIP").refused,
  };
}

/** Another account of the demo's tenant, with an app of its own. */
async function anotherAccount(): Promise<string> {
  const create = `mutation ($input: CreateCarrierAccountInput!) {
    createCarrierAccount(input: $input) { carrierAccount { id address { lines } } userErrors { message } } }`;
  const credentials = { clientId: "other-app", clientSecret: "secret" };
  const place = { name: "Front Desk", lines: ["1 Dr Carlton B Goodlett Pl"], city: "San Francisco", region: "CA" };
  const address = { ...place, postalCode: "94102", countryCode: "US", phone: "4155544000" };
  const input = { name: "Other", environment: "SIMULATOR", accountNumber: "9Z8Y7X", address, ...credentials };
  const { data } = await servers[0]!.execute(create, { input: withUps(input) });
  return data.createCarrierAccount.carrierAccount.id;
}

/** Look-ups that are overdue by a day, copied from a purchase: what they look for UPS does not know. */
async function addOverdue(accountId: string, count: number): Promise<void> {
  const key = randomUUID();
  await buyOnce(servers[0]!, key);
  const copies = `insert into label_purchase (tenant_id, id, shipment_id, account_id, service_code, label_format, state,
      request_fingerprint, carrier_reference, started_at, sent_at, finished_at, next_check_at)
    select p.tenant_id, p.id || n, p.shipment_id, $2, p.service_code, p.label_format, 'NOT_CREATED', '', p.carrier_reference || n,
      now() - interval '2 days', now(), now(), now() - interval '1 day'
      from label_purchase p cross join generate_series(1, $3::int) n where p.idempotency_key = $1`;
  await instances.sql(copies, [key, accountId, count]);
}

const left = async (accountId: string): Promise<number> => {
  const look =
    "select count(*)::int as left from label_purchase where account_id = $1 and state = 'NOT_CREATED' and checks = 0";
  return (await instances.sql(look, [accountId]))[0].left;
};

async function untilDone(accountId: string): Promise<void> {
  while ((await left(accountId)) > 0) await sleep(250);
}

interface Bought {
  state: string;
  tookMs: number;
}

/** The servers' own admission may ask a client to come again: that is not UPS's doing, and no part of what is timed. */
async function buyOnce(server: ServerProcess, key: string = randomUUID()): Promise<Bought> {
  for (;;) {
    const begun = performance.now();
    try {
      const { purchase } = await buy(server, key);
      return { state: String(purchase?.state), tookMs: performance.now() - begun };
    } catch (error) {
      if (!(error as Error).message.includes("OVERLOADED")) throw error;
      await sleep(1_000);
    }
  }
}

/** Buyers who each buy again and again, as many at both instances; gives what each purchase came to and took, when stopped. */
function startBuyers() {
  const all: Bought[] = [];
  let isStopped = false;
  const loops = Array.from({ length: buyers }, async (_, index) => {
    while (!isStopped) {
      all.push(await buyOnce(servers[index % 2]!));
      await sleep(1_000);
    }
  });
  return async () => {
    isStopped = true;
    await Promise.all(loops);
    return all;
  };
}

const middle = (times: number[]) => times.sort((first, second) => first - second)[Math.floor(times.length / 2)] ?? 0;

it("a backlog of look-ups keeps to the pace of the account, and slows neither buyers nor another account", async () => {
  await Promise.all(servers.map((server) => buyOnce(server)));
  const other = await anotherAccount();
  const stopQuiet = startBuyers();
  await sleep(3_000);
  const quiet = middle((await stopQuiet()).map(({ tookMs }) => tookMs));

  await control().setThrottle({ perSecond: roomy, retryAfter: "30" });
  await control().clearCalls();
  const begun = performance.now();
  await addOverdue(demoAccountId, overdue);
  const stop = startBuyers();
  await sleep(2_000);
  const theirsBegun = performance.now();
  await addOverdue(other, 3);
  await untilDone(other);
  const theirSeconds = (performance.now() - theirsBegun) / 1_000;
  await untilDone(demoAccountId);
  const seconds = (performance.now() - begun) / 1_000;
  const purchases = await stop();

  const { lookUps, refused, mostPerSecond } = await demoCalls();
  const busy = middle(purchases.map(({ tookMs }) => tookMs));
  process.stderr.write(
    `${overdue} overdue look-ups: ${seconds.toFixed(1)} s, ${lookUps} calls, ${mostPerSecond} in the fullest second, ` +
      `${refused} refused; purchases ${purchases.length}, ${quiet.toFixed(0)} ms quiet, ${busy.toFixed(0)} ms beside; ` +
      `other account ${theirSeconds.toFixed(1)} s.\n`,
  );
  expect(new Set(purchases.map(({ state }) => state))).toEqual(new Set(["PURCHASED"]));
  expect(busy).toBeLessThan(quiet * 3 + 300);
  expect(refused).toBe(0);
  expect(lookUps).toBe(overdue * 2);
  // It begins with a quarter of the most, and may save up half a second's worth.
  expect(lookUps).toBeLessThanOrEqual(most * seconds + most / 2);
  expect(mostPerSecond).toBeLessThanOrEqual(roomy);
  expect(seconds).toBeLessThan((overdue * 2) / (most / 4) + 120);
  expect(theirSeconds).toBeLessThan(Math.min(30, seconds));
});

it("when UPS takes less than that, the background gives way and buyers go on", async () => {
  await control().setThrottle({ perSecond: 30, retryAfter: "5" });
  await control().clearCalls();
  await addOverdue(demoAccountId, overdue);
  const stop = startBuyers();
  await sleep(10_000);
  const purchases = await stop();
  const { refusedPurchases, refusedLookUps } = await demoCalls();
  const sold = purchases.filter(({ state }) => state === "PURCHASED").length;
  process.stderr.write(
    `UPS takes 30 a second: ${sold} of ${purchases.length} sold, ${refusedPurchases} purchases and ` +
      `${refusedLookUps} look-ups refused, ${overdue - (await left(demoAccountId))} done.\n`,
  );
  // While the limit is being found a buyer may meet it; whoever does, and whoever comes next, is not kept waiting.
  expect(sold).toBeGreaterThanOrEqual(purchases.length * 0.9);
  expect(Math.max(...purchases.map(({ tookMs }) => tookMs))).toBeLessThan(5_000);
  expect(refusedLookUps).toBeLessThan(60);
  await control().setThrottle({ perSecond: null });
  await instances.sql("update label_purchase set next_check_at = null");
});
