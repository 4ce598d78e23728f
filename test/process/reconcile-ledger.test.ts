import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { openDoubt } from "../../src/database/ledger-admin.js";
import { startLedgerBeat } from "../../src/jobs/ledger-beat.js";
import { reconcileLedger } from "../../src/shipping/ledger/reconcile-ledger.js";
import { aDataDir } from "../support/launched-server.js";
import { aShipment, bought, buy, sql, voidShipment } from "../support/purchases.js";
import { backUp } from "../support/restored-database.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { buildServer } from "../support/server-process.js";
import { startTestService, type TestService } from "../support/service.js";

/*
 * The whole way: labels are bought, the database is restored from a backup of before, a client repeats its key, and the
 * operator's command finds what is left over with the list that the simulator exports, and voids it.
 */

let service: TestService;
let backup: Awaited<ReturnType<typeof backUp>>;
let folder: string;
let since: string;
const numbers: Record<string, string[]> = {};

const beatOnce = async () => (await startLedgerBeat(service.deps)).stop();

async function buyAndRemember(idempotencyKey: string, input: Record<string, unknown> = {}): Promise<void> {
  const { shipment } = await bought(service, { idempotencyKey, ...input });
  numbers[idempotencyKey] = shipment.packages.map((pkg: { trackingNumber: string }) => pkg.trackingNumber);
}

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** The command as an operator runs it, built, in a process of its own. */
function run(...args: string[]): Promise<Run> {
  const { id, bytes } = service.secretKey;
  const env = {
    PATH: process.env.PATH,
    ...{ DATABASE_URL: service.testDatabase.url, MIGRATION_DATABASE_URL: service.testDatabase.adminUrl },
    ...{ UPS_SIMULATOR_URL: service.simulator.url, DATA_DIR: folder, LOG_LEVEL: "warn" },
    SECRET_KEYS: `${id}:${bytes.toString("base64")}`,
  };
  const program = resolve(__dirname, "../../dist/src/reconcile-ledger.js");
  return new Promise((done) => {
    execFile(process.execPath, [program, "--per-minute", "60000", ...args], { env }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

async function exported(): Promise<string> {
  const file = join(folder, "shipments.csv");
  await writeFile(file, await service.control.shipmentList());
  return file;
}

/** What the command works with, in this process. */
async function findingsOf(list: string | null = null): Promise<[string, string | null][]> {
  const tenantIds = [service.tenantId];
  const { findings } = await reconcileLedger(service.deps, { tenantIds, since, list, perMinute: 60_000 });
  return findings.map(({ kind, number }): [string, string | null] => [kind, number]).sort();
}

async function liveNumbers(): Promise<string[]> {
  const live = (await service.control.ledger()).filter(({ voidedAt }) => voidedAt === null);
  return live.map((booking) => booking.shipmentIdentificationNumber).sort();
}

let foreign: string;
beforeAll(async () => {
  buildServer();
  folder = await aDataDir();
  service = await startTestService();
  await seedAccount(service);
  since = new Date(Date.now() - 60_000).toISOString();
  for (const key of ["kept", "voided-later"]) await buyAndRemember(key);
  await service.settled();
  await beatOnce();
  backup = await backUp(service);

  await buyAndRemember("repeated");
  await buyAndRemember("lost");
  await buyAndRemember("lost-of-two", { shipment: aShipment({ packages: [aPackage, aPackage] }) });
  await voidShipment(service, { idempotencyKey: "voided-later" });
  foreign = (await service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference: "PO-77" }))
    .shipmentIdentificationNumber;
  await service.settled();
  await beatOnce();
  await backup.restore();
});
afterAll(async () => {
  await service.close();
  await backup.drop();
});

it("a client repeats its key, and has its labels again", async () => {
  const { shipment } = await buy(service, { idempotencyKey: "repeated" });
  expect(shipment.packages.map((pkg: { trackingNumber: string }) => pkg.trackingNumber)).toEqual(numbers.repeated);
});

it("without a list the command finds what differs under the references that are known", async () => {
  expect(await findingsOf()).toEqual([["VOIDED_AT_CARRIER", numbers["voided-later"]![0]]]);
});

it("with the list it names orphans, tells them from what others booked, and voids nothing by itself", async () => {
  const live = await liveNumbers();
  const { code, stdout } = await run("--since", since, "--carrier-list", await exported());
  expect(code).toBe(1);
  expect(stdout).toContain(`ORPHAN                 ${numbers.lost![0]}`);
  expect(await findingsOf(await service.control.shipmentList())).toEqual([
    ["ORPHAN", numbers.lost![0]],
    ["ORPHAN", numbers["lost-of-two"]![0]],
    ["UNKNOWN_BOOKING", foreign],
    ["VOIDED_AT_CARRIER", numbers["voided-later"]![0]],
  ]);
  expect(await liveNumbers()).toEqual(live);
});

it("asks before it voids, and voids nothing where nobody can answer", async () => {
  const live = await liveNumbers();
  const { code, stdout, stderr } = await run("--since", since, "--carrier-list", await exported(), "--void");
  expect(code).toBe(2);
  expect(stderr).toContain("--yes");
  // Nothing was asked for an hour only to be thrown away.
  expect(stdout).toBe("");
  expect(await liveNumbers()).toEqual(live);
});

it("voids the orphans and nothing else, and says so in the log", async () => {
  const { code, stdout, stderr } = await run(
    ...["--since", since, "--carrier-list", await exported(), "--void", "--yes", "--json"],
  );
  expect(code).toBe(1);
  const orphans = [numbers.lost![0], numbers["lost-of-two"]![0]].sort();
  const { voided, listed } = JSON.parse(stdout) as { voided: object[]; listed: number };
  expect(listed).toBe(7);
  expect(voided).toEqual(expect.arrayContaining(orphans.map((number) => ({ number, ending: "VOIDED" }))));
  expect(stderr.match(/The void of an orphan has ended/g)).toHaveLength(2);
  expect(await liveNumbers()).toEqual([numbers.kept![0], numbers.repeated![0], foreign].sort());
  expect(await sql(service, "select number, ending from orphan_booking order by number")).toEqual(
    orphans.map((number) => ({ number, ending: "VOIDED" })),
  );
});

it("finds none of them again, and their keys buy nothing more", async () => {
  expect(await findingsOf(await service.control.shipmentList())).toEqual([
    ["UNKNOWN_BOOKING", foreign],
    ["VOIDED_AT_CARRIER", numbers["voided-later"]![0]],
  ]);
  const answer = await buy(service, { idempotencyKey: "lost" });
  expect(answer.userErrors).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED" }]);
});

it("opens a doubtful period for what the operator names, ends it when told, and exits 0 where all agrees", async () => {
  await voidShipment(service, { idempotencyKey: "voided-later" });
  await run("--end-doubt");
  const open = "select 1 from doubtful_period where ends_at > now()";
  const count = async (where: string) => await countOf(`select count(*) as n from (${where}) it`);
  expect(await count(open)).toBe(0);
  expect((await run("--since", since)).code).toBe(0);
  expect(await openDoubt(service.testDatabase.adminUrl, since, 60)).toBe(false);
  expect(await count(`${open} and reason = 'OPERATOR'`)).toBe(1);
});

it("exits 2 and says how it is used where it cannot be understood", async () => {
  const { code, stderr } = await run("--since", "yesterday");
  expect(code).toBe(2);
  expect(stderr).toContain("--carrier-list");
  const { code: helped, stdout } = await run("--help");
  expect([helped, stdout]).toEqual([0, expect.stringContaining("--carrier-list")]);
});

it("exits 2 and opens no period where the list is not there", async () => {
  await run("--end-doubt");
  const { code, stderr } = await run("--since", since, "--carrier-list", join(folder, "elsewhere.csv"));
  expect([code, stderr]).toEqual([2, expect.stringContaining("elsewhere.csv")]);
  expect(await countOf("select count(*) as n from doubtful_period where ends_at > now()")).toBe(0);
});

it("reads a list as a spreadsheet saves it, in UTF-16", async () => {
  const file = join(folder, "utf-16.csv");
  await writeFile(file, Buffer.from(`\ufeff${await service.control.shipmentList()}`, "utf16le"));
  const { code, stdout } = await run("--since", since, "--carrier-list", file);
  expect([code, stdout]).toEqual([1, expect.stringContaining(`UNKNOWN_BOOKING        ${foreign}`)]);
});

it("exits 3 where the carrier does not answer", async () => {
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "REFUSE", code: "300099", times: 50 });
  await service.control.addFault({ operation: "TRACK_BY_REFERENCE", kind: "REFUSE", code: "300099", times: 50 });
  const { code } = await run("--since", since);
  await service.control.clearFaults();
  expect(code).toBe(3);
});

async function countOf(text: string): Promise<number> {
  const client = new Client({ connectionString: service.testDatabase.adminUrl });
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => Number(rows[0].n))
    .finally(() => client.end());
}
