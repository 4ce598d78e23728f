import { Client } from "pg";
import PgBoss from "pg-boss";
import type { EntityManager } from "typeorm";
import { closeDatabase, type Database, type DatabaseOptions, openDatabase } from "../../src/database/data-source.js";
import { jobWriter } from "../../src/database/job-writer.js";
import { assertServerRole } from "../../src/database/server-role.js";
import { assertNoOpenTransaction, inSystem, inTenant, readInTenant } from "../../src/database/tenant-transaction.js";
import { allEntities } from "../../src/entities/all-entities.js";
import { CarrierAccount } from "../../src/entities/carrier-account.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { runAdmin } from "../support/database-cluster.js";

const acme = "0190aaaa-0000-7000-8000-00000000000a";
const bolt = "0190aaaa-0000-7000-8000-00000000000b";

let place: TestDatabase;
let database: Database;
const opened: Database[] = [];

async function open(options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const one = await openDatabase({ url: place.url, entities: allEntities, ...options });
  opened.push(one);
  return one;
}

beforeAll(async () => {
  place = await createTestDatabase();
  await runAdmin(place.adminUrl, "insert into carrier (code, name) values ('UPS', 'UPS')");
  database = await open();
});
afterAll(async () => {
  for (const one of opened) await closeDatabase(one);
  await place.drop();
});

function anAccount(tenantId: string, id: string) {
  return {
    tenantId,
    id,
    carrierCode: "UPS",
    name: "Main account",
    environment: "SIMULATOR" as const,
    status: "ACTIVE" as const,
    accountNumber: "A1B2C3",
    address: { lines: ["1 Market St"], city: "San Francisco", postalCode: "94105", countryCode: "US" },
    credentialVersion: 1,
  };
}

const addAccount = (manager: EntityManager, tenantId: string, id: string) =>
  manager.insert(CarrierAccount, anAccount(tenantId, id) as never);
const accountIds = (manager: EntityManager): Promise<string[]> =>
  manager.find(CarrierAccount, { order: { id: "asc" } }).then((rows) => rows.map(({ id }) => id));
const backendOf = async (manager: EntityManager): Promise<number> =>
  (await manager.query("select pg_backend_pid() as pid"))[0].pid;

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

describe("The end of a transaction", () => {
  it("undoes everything when the work throws", async () => {
    const failing = inTenant(database, acme, async (manager) => {
      await addAccount(manager, acme, "acc_undone");
      throw new RangeError("no");
    });

    await expect(failing).rejects.toThrow(RangeError);
    expect(await inTenant(database, acme, accountIds)).not.toContain("acc_undone");
  });

  it("throws when a failed statement was ignored, for nothing was committed", async () => {
    const ignoring = inTenant(database, acme, async (manager) => {
      await addAccount(manager, acme, "acc_ignored");
      await manager.query("select 1/0").catch(() => undefined);
    });

    await expect(ignoring).rejects.toThrow(/rolled back/);
    expect(await inTenant(database, acme, accountIds)).not.toContain("acc_ignored");
  });

  it("keeps a savepoint's failure inside the savepoint", async () => {
    await inTenant(database, acme, async (manager) => {
      await addAccount(manager, acme, "acc_saved");
      await manager.transaction((inner) => addAccount(inner, acme, "acc_saved")).catch(() => undefined);
    });

    expect(await inTenant(database, acme, accountIds)).toContain("acc_saved");
  });

  it("writes nothing when the transaction is for reading", async () => {
    const writing = readInTenant(database, acme, (manager) => addAccount(manager, acme, "acc_read"));

    await expect(writing).rejects.toThrow(/read-only/);
  });

  it("quotes no values of a refused row", async () => {
    const broken = { ...anAccount(acme, "acc_secret"), name: "Zebra Ltd", environment: "NOWHERE" };
    const error = await inTenant(database, acme, (manager) => manager.insert(CarrierAccount, broken as never)).catch(
      (caught) => caught,
    );

    expect(error).toMatchObject({ driverError: { constraint: "carrier_account_environment_known" } });
    expect(JSON.stringify([error, error.driverError])).not.toContain("Zebra");
  });
});

