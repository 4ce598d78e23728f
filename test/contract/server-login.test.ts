import { closeDatabase, openDatabase } from "../../src/database/data-source.js";
import { beatHeart } from "../../src/database/heartbeat.js";
import { migrate } from "../../src/database/migrate.js";
import { assertServerLogin } from "../../src/database/server-login.js";
import { runAdmin } from "../support/database-cluster.js";
import { PostgresServer } from "../support/postgres-server.js";

let place: PostgresServer;
beforeAll(async () => {
  place = await PostgresServer.create();
  await migrate({ adminUrl: place.adminUrl(), serverUrl: place.serverUrl() });
});
afterAll(() => place?.stop());

const asSuperuser = (...statements: string[]) => runAdmin(place.superUrl(), ...statements);

/** What is found wrong with a login, the advice left out. */
async function faultsOf(url: string): Promise<string[]> {
  const database = await openDatabase({ url, entities: [] });
  try {
    await assertServerLogin(database);
    return [];
  } catch (error) {
    const lines = (error as Error).message.split("\n  ");
    expect(lines[0]).toMatch(/login of DATABASE_URL/);
    expect(lines.slice(-3).join()).toMatch(/MIGRATION_DATABASE_URL.*create role.*docs\/operations\.md/);
    return lines.slice(1, -3);
  } finally {
    await closeDatabase(database);
  }
}

it("accepts a login that is a member of the servers' two roles and nothing else", async () => {
  expect(await faultsOf(place.serverUrl())).toEqual([]);
});

it("refuses a superuser, and says so alone", async () => {
  expect(await faultsOf(place.superUrl())).toEqual(["it is a superuser"]);
});

it("refuses the owner, naming what it may and owns", async () => {
  const faults = await faultsOf(place.adminUrl());
  expect(faults).toEqual(
    expect.arrayContaining([
      ...["it may create roles", "it may create databases", "it owns the database shipping, as shipping_owner"],
      expect.stringMatching(/^it owns \d+ tables, as shipping_owner$/),
      expect.stringMatching(/^it owns \d+ functions, as shipping_owner$/),
    ]),
  );
});

it.each([
  [
    "bypasses the policies",
    "alter role shipping_server bypassrls",
    "alter role shipping_server nobypassrls",
    "it bypasses row-level security",
  ],
  [
    "may create roles",
    "alter role shipping_server createrole",
    "alter role shipping_server nocreaterole",
    "it may create roles",
  ],
  [
    "may create databases",
    "alter role shipping_server createdb",
    "alter role shipping_server nocreatedb",
    "it may create databases",
  ],
  [
    "may replicate",
    "alter role shipping_server replication",
    "alter role shipping_server noreplication",
    "it may replicate all data",
  ],
  [
    "owns a table",
    "alter table server_heartbeat owner to shipping_server",
    "alter table server_heartbeat owner to shipping_owner",
    "it owns the table server_heartbeat, as shipping_server",
  ],
  [
    "owns a function",
    "alter function touch_disk() owner to shipping_server",
    "alter function touch_disk() owner to shipping_owner",
    "it owns the function touch_disk, as shipping_server",
  ],
  [
    "reads all data by a role of PostgreSQL's",
    "grant pg_read_all_data to shipping_server",
    "revoke pg_read_all_data from shipping_server",
    "it is a member of pg_read_all_data",
  ],
  [
    "may empty a table",
    "grant truncate on shipment to shipping_server",
    "revoke truncate on shipment from shipping_server",
    "it may empty shipment, or put triggers there",
  ],
  [
    "works as a role that may empty a table",
    "grant truncate on shipment to shipping_app",
    "revoke truncate on shipment from shipping_app",
    "it may empty shipment, or put triggers there",
  ],
  [
    "may create functions beside the owner's",
    "grant create on schema public to public",
    "revoke create on schema public from public",
    "it may create functions in the schema public: revoke that, of public too",
  ],
])("refuses a login that %s", async (_, spoil, mend, fault) => {
  await asSuperuser(spoil);
  const faults = await faultsOf(place.serverUrl());
  await asSuperuser(mend);
  expect(faults).toContain(fault);
  expect(await faultsOf(place.serverUrl())).toEqual([]);
});

it("refuses a login that could become the owner or a superuser, however many roles lie between", async () => {
  await asSuperuser(
    ...["create role between", "grant between to shipping_server", "create role boss superuser"],
    ...["grant shipping_owner to between", "grant boss to between"],
  );
  const faults = await faultsOf(place.serverUrl());
  await asSuperuser("drop role between", "drop role boss");
  expect(faults).toEqual(
    expect.arrayContaining([
      ...["it may become boss, which is a superuser", "it may become shipping_owner, which may create roles"],
      "it owns the database shipping, as shipping_owner",
    ]),
  );
});

it("lets a new login of the servers beat once the migrations were run for it, and no other login", async () => {
  await asSuperuser("create role second_server login", "create role nobodys login");
  const urlOf = (login: string) => Object.assign(new URL(place.serverUrl()), { username: login }).href;
  const beatOf = async (login: string) => {
    const database = await openDatabase({ url: urlOf(login), entities: [] });
    return beatHeart(database).finally(() => closeDatabase(database));
  };
  await migrate({ adminUrl: place.adminUrl(), serverUrl: urlOf("second_server") });
  expect(await faultsOf(urlOf("second_server"))).toEqual([]);
  expect(await beatOf("second_server")).toEqual([]);
  expect(await beatOf("nobodys")).toEqual([
    "The server's login may not call what it needs: run the migrations with its DATABASE_URL.",
  ]);
});
