import { inSystem, inTenant } from "../../src/database/tenant-transaction.js";
import { startWorker } from "../../src/jobs/worker.js";
import { openTrackers } from "../../src/shipping/tracking/open-trackers.js";
import { changed } from "../support/adapters.js";
import { createGate } from "../support/http.js";
import { aKey, aShipment, bought, buy, makeDue, requestCount, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { pollTrackers, sweepDuePurchases } from "../support/sweep.js";
import { makeTrackersDue, trackerRow, travelTo } from "../support/tracking.js";

const nextDay = { service: "UPS_NEXT_DAY_AIR", labelFormat: "ZPL", shipment: aShipment({ service: undefined }) };
const morning = "2026-03-02T15:00:00Z";
const delivered = "2026-03-20T00:00:00Z";

let service: TestService;
let accountId: string;
beforeEach(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
  await service.control.setClock(morning);
  await service.control.clearRequests();
});
afterEach(() => service.close());

const poll = (callsPerMinute = 100, of = service) => pollTrackers(of.deps, callsPerMinute);
const pollNow = async (callsPerMinute = 100) => {
  await makeTrackersDue(service);
  return poll(callsPerMinute);
};
const calls = () => requestCount(service, "TRACK");
const buyNumber = async (input: Record<string, unknown> = {}): Promise<string> =>
  (await bought(service, { ...nextDay, ...input })).shipment.packages[0].trackingNumber;
const row = (number: string) => trackerRow(service, number);
const dueInHours = async (number: string) => Math.round(((await row(number)).dueIn / 3_600) * 100) / 100;

it("follows a package to its delivery with pauses of its own, then leaves it alone", async () => {
  const number = await buyNumber();
  await poll();
  expect([await calls(), await dueInHours(number)]).toEqual([0, 1]);
  const seen: unknown[] = [];
  for (const instant of [morning, "2026-03-02T22:00:00Z", "2026-03-03T15:00:00Z", delivered]) {
    await travelTo(service, instant);
    await pollNow();
    const { status, closedReason } = await row(number);
    seen.push([status, closedReason, await dueInHours(number)]);
  }
  expect(seen).toEqual([
    ["LABEL_CREATED", null, 3],
    ["IN_TRANSIT", null, 4],
    ["OUT_FOR_DELIVERY", null, 0.75],
    ["DELIVERED", "DELIVERED", 0],
  ]);
  await pollNow();
  expect([await calls(), (await row(number)).dueIn]).toEqual([4, null]);
});

it("is done once, however many workers there are", async () => {
  const numbers = [await buyNumber(), await buyNumber(), await buyNumber()];
  await makeTrackersDue(service);
  const second = await startTestService({ sharing: service });
  await Promise.all([poll(), poll(100, second), poll(), poll(100, second)]);
  await second.close();
  expect(await calls()).toBe(3);
  for (const number of numbers) expect(await row(number)).toMatchObject({ attempts: 1 });
});

it("plans the next look before it asks, so that a worker that dies loses nothing", async () => {
  const number = await buyNumber();
  await service.control.addFault({ operation: "TRACK", kind: "HANG", times: 5 });
  const impatient = await startTestService({ sharing: service, upsLimits: { readTimeoutMs: 500 } });
  await makeTrackersDue(service);
  await poll(100, impatient);
  await impatient.close();
  expect(await row(number)).toMatchObject({ status: "LABEL_CREATED", attempts: 1, closedReason: null });
  expect(await dueInHours(number)).toBe(0.25);
});

it("gives up after 120 days", async () => {
  const shipTo = { ...aShipment().shipTo, name: "Never Shipped" };
  const number = await buyNumber({ shipment: aShipment({ service: undefined, shipTo }) });
  await sql(service, "update tracker set opened_at = now() - interval '119 days 23 hours'");
  await pollNow();
  expect(await row(number)).toMatchObject({ closedReason: null });
  await sql(service, "update tracker set opened_at = now() - interval '120 days'");
  await pollNow();
  expect(await row(number)).toMatchObject({ status: "LABEL_CREATED", closedReason: "EXPIRED", dueIn: null });
  expect(await calls()).toBe(2);
});

