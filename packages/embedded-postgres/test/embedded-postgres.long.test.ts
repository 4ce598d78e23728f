import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { openCluster } from "../src/cluster.js";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../src/embedded-postgres.js";
import { startPostmaster } from "../src/postmaster.js";

const messages: string[] = [];
const log = { info: (message: string) => void messages.push(message) };

let dataDir: string;
const started: EmbeddedPostgres[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "shipping-embedded-"));
  messages.length = 0;
});
afterEach(async () => {
  for (const cluster of started.splice(0)) await cluster.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(dir = dataDir): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir: dir, log, isDurable: false });
  started.push(postgres);
  return postgres;
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

const portOf = (postgres: EmbeddedPostgres) => Number(new URL(postgres.serverUrl).port);

it("keeps its data and its port over a restart, below a folder that only its owner may enter", async () => {
  const first = await start(join(dataDir, "deep"));
  await ask(first.adminUrl, "create table kept as select 42 as answer");
  await first.stop();
  const second = await start(join(dataDir, "deep"));

  expect((await stat(dataDir)).mode & 0o077).toBe(0);
  expect(await ask(second.adminUrl, "select answer from kept")).toEqual([{ answer: 42 }]);
  expect(portOf(second)).toBe(portOf(first));
});

it("has an owner that may create roles and a server login that owns nothing, no superuser among them", async () => {
  const { adminUrl, serverUrl } = await start();
  const look = `select current_user as login, rolsuper, rolbypassrls, rolcreaterole,
    pg_get_userbyid(datdba) = current_user as owns from pg_roles, pg_database
    where rolname = current_user and datname = current_database()`;
  const rights = { rolsuper: false, rolbypassrls: false };

  expect(await ask(adminUrl, look)).toEqual([{ login: "shipping_owner", ...rights, rolcreaterole: true, owns: true }]);
  expect(await ask(serverUrl, look)).toEqual([
    { login: "shipping_server", ...rights, rolcreaterole: false, owns: false },
  ]);
});

it("writes into its log what failed, and no row and no value that it failed with", async () => {
  const { adminUrl } = await start();
  await ask(adminUrl, "create table person (name text unique check (name <> 'Jane Failing'), more jsonb)");
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const insert = (name: string, more = "{}") =>
    client
      .query("insert into person (name, more) values ($1, $2)", [name, more])
      .catch((error: Error) => error.message);
  await insert("Jane Twice");
  expect([
    await insert("Jane Twice"),
    await insert("Jane Failing"),
    await insert("Jane Odd", '{"name":"Jane Odd \\udc00"}'),
    await insert("Jane\0"),
  ]).toEqual([/duplicate/, /violates check/, /invalid input syntax/, /invalid byte/].map(expect.stringMatching));
  await client.end();
  const said = await readFile(join(dataDir, "postgres.log"), "utf8");
  expect(said).toContain("violates check constraint");
  expect(said).not.toContain("Jane");
});

it("listens on loopback with passwords, keeps them from others, and lets no superuser in", async () => {
  const { adminUrl } = await start();
  const [, , , , socketDir, address] = (await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
  const wrong = Object.assign(new URL(adminUrl), { password: "wrong" }).href;
  const superuser = Object.assign(new URL(adminUrl), { username: "postgres", password: "" }).href;

  expect([socketDir, address]).toEqual(["", "127.0.0.1"]);
  await expect(ask(wrong, "select 1")).rejects.toThrow(/password authentication failed/);
  await expect(ask(superuser, "select 1")).rejects.toThrow();
  expect((await stat(join(dataDir, "postgres/shipping-cluster.json"))).mode & 0o077).toBe(0);
});

it("keeps every commit through a power cut unless it is told not to", async () => {
  const durable = await startEmbeddedPostgres({ dataDir, log });
  started.push(durable);

  expect(await ask(durable.adminUrl, "show fsync")).toEqual([{ fsync: "on" }]);
  expect(await ask(durable.adminUrl, "show synchronous_commit")).toEqual([{ synchronous_commit: "on" }]);
});

it("takes over the server that a killed process left running", async () => {
  const orphan = await startPostmaster(await openCluster(dataDir, false), join(dataDir, "postgres.log"), []);
  const postgres = await start();

  expect(messages).toEqual([expect.stringContaining(`pid ${orphan.pid}`)]);
  expect(portOf(postgres)).toBe(orphan.port);
  await postgres.stop();
  await expect(ask(postgres.adminUrl, "select 1")).rejects.toThrow();
});

it("starts beside a postmaster.pid whose process id belongs to someone else by now", async () => {
  await (await start()).stop();
  await writeFile(
    join(dataDir, "postgres/postmaster.pid"),
    `${process.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n\nready\n`,
  );

  expect(await ask((await start()).serverUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(messages).toEqual([]);
});

it("refuses a folder that another live process uses", async () => {
  await start();

  await expect(start()).rejects.toThrow(/used by another running process/);
});

it("runs side by side with others, and takes another port when its own was taken meanwhile", async () => {
  const [first, second] = await Promise.all([start(), start(join(dataDir, "other"))]);
  expect(portOf(first)).not.toBe(portOf(second));
  await first.stop();
  const thief = createServer().listen(portOf(first), "127.0.0.1");
  const again = await start();
  await new Promise((resolve) => thief.close(resolve));

  expect(portOf(again)).not.toBe(portOf(first));
});

it("says why when PostgreSQL does not start", async () => {
  await (await start()).stop();
  await writeFile(join(dataDir, "postgres/postgresql.conf"), "shared_buffers = lots\n");

  await expect(start()).rejects.toThrow(/shared_buffers/);
  expect(await readFile(join(dataDir, "postgres.log"), "utf8")).toContain("shared_buffers");
});
