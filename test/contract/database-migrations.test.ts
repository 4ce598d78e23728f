import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { DataSource } from "typeorm";
import { findPendingMigrations, migrate, undoLastMigration } from "../../src/database/migrate.js";
import { migrations } from "../../src/database/migration-list.js";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "../support/database.js";
import { type Catalog, readCatalog } from "../support/database-catalog.js";
import { runAdmin } from "../support/database-cluster.js";
import { insertPurchase, rowsOf, seedBought } from "../support/invariant-rows.js";
import { acme } from "../support/tenant-rows.js";

const folder = join(__dirname, "../../migrations");
const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
const names = migrations.map(({ name }) => name);

let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(() => database.drop());

const migrateIt = () => migrate({ adminUrl: database.adminUrl, serverUrl: database.url });

async function withOwner<T>(work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: database.adminUrl });
  await owner.connect();
  return work(owner).finally(() => owner.end());
}

/** The catalog after each migration was undone, newest first, ending with that of none. */
async function undoAll(): Promise<Catalog[]> {
  const catalogs: Catalog[] = [];
  for (const name of [...names].reverse()) {
    expect(await undoLastMigration(database.adminUrl)).toBe(name);
    catalogs.push(await readCatalog(database.adminUrl));
  }
  return catalogs;
}

/** The catalog before each migration was applied, newest first. */
async function applyAll(): Promise<Catalog[]> {
  const source = new DataSource({ type: "postgres", url: database.adminUrl, installExtensions: false });
  await source.initialize();
  const catalogs: Catalog[] = [];
  for (const Migration of migrations) {
    catalogs.unshift(await readCatalog(database.adminUrl));
    const runner = source.createQueryRunner();
    await new Migration().up(runner);
    await runner.release();
  }
  await source.destroy();
  return catalogs;
}

it("lists every migration file, oldest first", () => {
  const times = files.map((file) => file.split("-")[0]);

  expect(names.map((name) => /\d+$/.exec(name)?.[0])).toEqual(times.sort());
});

it("has migrations that import nothing of ours", () => {
  const imports = files.flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/from "([^"]+)"/g)].map(([, from]) => from),
  );

  expect(imports).toContain("typeorm");
  expect(imports.filter((from) => from?.startsWith("."))).toEqual([]);
});

it("undoes each migration completely and no more", async () => {
  await migrateIt();
  const undone = await undoAll();

  expect(undone.at(-1)?.columns.every((line) => line.startsWith("schema_migration."))).toBe(true);
  expect(undone.at(-1)?.functions).toEqual([]);
  expect(undone.at(-1)?.schemas).toEqual(["public"]);
  expect(await applyAll()).toEqual(undone);
});

/** What earlier versions left behind: a library's schema with the jobs of purchases, and the migration that made it. */
const jobQueue = `
  create schema pgboss;
  create type pgboss.job_state as enum ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');
  create table pgboss.job (id uuid default gen_random_uuid(), name text not null, data jsonb,
    state pgboss.job_state not null default 'created', primary key (name, id)) partition by list (name);
  create table pgboss.j1 partition of pgboss.job for values in ('reconcile-purchase');
  create function pgboss.create_queue(name text) returns void language sql as 'select';
  insert into schema_migration (timestamp, name) values (1763810000000, 'CreateJobQueue1763810000000');
`;

/** A database of the version before: with a queue, and with purchases, by id, that only their job knew of. */
async function beforeTheQueueWasDropped(jobs: Record<string, string>): Promise<void> {
  await migrateIt();
  while ((await undoLastMigration(database.adminUrl)) !== "TakeWhatIsDue1763950000000");
  await withOwner(async (owner) => {
    await owner.query(jobQueue);
    await owner.query("insert into carrier (code, name) values ('UPS', 'UPS')");
    const rows = rowsOf(owner, acme);
    await seedBought(rows);
    for (const [id, state] of Object.entries(jobs)) {
      await insertPurchase(rows, { id, state: "REJECTED" });
      await owner.query("insert into pgboss.job (name, data, state) values ('reconcile-purchase', $1, $2)", [
        { tenantId: acme, id },
        state,
      ]);
    }
  });
}

it("brings a database with a job queue to the same schema as a new one", async () => {
  await beforeTheQueueWasDropped({});
  await migrateIt();
  const upgraded = await readCatalog(database.adminUrl);
  const current = await createTestDatabase();
  const records = "select name from schema_migration order by timestamp";
  const recordsOf = async (adminUrl: string) => {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    return client
      .query(records)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  };

  expect(upgraded).toEqual(await readCatalog(current.adminUrl));
  expect(await recordsOf(database.adminUrl)).toEqual(await recordsOf(current.adminUrl));
  expect(await undoAll()).toHaveLength(names.length);
  await current.drop();
});

it("loses no look that only a job knew of, and makes up none", async () => {
  await beforeTheQueueWasDropped({
    lpu_queued: "created",
    lpu_begun: "active",
    lpu_failed: "failed",
    lpu_done: "completed",
  });
  await withOwner(async (owner) => {
    const rows = rowsOf(owner, acme);
    await rows.run("update label_purchase set voided_at = now() where id = 'lpu_1'");
    await insertPurchase(rows, { id: "lpu_open", state: "UNKNOWN", shipment_identification_number: null });
    await insertPurchase(rows, { id: "lpu_planned", state: "NOT_CREATED", next_check_at: "2100-01-01T00:00:00Z" });
  });
  await migrateIt();
  const due = await withOwner(async (owner) => {
    await owner.query("select set_config('app.sweep', 'on', false)");
    return owner.query("select id from label_purchase where next_check_at <= now() order by id");
  });

  expect(due.rows.map(({ id }) => id)).toEqual(["lpu_begun", "lpu_failed", "lpu_open", "lpu_queued"]);
});

it("serves three starters at once", async () => {
  const applied = await Promise.all([migrateIt(), migrateIt(), migrateIt()]);

  expect(applied.flat()).toEqual(names);
  expect(await withOwner(findPendingMigrations)).toEqual([]);
});

it("takes no lock when the schema is current", async () => {
  const current = await createTestDatabase();
  const owner = new Client({ connectionString: current.adminUrl });
  await owner.connect();
  await owner.query("select pg_advisory_lock(7246002)");

  expect(await migrate({ adminUrl: current.adminUrl, serverUrl: current.url })).toEqual([]);
  await owner.end();
  await current.drop();
});

it("says which statements an administrator must run where roles cannot be granted", async () => {
  const admin = { role: "shipping_lowly", password: "lowly" };
  const url = Object.assign(new URL(database.adminUrl), { username: admin.role, password: admin.password }).href;
  await migrateIt();
  await runAdmin(database.adminUrl, `create role ${admin.role} login password '${admin.password}'`);
  try {
    await expect(migrate({ adminUrl: url, serverUrl: url })).rejects.toThrow(/grant shipping_app to "?shipping_lowly/);
  } finally {
    await runAdmin(database.adminUrl, `drop role ${admin.role}`);
  }
});