it("a pause that UPS asks for holds for all packages of the account, at every instance, and for no other account", async () => {
  for (let count = 0; count < 3; count += 1) await buyNumber();
  const other = await seedAccount(service, { accountNumber: "9Z8Y7X", name: "Other" });
  const elsewhere = await buyNumber({ shipment: aShipment({ service: undefined, carrierAccountId: other }) });
  await makeTrackersDue(service);
  await service.control.clearRequests();
  const ofAccount = "update tracker set next_check_at = now() + interval '1 hour' where account_id = $1";
  await sql(service, ofAccount, [other]);
  await service.control.addFault({ operation: "TRACK", kind: "RATE_LIMIT", retryAfter: "600", times: 1 });
  await poll();
  const second = await startTestService({ sharing: service });
  await poll(100, second);
  await second.close();
  expect(await calls()).toBe(1);
  // One row for each instance that learned of it waits for the end of the pause; the others are left due as they were.
  const due = await sql(service, "select attempts, next_check_at > now() as waits from tracker where account_id = $1", [
    accountId,
  ]);
  expect(due.filter((tracked: { waits: boolean }) => tracked.waits)).toHaveLength(2);
  expect(due.map((tracked: { attempts: number }) => tracked.attempts)).toEqual([0, 0, 0]);
  await sql(service, "update tracker set next_check_at = now() where account_id = $1", [other]);
  await poll();
  expect(await row(elsewhere)).toMatchObject({ attempts: 1 });
  expect(await calls()).toBe(2);
});

it("refused credentials pause the account for an hour", async () => {
  const number = await buyNumber();
  await service.control.addFault({ operation: "TRACK", kind: "UNAUTHORIZED", times: 2 });
  await pollNow();
  expect([await dueInHours(number), (await row(number)).closedReason]).toEqual([1, null]);
});

it("asks for no more packages of an account in a minute than allowed, whoever asks", async () => {
  for (let count = 0; count < 5; count += 1) await buyNumber();
  await makeTrackersDue(service);
  await Promise.all([poll(2), poll(2), poll(2)]);
  expect(await calls()).toBe(2);
  await Promise.all([poll(2), poll(2), poll(2)]);
  expect(await calls()).toBe(2);
  await sql(service, "update tracker set asked_at = asked_at - interval '61 seconds'");
  await poll(4);
  expect(await calls()).toBe(5);
});

it("an account with a backlog keeps no other waiting, and those near delivery come first", async () => {
  const numbers: string[] = [];
  for (let count = 0; count < 4; count += 1) numbers.push(await buyNumber());
  const other = await seedAccount(service, { accountNumber: "9Z8Y7X", name: "Other" });
  await buyNumber({ shipment: aShipment({ service: undefined, carrierAccountId: other }) });
  await makeTrackersDue(service);
  await sql(service, "update tracker set next_check_at = now() - interval '1 day' where account_id = $1", [accountId]);
  for (const [index, status] of ["LABEL_CREATED", "IN_TRANSIT", "OUT_FOR_DELIVERY"].entries())
    await sql(service, "update tracker set status = $1 where tracking_number = $2", [status, numbers[index]]);
  const take = (atMost: number, perAccount: number, busy: string[] = []) =>
    inSystem(service.database, (manager) =>
      manager.query("select id, account_id from take_due_trackers($1, 60, $2, $3, $4, $5, 100)", [
        ...[atMost, perAccount, busy, busy.map(() => 1), busy.map(() => 1)],
      ]),
    ) as Promise<{ id: string; account_id: string }[]>;
  const first = await take(2, 3);
  expect(first.map((taken) => taken.account_id).sort()).toEqual([accountId, other].sort());
  await makeTrackersDue(service);
  expect((await take(1, 1, [accountId])).map((taken) => taken.account_id)).toEqual([other]);
  const [nearest] = await take(1, 1, [other]);
  const [found] = await sql(service, "select status from tracker where id = $1", [nearest!.id]);
  expect(found.status).toBe("OUT_FOR_DELIVERY");
});

