import type { EntityManager } from "typeorm";
import { closeDatabase, type Database, type DatabaseOptions, openDatabase } from "../../src/database/data-source.js";
import { inTenant, readInTenant } from "../../src/database/tenant-transaction.js";
import { allEntities } from "../../src/entities/all-entities.js";
import { CarrierAccount } from "../../src/entities/carrier-account.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { runAdmin } from "../support/database-cluster.js";
import { patientDatabase } from "../support/patience.js";
import { accountIds, acme, addAccount, anAccount, backendOf } from "../support/tenant-rows.js";

let place: TestDatabase;
let database: Database;
const opened: Database[] = [];

async function open(options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const timeouts = { ...patientDatabase, ...options.timeouts };
  const another = await openDatabase({ url: place.url, entities: allEntities, ...options, timeouts });
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

describe("A value that PostgreSQL cannot hold", () => {
  it.each([
    ["a text with NUL", "Jane\0"],
    ["half of a surrogate pair", "Jane\ud83d"],
    ["an item of a list", ["Jane", "\udc00"]],
    ["an item of a list inside a list", [["Jane\0"]]],
    ["a text in JSON", JSON.stringify({ a: [{ name: "Jane\udc00" }] })],
    ["NUL in JSON", JSON.stringify({ name: "\0" })],
    ["a name in JSON", JSON.stringify({ "\ud800": 1 })],
  ])("is refused before PostgreSQL hears of it: %s", async (_, value) => {
    const asking = inTenant(database, acme, (manager) => manager.query("select $1::text from nowhere", [value]));
    await expect(asking).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  });

  it.each(["Jane 🙂 \uffff", "\\u0000", JSON.stringify({ name: "\\udc00 🙂" }), '["\\ud83d\\ude00"]', '{"a":"\\u0000'])(
    "is none of %j",
    async (value) => {
      const [row] = await inTenant(database, acme, (manager) => manager.query("select $1::text as value", [value]));
      expect(row.value).toBe(value);
    },
  );

  it("of another type is not quoted in the error", async () => {
    const asking = inTenant(database, acme, (manager) => manager.query("select $1::uuid", ["Jane Canary"]));
    const error = (await asking.catch((thrown) => thrown)) as Error;
    expect(error.message).toBe('invalid input syntax for type uuid: "…"');
    expect(error.stack).not.toContain("Canary");
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
    const single = await open({ poolSize: 1, timeouts: { connectMs: 1_000 } });
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
    const strict = await open({ timeouts: { statementMs: 500, lockMs: 400, idleInTransactionMs: 30_000 } });
    const limits = await inTenant(strict, acme, (manager) =>
      manager.query(`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`),
    );

    expect(limits).toEqual([{ statement: "500ms", lock: "400ms", idle: "30s" }]);
    await expect(inTenant(strict, acme, (manager) => manager.query("select pg_sleep(5)"))).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
      retryable: true,
      cause: expect.objectContaining({ message: expect.stringMatching(/timeout/) }),
    });
  });

  it("is not made by poolers that know no prepared statements: there need be none", async () => {
    const unprepared = await open({ preparesStatements: false, poolSize: 1 });
    const prepared = await open({ poolSize: 1 });
    const names = (manager: EntityManager) =>
      manager.query("select count(*)::int as count from pg_prepared_statements");
    for (const handle of [unprepared, prepared]) {
      for (let round = 0; round < 4; round++) {
        await inTenant(handle, acme, (manager) => manager.findBy(CarrierAccount, { id: "acc_rows" }));
      }
    }

    expect(await inTenant(unprepared, acme, names)).toEqual([{ count: 0 }]);
    expect((await inTenant(prepared, acme, names))[0].count).toBeGreaterThan(1);
  });
});
