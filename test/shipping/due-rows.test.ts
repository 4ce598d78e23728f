import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { closeDatabase, type Database, openDatabase } from "../../src/database/data-source.js";
import { type DueRowKind, DueRows } from "../../src/jobs/due-rows.js";
import type { Turn } from "../../src/shipping/turn.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { runAdmin } from "../support/database-cluster.js";
import { eventually } from "../support/eventually.js";
import { createGate } from "../support/http.js";
import { patientDatabase } from "../support/patience.js";

/** A kind of row that the service does not have: all that it takes is a table, a sweep, and what is to be done. */
const pickups = `
create table pickup (tenant_id uuid, id text primary key, next_check_at timestamptz(3));
create function take_due_pickups(at_most integer, for_seconds integer)
  returns table (tenant_id uuid, id text, taken_until timestamptz)
  language sql security definer as $$
    with due as materialized (
      select p.id from pickup p where p.next_check_at <= now() order by p.next_check_at, p.id limit at_most
         for no key update skip locked)
    update pickup p set next_check_at = now() + make_interval(secs => for_seconds) from due where p.id = due.id
    returning p.tenant_id, p.id, p.next_check_at
  $$;
revoke all on function take_due_pickups(integer, integer) from public;
grant execute on function take_due_pickups(integer, integer) to shipping_sweeper;
`;

let place: TestDatabase;
let database: Database;
let owner: Client;
beforeAll(async () => {
  place = await createTestDatabase();
  await runAdmin(place.adminUrl, pickups);
  database = await openDatabase({ url: place.url, entities: [], timeouts: patientDatabase });
  owner = new Client({ connectionString: place.adminUrl });
  await owner.connect();
});
beforeEach(() => owner.query("truncate pickup"));
afterAll(async () => {
  await owner?.end();
  await closeDatabase(database);
  await place.drop();
});

const tenantId = randomUUID();
/** Rounded to milliseconds, `now()` may be yet to come. */
const add = (id: string, due = "now() - interval '1 millisecond'") =>
  owner.query(`insert into pickup values ($1, $2, ${due})`, [tenantId, id]);
const addAll = async (...ids: string[]) => {
  for (const id of ids) await add(id);
};
/** To the nearest minute: time passes while one looks. */
const dueInMinutes = async (id: string) => {
  const look = "select round(extract(epoch from next_check_at - now()) / 60)::int as due from pickup where id = $1";
  return (await owner.query(look, [id])).rows[0].due;
};

/** A worker of pickups, and what it did in which order. */
function aWorker(work: (turn: Turn) => Promise<unknown> = async () => undefined, atOnce = 2) {
  const done: string[] = [];
  const failed: string[] = [];
  const kind: DueRowKind = {
    ...{ sweep: "take_due_pickups", atOnce },
    async work(turn) {
      const result = await work(turn);
      done.push(turn.id);
      return result;
    },
    failed: ({ id }, error) => void failed.push(`${id}: ${(error as Error).message}`),
  };
  const rows = new DueRows({ database }, kind);
  const takeAll = async () => {
    while (await rows.take());
  };
  return { rows, done, failed, takeAll, workAll: () => takeAll().then(() => rows.settled()) };
}

it("does what is due, oldest first, and nothing that is not", async () => {
  await add("later", "now() + interval '1 hour'");
  await add("second", "now() - interval '1 minute'");
  await add("first", "now() - interval '2 minutes'");
  await add("never", "null");
  const { workAll, done } = aWorker(undefined, 1);
  await workAll();
  expect(done).toEqual(["first", "second"]);
});

it("does each row once, however many workers take at the same time", async () => {
  const ids = Array.from({ length: 40 }, (_, number) => `pickup-${number}`);
  await addAll(...ids);
  const workers = Array.from({ length: 5 }, () => aWorker());
  await Promise.all(workers.map(({ workAll }) => workAll()));
  expect(workers.flatMap(({ done }) => done).sort()).toEqual([...ids].sort());
});

it("what a dead worker took is due again when its turn is over, and not before", async () => {
  await add("orphan");
  const dying = aWorker(() => new Promise(() => undefined));
  await dying.rows.take();
  expect(await dueInMinutes("orphan")).toBe(1);
  const heir = aWorker();
  await heir.workAll();
  expect(heir.done).toEqual([]);
  await owner.query("update pickup set next_check_at = next_check_at - interval '60 seconds'");
  await heir.workAll();
  expect(heir.done).toEqual(["orphan"]);
});

it("a slow row holds up no other", async () => {
  const gate = createGate();
  await addAll("slow", "a", "b", "c", "d", "e");
  const { rows, done, takeAll } = aWorker(async ({ id }) => (id === "slow" ? gate.pass() : undefined));
  await owner.query("update pickup set next_check_at = now() - interval '1 hour' where id = 'slow'");
  await takeAll();
  await gate.arrived;
  await eventually(() => done.length === 5);
  expect(done).not.toContain("slow");
  gate.open();
  await rows.settled();
  expect(done.at(-1)).toBe("slow");
});

it("takes no more than there is room for, so that others can do the rest", async () => {
  const gate = createGate();
  await addAll("a", "b", "c");
  const full = aWorker(() => gate.pass());
  expect(await full.rows.take()).toBe(true);
  const other = aWorker();
  await other.workAll();
  expect(other.done).toEqual(["c"]);
  gate.open();
  await full.rows.settled();
  expect(full.done.sort()).toEqual(["a", "b"]);
});

it("a row that fails is told of, stops no other, and is not tried again at once", async () => {
  await addAll("a", "broken", "c");
  const { workAll, done, failed } = aWorker(async ({ id }) => {
    if (id === "broken") throw new Error("no");
  });
  await workAll();
  await workAll();
  expect([done.sort(), failed]).toEqual([["a", "c"], ["broken: no"]]);
  expect(await dueInMinutes("broken")).toBe(1);
});

it("once stopped takes nothing more, and what is under way can be waited for", async () => {
  const gate = createGate();
  await addAll("a", "b", "c");
  const { rows, done } = aWorker(() => gate.pass());
  await rows.take();
  const waiting = rows.take();
  rows.stop();
  const settled = rows.settled();
  gate.open();
  expect(await waiting).toBe(false);
  await settled;
  expect(done.sort()).toEqual(["a", "b"]);
  expect(await dueInMinutes("c")).toBe(0);
});

it("passes over what somebody holds, and waits for nobody", async () => {
  await addAll("held", "free");
  await owner.query("begin");
  await owner.query("select 1 from pickup where id = 'held' for update");
  const { workAll, done } = aWorker();
  await workAll();
  await owner.query("commit");
  expect(done).toEqual(["free"]);
});