it("a number that UPS refuses again and again is given up", async () => {
  const number = await buyNumber();
  await sql(service, "update tracker set tracking_number = '1Z' where tracking_number = $1", [number]);
  for (const closedReason of [null, null, "REFUSED"]) {
    await pollNow();
    expect(await row("1Z")).toMatchObject({ closedReason });
  }
  await pollNow();
  expect(await calls()).toBe(3);
});

it("a number that UPS does not know yet is asked for again", async () => {
  const number = await buyNumber();
  await sql(service, "update tracker set tracking_number = '1Z0A1B2C0399999990' where tracking_number = $1", [number]);
  await pollNow();
  expect(await row("1Z0A1B2C0399999990")).toMatchObject({ status: "LABEL_CREATED", closedReason: null });
});

it("a label bought again over a number known before is followed anew", async () => {
  const number = await buyNumber();
  await travelTo(service, delivered);
  await pollNow();
  expect(await row(number)).toMatchObject({ closedReason: "DELIVERED" });
  const packages = await sql(service, "select id, tracking_number from purchased_package");
  await inTenant(service.database, service.tenantId, (manager) =>
    openTrackers(
      manager,
      { tenantId: service.tenantId, id: accountId, carrierCode: "UPS" } as never,
      // As the test environment does: one placeholder for every package.
      [packages[0], packages[0]].map((pkg) => ({ id: pkg.id, trackingNumber: pkg.tracking_number })),
    ),
  );
  expect(await row(number)).toMatchObject({ closedReason: null });
  expect(await dueInHours(number)).toBe(1);
});

it("a purchase whose answer was lost is followed once it is found", async () => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER", times: 1 });
  const { purchase } = await buy(service, { ...nextDay, idempotencyKey: aKey() });
  expect(purchase.state).toBe("UNKNOWN");
  expect(await sql(service, "select count(*)::int as count from tracker")).toEqual([{ count: 0 }]);
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  const [booking] = await service.control.ledger();
  expect(await row(booking!.shipmentIdentificationNumber)).toMatchObject({
    status: "LABEL_CREATED",
    closedReason: null,
  });
});

/** A worker whose questions are asked when the test says so. */
function startGatedWorker() {
  const ups = service.deps.carriers.get("UPS")!;
  const gate = createGate();
  const track: typeof ups.track = async (...call) => {
    await gate.pass();
    return ups.track(...call);
  };
  const deps = { ...service.deps, carriers: new Map([["UPS", changed(ups, { track })]]) };
  return { gate, worker: startWorker(deps, { everySeconds: 3_600, callsPerMinute: 10 }, {}) };
}

it("the worker follows packages by itself, and ends the look under way before it stops", async () => {
  const number = await buyNumber();
  await makeTrackersDue(service);
  const { gate, worker } = startGatedWorker();
  await gate.arrived;
  const stopped = worker.stop();
  gate.open();
  await stopped;
  expect(await row(number)).toMatchObject({ status: "LABEL_CREATED", attempts: 1 });
  expect(await dueInHours(number)).toBe(3);
});

it("stops between two packages when the worker stops", async () => {
  for (let count = 0; count < 3; count += 1) await buyNumber();
  await makeTrackersDue(service);
  const { gate, worker } = startGatedWorker();
  await gate.arrived;
  const stopped = worker.stop();
  gate.open();
  await stopped;
  expect(await calls()).toBe(1);
});

it("the sweeper is told which packages are its turn and nothing else of them", async () => {
  await buyNumber();
  await makeTrackersDue(service);
  const look = (text: string) => inSystem(service.database, (manager) => manager.query(text));
  expect(await look("select * from take_due_trackers(10, 60, 1, '{}', '{}', '{}', 10)")).toEqual([
    {
      ...{ tenant_id: service.tenantId, account_id: accountId },
      ...{ id: expect.stringMatching(/^trk_/), taken_until: expect.any(String) },
    },
  ]);
  await expect(look("select * from tracker")).rejects.toThrow("permission denied");
});
