import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { DataSource } from "typeorm";
import { findPendingMigrations, migrate, undoLastMigration } from "../../src/database/migrate.js";
import { migrations } from "../../src/database/migration-list.js";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "../support/database.js";
import { type Catalog, readCatalog } from "../support/database-catalog.js";
import { runAdmin } from "../support/database-cluster.js";

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
  expect(undone.at(-1)?.jobQueues).toEqual([]);
  expect(await applyAll()).toEqual(undone);
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
