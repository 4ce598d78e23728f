import { randomUUID } from "node:crypto";
import { closeDatabase, openDatabase } from "../../src/database/data-source.js";
import { inTenant, readInTenant } from "../../src/database/tenant-transaction.js";
import { allEntities } from "../../src/entities/all-entities.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { eventually } from "../support/eventually.js";
import { buy, list, purchaseByKey, rate, voidByKey } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";
import { findPgBouncer, pgBouncerVersion, startPgBouncer } from "../support/pgbouncer.js";
import type { ServerProcess } from "../support/server-process.js";

const path = findPgBouncer();
process.stderr.write(
  path === null
    ? "Connections through PgBouncer were not tested: it was not found. Install it or set PGBOUNCER_PATH.\n"
    : `Tested through ${pgBouncerVersion(path)}.\n`,
);
const describeThroughPgBouncer = path === null ? describe.skip : describe;

/** Far fewer than the clients' 2 x 5: a statement of a session would meet another's. */
const connections = 3;

describeThroughPgBouncer("through PgBouncer in transaction mode", () => {
  let database: TestDatabase;
  let pooler: Awaited<ReturnType<typeof startPgBouncer>>;
  let instances: Instances;
  let servers: ServerProcess[];

  beforeAll(async () => {
    database = await createTestDatabase();
    pooler = await startPgBouncer(path!, database.url, connections);
    instances = await prepareInstances(
      {
        ...{ DATABASE_URL: pooler.url, DATABASE_PREPARED_STATEMENTS: "off", WORKER: "on" },
        // What is between the two is the time that a claim may take to be sent.
        ...{ CARRIER_BUY_TIMEOUT_SECONDS: "2", RECONCILE_AFTER_SECONDS: "10" },
        ...{ PURCHASE_ANSWER_SECONDS: "1", NOT_CREATED_AFTER_SECONDS: "60" },
      },
      database,
    );
    servers = await Promise.all([instances.start(), instances.start()]);
  });

  afterAll(async () => {
    await instances?.close();
    await pooler?.stop();
  });

  it("rates, buys, lists and voids on two instances at once", async () => {
    const keys = Array.from({ length: 12 }, (_, number) => `pooled-${number}`);
    const asked = keys.flatMap((key, number) => [rate(servers[number % 2]!), buy(servers[number % 2]!, key)]);
    await Promise.all([...asked, ...servers.map(list)]);
    const purchases = await Promise.all(keys.map((key) => settled(servers[0]!, key)));
    expect(purchases.map(({ state }) => state)).toEqual(keys.map(() => "PURCHASED"));
    const voided = await Promise.all(keys.map((key) => voidByKey(servers[1]!, key)));
    expect(voided).toEqual(keys.map(() => ({ shipment: { status: "VOIDED" }, userErrors: [] })));
    const ledger = await instances.simulator.control.ledger();
    expect([ledger.length, ledger.every(({ voidedAt }) => voidedAt !== null)]).toEqual([keys.length, true]);
  });

  it("lets the worker take what is due and look a lost answer up", async () => {
    await instances.simulator.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
    expect((await buy(servers[0]!, "lost")).purchase.state).toBe("UNKNOWN");
    expect((await settled(servers[1]!, "lost")).state).toBe("PURCHASED");
  });

  it("keeps role and tenant within their transactions", async () => {
    const pooled = await openDatabase({
      ...{ url: pooler.url, entities: allEntities, poolSize: 10, preparesStatements: false },
    });
    const who = "select current_user::text as role, current_setting('app.tenant_id') as tenant, pg_sleep(0.01)::text";
    const tenants = Array.from({ length: 20 }, () => randomUUID());
    const runs = tenants.flatMap((tenant) => [
      readInTenant(pooled, tenant, (manager) => manager.query(who)),
      inTenant(pooled, tenant, (manager) => manager.query(who)),
      inTenant(pooled, tenant, (manager) => manager.query("select 1 / 0")).catch(({ message }) => message),
    ]);
    const seen = await Promise.all(runs).finally(() => closeDatabase(pooled));
    const own = (tenant: string) => [expect.objectContaining({ role: "shipping_app", tenant })];
    expect(seen).toEqual(tenants.flatMap((tenant) => [own(tenant), own(tenant), "division by zero"]));
  });

  it("ends no long transaction for a session that only the pooler has", async () => {
    const pooled = await openDatabase({ ...{ url: pooler.url, entities: [] }, preparesStatements: false });
    const slow = inTenant(pooled, randomUUID(), (manager) => manager.query("select pg_sleep(6)::text as slept"));
    await expect(slow.finally(() => closeDatabase(pooled))).resolves.toEqual([{ slept: "" }]);
  });

  it("stops every instance in order", async () => {
    expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
  });

  const settled = (server: ServerProcess, key: string) =>
    eventually(
      () => purchaseByKey(server, key),
      ({ state }) => !["PENDING", "UNKNOWN"].includes(state),
    );
});
