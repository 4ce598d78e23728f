import { Client } from "pg";
import type { EntityManager } from "typeorm";
import { closeDatabase, type Database, type DatabaseOptions, openDatabase } from "../../src/database/data-source.js";
import { assertServerRole } from "../../src/database/server-role.js";
import { assertNoOpenTransaction, inSystem, inTenant, readInTenant } from "../../src/database/tenant-transaction.js";
import { allEntities } from "../../src/entities/all-entities.js";
import { CarrierAccount } from "../../src/entities/carrier-account.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { runAdmin } from "../support/database-cluster.js";
import { patientDatabase } from "../support/patience.js";
import { accountIds, acme, addAccount, bolt } from "../support/tenant-rows.js";

let place: TestDatabase;
let database: Database;
const opened: Database[] = [];

async function open(options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const another = await openDatabase({ url: place.url, entities: allEntities, timeouts: patientDatabase, ...options });
  opened.push(another);
  return another;
}

beforeAll(async () => {
  place = await createTestDatabase();
  await runAdmin(place.adminUrl, "insert into carrier (code, name) values ('UPS', 'UPS')");
  database = await open();
});
afterAll(async () => {
  for (const handle of opened) await closeDatabase(handle);
  await place.drop();
});

describe("A tenant's transaction", () => {
  it("shows and takes the tenant's own rows only", async () => {
    await inTenant(database, acme, (manager) => addAccount(manager, acme, "acc_rows"));

    expect(await inTenant(database, acme, accountIds)).toContain("acc_rows");
    expect(await inTenant(database, bolt, accountIds)).not.toContain("acc_rows");
    await expect(inTenant(database, bolt, (manager) => addAccount(manager, acme, "acc_theft"))).rejects.toThrow(
      /row-level security/,
    );
    const changed = await inTenant(database, bolt, (manager) =>
      manager.update(CarrierAccount, { id: "acc_rows" }, { name: "Stolen" }),
    );
    expect(changed.affected).toBe(0);
  });

  it("is the only way to rows: without a tenant and the role there are none", async () => {
    await inTenant(database, acme, (manager) => addAccount(manager, acme, "acc_unseen"));
    const server = new Client({ connectionString: place.url });
    await server.connect();

    // Before version 16 the login cannot have a role without inheriting its rights.
    const direct = await server.query("select * from carrier_account").then(
      ({ rows }) => rows,
      ({ code }) => code,
    );
    expect(["42501", []]).toContainEqual(direct);
    await server.query("begin; select set_config('role', 'shipping_app', true)");
    expect((await server.query("select * from carrier_account")).rows).toEqual([]);
    await server.end();
  });

  it("leaves no tenant and no role on the connection", async () => {
    const single = await open({ poolSize: 1 });
    const look = "select current_user = session_user as free, current_setting('app.tenant_id', true) as tenant";
    await inTenant(single, acme, accountIds);
    await inTenant(single, acme, (manager) => manager.query("select 1/0")).catch(() => undefined);

    expect(await single.dataSource.query(look)).toEqual([{ free: true, tenant: "" }]);
  });

  it("sends nothing more once it has ended, even what nobody waited for", async () => {
    const single = await open({ poolSize: 1 });
    const stray: Promise<unknown>[] = [];
    await inTenant(single, acme, async (manager) => {
      stray.push(manager.query("select 1"), addAccount(manager, acme, "acc_stray"));
      stray.push(Promise.resolve().then(() => addAccount(manager, bolt, "acc_stray")));
    });
    const outcomes = await Promise.allSettled(stray);

    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    for (const tenant of [acme, bolt]) expect(await inTenant(single, tenant, accountIds)).not.toContain("acc_stray");
  });

  it("is refused inside another one, and tells who is about to use the network", async () => {
    const nested = () => inTenant(database, acme, () => readInTenant(database, acme, accountIds));

    await expect(nested()).rejects.toThrow(/inside an open transaction/);
    await expect(inTenant(database, acme, async () => assertNoOpenTransaction("UPS was called"))).rejects.toThrow(
      "UPS was called inside an open transaction.",
    );
    expect(() => assertNoOpenTransaction("UPS was called")).not.toThrow();
    const later = inTenant(database, acme, async () => ({ after: () => inTenant(database, acme, accountIds) }));
    await expect((await later).after()).resolves.toBeInstanceOf(Array);
  });

  it("refuses a tenant that is no uuid", async () => {
    await expect(inTenant(database, "x', true); drop table carrier; --", accountIds)).rejects.toThrow(/uuid/);
  });
});

describe("Sweeps", () => {
  it.each([
    "take_due_label_purchases(10, 60)",
    "take_due_label_purchases(10, 60, 8, '{}', '{}', '{}')",
    "take_due_label_purchases(10, 60, 8, '{}', '{}', '{}', 4)",
    "take_due_trackers(10, 60, 30)",
    "take_due_trackers(10, 60, 1, '{}', '{}', '{}', 30)",
    "take_due_trackers(10, 60, 1, '{}', '{}', '{}', 30, 4)",
  ])("look across tenants by %s only", async (sweep) => {
    const call = (manager: EntityManager) => manager.query(`select * from ${sweep}`);
    expect(await inSystem(database, call)).toEqual([]);
    await expect(inSystem(database, accountIds)).rejects.toThrow(/permission denied/);
    await expect(inTenant(database, acme, call)).rejects.toThrow(/permission denied/);
  });

  it("give a tenant no way to see or move what others have due", async () => {
    const pretend = async (manager: EntityManager) => {
      await manager.query("select set_config('app.sweep', 'on', true)");
      return manager.query("select id from label_purchase union all select id from tracker");
    };
    expect(await inTenant(database, acme, pretend)).toEqual([]);
  });
});

describe("The boot assertion", () => {
  it("accepts what the migrations made", async () => {
    await expect(assertServerRole(database)).resolves.toBeUndefined();
  });

  it("names every table whose rows are not kept apart", async () => {
    await runAdmin(
      place.adminUrl,
      "create table stray_tenant_table (tenant_id uuid)",
      "alter table rate_quote no force row level security",
    );
    try {
      const faults = await assertServerRole(database).catch((error: Error) => error.message.split("\n  ").slice(1));
      expect(faults).toEqual([
        "row-level security of rate_quote is not forced",
        "row-level security of stray_tenant_table is not enabled",
        "stray_tenant_table has no policy",
      ]);
    } finally {
      await runAdmin(
        place.adminUrl,
        "drop table stray_tenant_table",
        "alter table rate_quote force row level security",
      );
    }
  });

  it("asks for the migrations when the login may not take on the roles", async () => {
    const login = `shipping_stranger_${process.pid}`;
    await runAdmin(place.adminUrl, `create role ${login} login password 'stranger'`);
    const url = Object.assign(new URL(place.url), { username: login, password: "stranger" }).href;
    const stranger = await openDatabase({ url, entities: [] });

    await expect(assertServerRole(stranger)).rejects.toThrow(/run the migrations/);
    await closeDatabase(stranger);
    await runAdmin(place.adminUrl, `drop role ${login}`);
  });
});
