import { appendFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "@shipping-subgraph/embedded-postgres/embedded-postgres.js";
import { Client } from "pg";
import { closeDatabase, openDatabase } from "../../src/database/data-source.js";
import { migrate } from "../../src/database/migrate.js";
import { startLedgerBeat } from "../../src/jobs/ledger-beat.js";
import { LedgerMemory } from "../../src/shipping/ledger-memory.js";
import { eventually } from "../support/eventually.js";
import { silentLog } from "../support/service.js";
import { throwAwayFolder } from "../support/throw-away-folder.js";

/** A cluster of its own, since it is restored: from its own log, so that PostgreSQL begins a new timeline. */
let folder: string;
let cluster: EmbeddedPostgres;
const open = async () => {
  cluster = await startEmbeddedPostgres({ dataDir: folder, log: { info: () => undefined }, isDurable: false });
};
beforeAll(async () => {
  folder = await throwAwayFolder("shipping-test");
  await open();
  await migrate({ ...cluster, log: silentLog });
  await appendFile(join(folder, "postgres/postgresql.auto.conf"), "restore_command = 'false'\n");
});
afterAll(async () => {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

async function restore(): Promise<void> {
  await cluster.stop();
  await writeFile(join(folder, "postgres/recovery.signal"), "");
  await open();
  await eventually(
    () => asOwner("select pg_is_in_recovery() as reading"),
    ([row]) => row?.reading === false,
  );
}

async function asOwner(text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: cluster.adminUrl });
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/** What one start of a server tells, as its login may. */
async function startServer(isStoppedInOrder = true) {
  const database = await openDatabase({ url: cluster.serverUrl, entities: [] });
  const ledger = new LedgerMemory(3_600);
  const beat = await startLedgerBeat({ database, ledger, log: silentLog });
  await beat.stop();
  if (!isStoppedInOrder) await asOwner("update ledger_state set stopped_at = null");
  await closeDatabase(database);
  return ledger;
}

const reasons = async () =>
  (await asOwner("select reason from doubtful_period order by id")).map(({ reason }) => reason);
const forgetDoubts = () => asOwner("delete from doubtful_period");

it("a server that starts again and again doubts nothing", async () => {
  await startServer();
  expect((await startServer()).isDoubtful).toBe(false);
  expect(await reasons()).toEqual([]);
});

it("a new timeline is noticed, by a login that is no superuser", async () => {
  await restore();
  expect((await startServer()).isDoubtful).toBe(true);
  expect(await reasons()).toEqual(["FAILOVER"]);
  await startServer();
  expect(await reasons()).toEqual(["FAILOVER"]);
  await forgetDoubts();
});

it("a new timeline is no loss within a minute of a primary that waited for its standby, and later it is", async () => {
  await asOwner("update ledger_state set is_synchronous = true, beaten_at = now()");
  await restore();
  expect((await startServer()).isDoubtful).toBe(false);

  await asOwner("update ledger_state set is_synchronous = true, beaten_at = now() - interval '2 minutes'");
  await restore();
  expect((await startServer()).isDoubtful).toBe(true);
  await forgetDoubts();
});

it.each([
  ["", "on", false],
  ["standby", "on", true],
  ["standby", "remote_apply", true],
  ["standby", "local", false],
  ["standby", "off", false],
  ["FIRST 1 (one, two)", "on", true],
  ["ANY 1 (one, two)", "on", false],
  ["any 1 (one, two)", "on", false],
])("synchronous_standby_names '%s' with synchronous_commit %s: %p", async (names, commit, expected) => {
  const rule = (await asOwner("select prosrc from pg_proc where proname = 'ledger_is_synchronous'"))[0]
    ?.prosrc as string;
  const asked = rule
    .replace("current_setting('synchronous_standby_names')", `'${names}'`)
    .replace("current_setting('synchronous_commit')", `'${commit}'`);
  expect(Object.values((await asOwner(asked))[0] ?? {})).toEqual([expected]);
});

it("a table of purchases that was made anew by a restored dump is noticed", async () => {
  await asOwner("update ledger_state set purchase_table = 1");
  await startServer();
  expect(await reasons()).toEqual(["RESTORED"]);
  await forgetDoubts();
});

it("another cluster is noticed", async () => {
  await asOwner("update ledger_state set cluster = '1'");
  await startServer();
  expect(await reasons()).toEqual(["RESTORED"]);
  await forgetDoubts();
});

it("a long silence is doubted unless the last server stopped in order", async () => {
  const anHourAgo = "update ledger_state set beaten_at = now() - interval '1 hour'";
  await startServer();
  await asOwner(anHourAgo);
  expect((await startServer(false)).isDoubtful).toBe(false);
  await asOwner(anHourAgo);
  expect((await startServer()).isDoubtful).toBe(true);
  expect(await reasons()).toEqual(["NO_BEAT"]);
});