describe("Values", () => {
  it("come as text where JavaScript would change them", async () => {
    const [row] = await inTenant(database, acme, (manager) =>
      manager.query(`select timestamptz '2026-11-22 12:00:00.123+01' as instant, numeric '10.10' as amount,
        date '2026-03-29' as day, time '02:30' as hour, array[numeric '1.10', null] as amounts,
        array[timestamptz '2026-11-22 12:00+00'] as instants`),
    );

    expect(row).toEqual({
      instant: "2026-11-22T11:00:00.123Z",
      amount: "10.10",
      day: "2026-03-29",
      hour: "02:30:00",
      amounts: ["1.10", null],
      instants: ["2026-11-22T12:00:00Z"],
    });
  });

  it("reach entities as RFC 3339 text in UTC, also those that the database filled in", async () => {
    const account = await inTenant(database, acme, async (manager) => {
      await addAccount(manager, acme, "acc_instant");
      return manager.findOneByOrFail(CarrierAccount, { id: "acc_instant" });
    });

    expect(account.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(account.archivedAt).toBeNull();
  });
});

describe("Trouble", () => {
  it("is survived when PostgreSQL ends a session, idle or at work", async () => {
    const single = await open({ poolSize: 1 });
    const idle = await inTenant(single, acme, backendOf);
    await runAdmin(place.adminUrl, `select pg_terminate_backend(${idle}, 2000)`);
    const atWork = inTenant(single, acme, async (manager) => {
      await runAdmin(place.adminUrl, `select pg_terminate_backend(${await backendOf(manager)}, 2000)`);
      await accountIds(manager);
    });

    await expect(atWork).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE", retryable: true });
    expect(await inTenant(single, acme, backendOf)).not.toBe(idle);
  });

  it("lets 50 requests through two connections", async () => {
    const narrow = await open({ poolSize: 2 });
    const tenants = Array.from({ length: 50 }, (_, index) => `0190bbbb-0000-7000-8000-${`${index}`.padStart(12, "0")}`);
    const seen = tenants.map((tenant) =>
      inTenant(narrow, tenant, async (manager) => {
        await addAccount(manager, tenant, `acc_${tenant}`);
        return accountIds(manager);
      }),
    );

    expect(await Promise.all(seen)).toEqual(tenants.map((tenant) => [`acc_${tenant}`]));
  });

  it("is told by its code when no connection gets free in time", async () => {
    const single = await open({ poolSize: 1, timeouts: { connectMs: 100 } });
    let release = () => {};
    const holding = inTenant(single, acme, () => new Promise<void>((resolve) => (release = resolve)));

    await expect(inTenant(single, acme, accountIds)).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
    release();
    await holding;
    await expect(inTenant(single, acme, accountIds)).resolves.toBeInstanceOf(Array);
  });

  it("is told by its code when there is no server", async () => {
    const url = new URL(place.url);
    url.port = "1";

    await expect(openDatabase({ url: url.href, entities: [] })).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
  });

  it("ends with the limits of the configuration", async () => {
    const strict = await open({ timeouts: { statementMs: 50, lockMs: 40, idleInTransactionMs: 60 } });
    const limits = await inTenant(strict, acme, (manager) =>
      manager.query(`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`),
    );

    expect(limits).toEqual([{ statement: "50ms", lock: "40ms", idle: "60ms" }]);
    await expect(inTenant(strict, acme, (manager) => manager.query("select pg_sleep(5)"))).rejects.toThrow(/timeout/);
  });

  it("is not made by poolers that know no prepared statements: there need be none", async () => {
    const unprepared = await open({ preparesStatements: false, poolSize: 1 });
    const prepared = await open({ poolSize: 1 });
    const names = (manager: EntityManager) =>
      manager.query("select count(*)::int as count from pg_prepared_statements");
    for (const one of [unprepared, prepared]) {
      for (let round = 0; round < 4; round++) {
        await inTenant(one, acme, (manager) => manager.findBy(CarrierAccount, { id: "acc_rows" }));
      }
    }

    expect(await inTenant(unprepared, acme, names)).toEqual([{ count: 0 }]);
    expect((await inTenant(prepared, acme, names))[0].count).toBeGreaterThan(1);
  });
});

describe("Jobs and sweeps", () => {
  it("send a job with the transaction, and let a tenant see none", async () => {
    const boss = new PgBoss({ db: { executeSql: () => Promise.reject(new Error("not here")) } });
    const send = (manager: EntityManager) =>
      boss.send("reconcile-purchase", { tenantId: acme, id: "lpu_1" }, { db: jobWriter(manager) });
    const count = async () => {
      const server = new Client({ connectionString: place.url });
      await server.connect();
      const { rows } = await server.query("select data from pgboss.job");
      await server.end();
      return rows;
    };

    const undone = inTenant(database, acme, async (manager) => {
      await send(manager);
      throw new RangeError("no");
    });
    await expect(undone).rejects.toThrow(RangeError);
    expect(await count()).toEqual([]);
    expect(await inTenant(database, acme, send)).toMatch(/-/);
    expect(await count()).toEqual([{ data: { tenantId: acme, id: "lpu_1" } }]);
    const peeking = inTenant(database, acme, (manager) => manager.query("select data from pgboss.job"));
    await expect(peeking).rejects.toThrow(/permission denied/);
  });

  it("look across tenants through their functions only", async () => {
    expect(await inSystem(database, (manager) => manager.query("select * from due_label_purchases(10)"))).toEqual([]);
    await expect(inSystem(database, accountIds)).rejects.toThrow(/permission denied/);
    await expect(
      inTenant(database, acme, (manager) => manager.query("select * from due_label_purchases(10)")),
    ).rejects.toThrow(/permission denied/);
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
