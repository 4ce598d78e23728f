import { closeDatabase, type Database, openDatabase } from "../../src/database/data-source.js";
import { beatHeart } from "../../src/database/heartbeat.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { runAdmin } from "../support/database-cluster.js";
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
  await asOwner("alter function away(uuid, text) rename to beat_heart");
});

it("costs one statement a second, whatever asks", async () => {
  const statements = jest.spyOn(database.pool, "query");
  const server = await startTestHttpServer({
    readiness: async () => ({ ok: true, reasons: await beatHeart(database) }),
  });
  for (let round = 0; round < 40; round++) await server.get("/readyz");
  const asked = statements.mock.calls.length;
  await server.stop();
  statements.mockRestore();

  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(10);
});
