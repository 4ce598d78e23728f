import { execFileSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "@shipping-subgraph/embedded-postgres/embedded-postgres.js";
import { Client } from "pg";
import { closeDatabase, type Database, openDatabase } from "../../src/database/data-source.js";
import { migrate } from "../../src/database/migrate.js";
import { inTenant, readInTenant } from "../../src/database/tenant-transaction.js";
import { runAdmin } from "../support/database-cluster.js";
import { type Relay, startRelay } from "../support/relay.js";
import { acme } from "../support/tenant-rows.js";
import { throwAwayFolder } from "../support/throw-away-folder.js";

const log = { info: () => undefined };
let folders: string[];
let primary: EmbeddedPostgres;
let standby: EmbeddedPostgres;
let relay: Relay;
let database: Database | null = null;
let left: string[];
let found: string[];

const portOf = (postgres: EmbeddedPostgres) => Number(new URL(postgres.serverUrl).port);
const write = () =>
  inTenant(database as Database, acme, async (manager) => {
    await manager.query("create temporary table if not exists written (at timestamptz) on commit drop");
    return (await manager.query("select inet_server_port() as port"))[0].port as number;
  });

/** `first,second` in place of the URL's own host. */
function urlOf(...ports: number[]): string {
  const url = new URL(primary.serverUrl);
  return primary.serverUrl.replace(url.host, ports.map((port) => `127.0.0.1:${port}`).join(","));
}

async function open(url: string): Promise<Database> {
  const changes = {
    onHostLeft: (host: string) => void left.push(host),
    onHostFound: (host: string) => void found.push(host),
  };
  return openDatabase({ url, entities: [], poolSize: 8, ...changes });
}

beforeAll(async () => {
  folders = [await throwAwayFolder("shipping-primary"), await throwAwayFolder("shipping-standby")];
  const [first, second] = folders as [string, string];
  const before = await startEmbeddedPostgres({ dataDir: first, log, isDurable: false });
  await migrate(before);
  await before.stop();
  // A standby that follows nobody answers as one that does.
  execFileSync("cp", ["-a", `${first}/.`, second]);
  execFileSync("cp", ["-a", join(second, "postgres", "PG_VERSION"), join(second, "postgres", "standby.signal")]);
  primary = await startEmbeddedPostgres({ dataDir: first, log, isDurable: false });
  standby = await startEmbeddedPostgres({ dataDir: second, log, isDurable: false });
  relay = await startRelay(portOf(primary));
});
afterAll(async () => {
  await relay?.close();
  for (const postgres of [primary, standby]) await postgres?.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  left = [];
  found = [];
});
afterEach(async () => {
  relay.pass();
  if (database) await closeDatabase(database);
  database = null;
});

it("writes to the host that is no standby, wherever it stands in the list", async () => {
  database = await open(urlOf(portOf(standby), portOf(primary)));

  expect(await write()).toBe(portOf(primary));
  expect(left).toEqual([`127.0.0.1:${portOf(standby)}`]);
});

it("says DATABASE_UNAVAILABLE, to be repeated, of a standby alone", async () => {
  const refused = open(urlOf(portOf(standby)));

  await expect(refused).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE", retryable: true });
});

it("tells once that its host is away and once that it is back, however often it is tried", async () => {
  database = await open(urlOf(relay.port, portOf(standby)));
  relay.cut();
  for (let attempt = 0; attempt < 5; attempt++)
    await expect(write()).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
  expect([left, found]).toEqual([[`127.0.0.1:${relay.port}`], []]);

  relay.pass();
  await write();

  expect([left, found]).toEqual([[`127.0.0.1:${relay.port}`], [`127.0.0.1:${relay.port}`]]);
});

it("says so of reading too, once no host takes writes any more", async () => {
  database = await open(urlOf(relay.port, portOf(standby)));
  await relay.close();

  const refused = Array.from({ length: 4 }, () =>
    readInTenant(database as Database, acme, (manager) => manager.query("select 1")),
  );

  const answers = await Promise.allSettled(refused);
  relay = await startRelay(portOf(primary));
  for (const answer of answers)
    expect(answer).toMatchObject({ status: "rejected", reason: { code: "DATABASE_UNAVAILABLE", retryable: true } });
});

it("writes nothing where transactions are read-only by default", async () => {
  database = await open(primary.serverUrl);
  const url = new URL(primary.adminUrl);
  const set = (value: string) => runAdmin(url.href, "begin read write", `alter database shipping ${value}`, "commit");
  await set("set default_transaction_read_only = on");
  const readOnly = await openDatabase({ url: primary.serverUrl, entities: [] });

  const refused = inTenant(readOnly, acme, (manager) => manager.query("delete from shipment"));

  await expect(refused).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE", retryable: true });
  await closeDatabase(readOnly);
  await set("reset default_transaction_read_only");
});

it("outlives a storm of ended sessions", async () => {
  database = await open(primary.serverUrl);
  const admin = new Client({ connectionString: primary.adminUrl });
  await admin.connect();
  await admin.query("grant pg_signal_backend to shipping_owner").catch(() => undefined);
  const kill = () =>
    admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shipping'");
  let ended = 0;
  let failed = 0;
  for (let round = 0; round < 60; round++) {
    const work = Array.from({ length: 8 }, () =>
      write().catch((error) => expect(error.code).toBe("DATABASE_UNAVAILABLE")),
    );
    ended += (await kill()).rowCount ?? 0;
    failed += (await Promise.all(work)).filter((port) => port === undefined).length;
  }
  await admin.end();

  expect(ended).toBeGreaterThan(60);
  expect(failed).toBeGreaterThan(0);
  expect(await write()).toBe(portOf(primary));
});

it("goes on with the next host within ten seconds of a network that swallows everything", async () => {
  database = await open(urlOf(relay.port, portOf(primary)));
  await Promise.all(Array.from({ length: 8 }, () => write()));
  relay.swallow();
  const begun = performance.now();

  const lost = await Promise.allSettled(Array.from({ length: 8 }, () => write()));

  expect(lost.filter(({ status }) => status === "rejected")).toHaveLength(8);
  expect(await write()).toBe(portOf(primary));
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(left).toEqual([`127.0.0.1:${relay.port}`]);
});

describe("a network that has forgotten its connections, and makes new ones", () => {
  const seconds = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return (performance.now() - begun) / 1000;
  };
  const asleep = (length: number) =>
    inTenant(database as Database, acme, (manager) => manager.query(`select pg_sleep(${length})`));
  beforeEach(async () => {
    database = await open(urlOf(relay.port));
    await Promise.all(Array.from({ length: 8 }, () => write()));
  });

  it("is noticed within seconds, and once for all connections", async () => {
    relay.forget();

    const lost = await seconds(() => expect(write()).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" }));
    const again = await seconds(() => Promise.all(Array.from({ length: 8 }, () => write())));

    expect(lost).toBeLessThan(8);
    expect(again).toBeLessThan(2);
    expect(left).toEqual([]);
  });

  it("ends no query that runs, behind a forgotten connection either, and nothing that waits for us", async () => {
    const deaf = seconds(() => expect(asleep(5)).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" }));
    await sleep(300);
    relay.forget();
    await expect(write()).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
    const running = asleep(5);
    const waiting = inTenant(database as Database, acme, async (manager) => {
      await manager.query("select 1");
      await sleep(5_000);
      return manager.query("select 2 as two");
    });

    await expect(running).resolves.toHaveLength(1);
    await expect(waiting).resolves.toEqual([{ two: 2 }]);
    expect(await deaf).toBeGreaterThan(5);
    expect(await deaf).toBeLessThan(12);
  });
});
