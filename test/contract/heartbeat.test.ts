import { Client } from "pg";
import { closeDatabase, type Database, openDatabase } from "../../src/database/data-source.js";
import { beatHeart } from "../../src/database/heartbeat.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { runAdmin } from "../support/database-cluster.js";
import { eventually } from "../support/eventually.js";
import { startTestHttpServer } from "../support/http.js";

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await createTestDatabase();
  database = await openDatabase({ url: place.url, entities: [] });
});
afterAll(async () => {
  await closeDatabase(database);
  await place.drop();
});

const asOwner = (...statements: string[]) => runAdmin(place.adminUrl, ...statements);

it("says nothing when the database takes writes and knows this version", async () => {
  expect(await beatHeart(database)).toEqual([]);
  expect(await beatHeart(database)).toEqual([]);
});

it("names a database that only reads", async () => {
  const name = new URL(place.url).pathname.slice(1);
  await asOwner(`alter database ${name} set default_transaction_read_only = on`);
  const other = await openDatabase({ url: place.url, entities: [] });

  const reasons = await beatHeart(other);

  await closeDatabase(other);
  await asOwner("begin read write", `alter database ${name} reset default_transaction_read_only`, "commit");
  expect(reasons).toEqual(["The database takes no writes: it is a standby, or read-only."]);
});

it("names migrations that are pending, be it the newest or the heartbeat's own", async () => {
  await asOwner(
    "update schema_migration set name = name || 'x' where timestamp = (select max(timestamp) from schema_migration)",
  );
  const newest = await beatHeart(database);
  await asOwner("alter function beat_heart(uuid, text) rename to away");

  expect([newest, await beatHeart(database)]).toEqual([["Migrations are pending."], ["Migrations are pending."]]);
  await asOwner(
    "alter function away(uuid, text) rename to beat_heart",
    "update schema_migration set name = left(name, -1) where timestamp = (select max(timestamp) from schema_migration)",
  );
  expect(await beatHeart(database)).toEqual([]);
});

describe("/readyz", () => {
  const ready = { readiness: async () => ({ ok: true, reasons: await beatHeart(database) }) };
  const beats = async () => (await database.pool.query("select calls from beats")).rows[0].calls as number;

  beforeAll(() =>
    asOwner(
      "create table beats (calls int)",
      "insert into beats values (0)",
      "grant select, update on beats to public",
      `create function count_beat() returns trigger language plpgsql as
        $$ begin update beats set calls = calls + 1; return null; end $$`,
      "create trigger beats after insert or update on server_heartbeat for each row execute function count_beat()",
    ),
  );

  it.each([
    ["one after the other", async (get: Get) => void (await repeated(40, () => get("GET")))],
    ["all at once", async (get: Get) => void (await Promise.all(Array.from({ length: 200 }, () => get("GET"))))],
    [
      "by HEAD as by GET",
      async (get: Get) => void (await repeated(20, async () => [await get("HEAD"), await get("GET")])),
    ],
  ])("writes at most once a second, asked %s", async (_, ask) => {
    const server = await startTestHttpServer(ready);
    const before = await beats();
    const begun = performance.now();
    await ask((method) => server.get("/readyz", { method }));
    const seconds = (performance.now() - begun) / 1000;
    const asked = (await beats()) - before;
    await server.stop();

    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(1 + Math.floor(seconds));
  });

  it("asks a database that does not answer one thing at a time, and says so meanwhile", async () => {
    const blocker = new Client({ connectionString: place.adminUrl });
    await blocker.connect();
    await blocker.query("begin; lock table server_heartbeat");
    const server = await startTestHttpServer({
      readiness: async () => {
        const reasons = await beatHeart(database);
        return { ok: reasons.length === 0, reasons };
      },
    });

    const answers = await repeated(5, () => server.get("/readyz"));
    const { rows } = await blocker.query(
      "select count(*)::int as waiting from pg_locks where relation = 'server_heartbeat'::regclass and not granted",
    );
    await blocker.query("rollback");
    await blocker.end();

    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(503));
    expect(rows).toEqual([{ waiting: 1 }]);
    await eventually(async () => (await server.get("/readyz")).status === 200);
    await server.stop();
  });
});

type Get = (method: string) => Promise<unknown>;

async function repeated<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let count = 0; count < times; count += 1) all.push(await work());
  return all;
}
