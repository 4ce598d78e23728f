import { setTimeout as sleep } from "node:timers/promises";
import { Place } from "../../src/admission/place.js";
import { asRequest, asSending, asWorker, chooseLane, type Lane } from "../../src/admission/work.js";
import { closeDatabase, type Database, openDatabase } from "../../src/database/data-source.js";
import { Lanes } from "../../src/database/lanes.js";
import { inTenant, readInTenant } from "../../src/database/tenant-transaction.js";
import { allEntities } from "../../src/entities/all-entities.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { eventually } from "../support/eventually.js";
import { patientDatabase } from "../support/patience.js";
import { acme } from "../support/tenant-rows.js";

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await createTestDatabase();
  const timeouts = { ...patientDatabase, connectMs: 1_000 };
  database = await openDatabase({ url: place.url, entities: allEntities, poolSize: 10, timeouts });
});
afterAll(async () => {
  await closeDatabase(database);
  await place.drop();
});

const kept = { stepAside() {}, comeBack() {}, leave() {}, admitStranger() {} };

function within<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
  if (lane === "WORKER") return asWorker(work);
  if (lane === "SENDING") return asSending(work);
  return asRequest(new Place(kept), () => {
    chooseLane(lane);
    return work();
  });
}

const glance = (lane: Lane) => within(lane, () => inTenant(database, acme, (manager) => manager.query("select 1")));

/** Transactions that stay open until they are let go; those that got no connection are refused meanwhile. */
function flood(lane: Lane, count: number) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holding = Array.from({ length: count }, () =>
    within(lane, () => readInTenant(database, acme, () => released)).then(
      () => "held",
      ({ code }) => code,
    ),
  );
  return {
    async end() {
      release();
      return Promise.all(holding);
    },
  };
}

describe("A flood of one kind", () => {
  it.each<[Lane, Lane[], number]>([
    ["READING", ["BUYING", "ASKING", "WORKER"], 8],
    ["ASKING", ["BUYING", "READING", "WORKER"], 8],
    ["WORKER", ["BUYING", "ASKING", "READING"], 5],
    ["BUYING", ["ASKING", "READING", "WORKER"], 9],
    ["SENDING", ["BUYING", "ASKING", "READING", "WORKER"], 9],
  ])("of %s leaves connections to the others", async (lane, rest, most) => {
    const flooding = flood(lane, 30);
    await sleep(200);
    expect(database.lanes.counts[lane]).toEqual({ taken: most, waiting: 30 - most });
    await Promise.all(rest.map(glance));
    await expect(glance(lane)).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE", retryable: true });
    const ends = await flooding.end();
    expect(ends.filter((each) => each === "held")).toHaveLength(most);
    expect(new Set(ends)).toEqual(new Set(["held", "DATABASE_UNAVAILABLE"]));
    // What only reads does not wait for its commit.
    await eventually(async () =>
      Object.values(database.lanes.counts).every(({ taken }) => taken === 0) ? true : null,
    );
    await glance(lane);
  });
});

describe("Lanes", () => {
  it("serve first who has none, then who waits longest", async () => {
    const lanes = new Lanes(5, 60_000);
    const held = await Promise.all([...Array.from({ length: 4 }, () => lanes.enter("READING")), lanes.enter("BUYING")]);
    const order: string[] = [];
    const waiting = (["READING", "BUYING", "BUYING", "WORKER"] as const).map((lane) =>
      lanes.enter(lane).then((leave) => {
        order.push(lane);
        return leave;
      }),
    );
    for (const leave of held.slice(0, 4)) leave();
    const taken = await Promise.all(waiting);
    expect(order).toEqual(["WORKER", "READING", "BUYING", "BUYING"]);
    for (const leave of [...held, ...taken]) leave();
    expect(Object.values(lanes.counts).map((count) => count.taken)).toEqual([0, 0, 0, 0, 0]);
  });

  it("serve what was claimed before all that came earlier", async () => {
    const lanes = new Lanes(3, 60_000);
    const held = await Promise.all([lanes.enter("BUYING"), lanes.enter("BUYING"), lanes.enter("READING")]);
    const order: string[] = [];
    const waiting = (["BUYING", "WORKER", "ASKING", "SENDING", "SENDING"] as const).map(async (lane) => {
      const leave = await lanes.enter(lane);
      order.push(lane);
      leave();
    });
    held[0]!();
    await Promise.all(waiting);
    expect(order).toEqual(["SENDING", "SENDING", "WORKER", "ASKING", "BUYING"]);
    for (const leave of held) leave();
  });

  it.each([1, 2, 3, 4, 5, 10])("let everybody through %i connections, whatever else comes", async (connections) => {
    const lanes = new Lanes(connections, 60_000);
    let isOver = false;
    const buyAndBuy = async () => {
      while (!isOver) {
        const leave = await lanes.enter("BUYING");
        await sleep(0);
        leave();
      }
    };
    const buyers = Array.from({ length: connections * 3 }, buyAndBuy);
    for (const lane of ["READING", "ASKING", "WORKER", "READING"] as const) (await lanes.enter(lane))();
    isOver = true;
    await Promise.all(buyers);
    expect(Object.values(lanes.counts).every(({ taken, waiting }) => taken === 0 && waiting === 0)).toBe(true);
  });

  it("never give more than there are, and all to one kind only where there is one", async () => {
    for (let connections = 1; connections <= 40; connections++) {
      const lanes = new Lanes(connections, 1);
      for (const lane of ["SENDING", "BUYING", "ASKING", "READING", "WORKER"] as const)
        await Promise.allSettled(Array.from({ length: connections }, () => lanes.enter(lane)));
      const taken = Object.values(lanes.counts).map((count) => count.taken);
      expect(taken.reduce((sum, each) => sum + each, 0)).toBe(connections);
      if (connections > 1) expect(Math.max(...taken)).toBeLessThan(connections);
    }
  });

  it("tell how long requests wait, and not how long the worker does", async () => {
    const lanes = new Lanes(1, 60_000);
    const leave = await lanes.enter("READING");
    const worker = lanes.enter("WORKER");
    await sleep(20);
    expect(lanes.oldestWaitMs()).toBe(0);
    const reader = lanes.enter("READING");
    await sleep(20);
    expect(lanes.oldestWaitMs()).toBeGreaterThan(10);
    leave();
    (await worker)();
    (await reader)();
    expect(lanes.oldestWaitMs()).toBe(0);
  });
});
