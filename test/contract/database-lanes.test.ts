import { randomUUID } from "node:crypto";
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
import { acme, bolt } from "../support/tenant-rows.js";

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

const kept = { stepAside() {}, comeBack() {}, leave() {} };

function within<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
  if (lane === "WORKER") return asWorker(work);
  if (lane === "SENDING") return asSending(work);
  return asRequest(new Place(kept), "STAFF", () => {
    chooseLane(lane);
    return work();
  });
}

const glance = (lane: Lane, tenant = acme) =>
  within(lane, () => inTenant(database, tenant, (manager) => manager.query("select 1")));

/** Transactions that stay open until they are let go; those that got no connection are refused meanwhile. */
function flood(lane: Lane, count: number, tenant = acme) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holding = Array.from({ length: count }, () =>
    within(lane, () => readInTenant(database, tenant, () => released)).then(
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
    ["READING", ["BUYING", "ASKING", "WORKER"], 6],
    ["ASKING", ["BUYING", "READING", "WORKER"], 6],
    ["WORKER", ["BUYING", "ASKING", "READING"], 4],
    ["BUYING", ["ASKING", "READING", "WORKER"], 7],
    ["SENDING", ["BUYING", "ASKING", "READING", "WORKER"], 7],
  ])("of %s leaves connections to the others and to other tenants", async (lane, rest, most) => {
    const flooding = flood(lane, 30);
    await sleep(200);
    expect(database.lanes.counts[lane]).toEqual({ taken: most, waiting: 30 - most });
    await Promise.all(rest.map((each) => glance(each)));
    await glance(lane, bolt);
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

describe("Two tenants' floods of whatever buys nothing", () => {
  it("leave a connection to the third for any of it, and one to every purchase", async () => {
    const lanes: Lane[] = ["READING", "ASKING"];
    const floods = [acme, bolt].flatMap((tenant) => lanes.map((lane) => flood(lane, 20, tenant)));
    await sleep(200);
    for (const lane of [...lanes, "BUYING", "SENDING"] as const) await glance(lane, randomUUID());
    await glance("BUYING", acme);
    for (const each of floods) await each.end();
  });
});

const tenant = (number: number) => ({ tenant: `${number}`, kind: "STAFF" }) as const;

describe("Lanes", () => {
  it("serve a tenant that has none before one that has some, however long that waits", async () => {
    const lanes = new Lanes(4, 60_000);
    const held = [await lanes.enter("READING", tenant(1)), await lanes.enter("READING", tenant(1))];
    held.push(await lanes.enter("READING", tenant(2)));
    const order: string[] = [];
    const waiting = [1, 1, 2, 3].map(async (number) => {
      const leave = await lanes.enter("READING", tenant(number));
      order.push(`${number}`);
      leave();
    });
    for (const leave of held) leave();
    await Promise.all(waiting);
    expect(order[0]).toBe("3");
  });

  it("serve first who has none, then who waits longest", async () => {
    const lanes = new Lanes(10, 60_000);
    const readers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((number) => lanes.enter("READING", tenant(number))));
    const held = [...readers, await lanes.enter("BUYING", tenant(1)), await lanes.enter("BUYING", tenant(2))];
    const order: string[] = [];
    const waiting = (["READING", "BUYING", "BUYING", "WORKER"] as const).map((lane, place) =>
      lanes.enter(lane, tenant(place + 5)).then((leave) => {
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
    const held = await Promise.all(
      (["BUYING", "BUYING", "READING"] as const).map((lane, place) => lanes.enter(lane, tenant(place))),
    );
    const order: string[] = [];
    const waiting = (["BUYING", "WORKER", "ASKING", "SENDING", "SENDING"] as const).map(async (lane) => {
      const leave = await lanes.enter(lane, tenant(3));
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
      const tenants = Array.from({ length: connections }, (_, each) => tenant(each));
      for (const lane of ["SENDING", "BUYING", "ASKING", "READING", "WORKER"] as const)
        await Promise.allSettled(tenants.map((each) => lanes.enter(lane, each)));
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
