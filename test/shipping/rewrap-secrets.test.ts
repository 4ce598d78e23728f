import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { countSealed, sealedColumns } from "../../src/database/sealed-columns.js";
import { startKeyWatch } from "../../src/jobs/key-watch.js";
import type { Log } from "../../src/log.js";
import { countFiles, rewrapFiles } from "../../src/rewrap/rewrap-files.js";
import { rewrapRows } from "../../src/rewrap/rewrap-rows.js";
import { createKeyProvider, type Key } from "../../src/security/key-provider.js";
import { createSecretBox } from "../../src/security/secret-box.js";
import { createGate } from "../support/http.js";
import { bought, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { silentLog, startTestService, type TestService } from "../support/service.js";

const newKey: Key = { id: "k2", bytes: Buffer.alloc(32, 2) };
const boxOf = (...keys: Key[]) => createSecretBox(createKeyProvider(keys));

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
  await seedAccount(service);
  await bought(service);
  await service.settled();
});
afterEach(() => service.close());

const both = () => boxOf(newKey, service.secretKey);
async function rewrapAll(box = both()): Promise<number> {
  let sum = 0;
  for (const column of sealedColumns(service.database))
    sum += await rewrapRows(service.database, box, service.tenantId, column);
  return sum;
}
const keysInUse = async () => [...new Set((await countSealed(service.database)).map(({ keyId }) => keyId))].sort();

it("puts every sealed value under the new key, once, and then the old one is not needed", async () => {
  expect(await keysInUse()).toEqual(["k1"]);
  expect(await rewrapAll()).toBe(3);
  expect(await keysInUse()).toEqual(["k2"]);
  expect(await rewrapAll()).toBe(0);

  const without = await startTestService({ sharing: { ...service, secretKey: newKey } });
  await bought(without);
  await without.close();
});

it("gets through many, batch after batch, and leaves alone what needs a key that is not there", async () => {
  const other = boxOf({ id: "k0", bytes: Buffer.alloc(32, 9) });
  await sql(
    service,
    `insert into carrier_account_credential select (jsonb_populate_record(c, jsonb_build_object('version', i))).*
      from carrier_account_credential c, generate_series(2, 250) i`,
  );
  await sql(service, "update carrier_account_credential set sealed_client_id = $1 where version = 120", [
    other.seal("lost", "x"),
  ]);

  expect(await rewrapAll()).toBe(2 * 250 + 1 - 1);
  expect(await keysInUse()).toEqual(["k0", "k2"]);
});

it("does not undo a secret that is changed at the same moment", async () => {
  const box = both();
  const owner = new Client({ connectionString: service.testDatabase.adminUrl });
  await owner.connect();
  await owner.query("begin");
  await owner.query("select set_config('app.tenant_id', $1, true)", [service.tenantId]);
  const changed = box.seal("changed", "x");
  await owner.query("update carrier_account_credential set sealed_client_secret = $1", [changed]);
  const read = createGate();
  const noting = {
    ...box,
    rewrap: (sealed: Buffer) => {
      void read.pass();
      return box.rewrap(sealed);
    },
  };
  const column = sealedColumns(service.database).find((each) => each.column === "sealed_client_secret")!;
  const rewrapping = rewrapRows(service.database, noting, service.tenantId, column);
  await read.arrived;
  await owner.query("commit");
  await owner.end();

  expect(await rewrapping).toBe(0);
  const [row] = await sql(service, "select sealed_client_secret as sealed from carrier_account_credential");
  expect(row.sealed).toEqual(changed);
});

it("tells which keys are missing, once until that changes, and buys with another token where the old one cannot be opened", async () => {
  const lines: [string, object | undefined][] = [];
  const keep = (message: string, fields?: object) => void lines.push([message, fields]);
  const log: Log = { ...silentLog, error: keep, info: keep };
  const complete = await startKeyWatch(service.database, log, ["k2", "k1"]);
  expect([complete.missing(), lines]).toEqual([[], []]);
  const lacking = await startKeyWatch(service.database, log, ["k2"]);
  expect(lacking.missing()).toEqual(["k1"]);
  expect(lines).toEqual([[expect.stringContaining("SECRET_KEYS"), expect.objectContaining({ missingKeys: ["k1"] })]]);
  await Promise.all([complete.stop(), lacking.stop()]);

  const [column] = sealedColumns(service.database).filter(({ table }) => table === "carrier_account_credential");
  for (const each of sealedColumns(service.database))
    if (each.table === column!.table) await rewrapRows(service.database, both(), service.tenantId, each);
  const without = await startTestService({ sharing: { ...service, secretKey: newKey } });
  await bought(without);
  await without.close();
  expect(await keysInUse()).toEqual(["k2"]);
});

describe("Answers that are kept", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "shipping-rewrap-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const name = (id: string) => `SHIP@tenant@${id}@host@1@instance@1.answer`;

  it("are put under the new key with their names and times, and what is damaged is told", async () => {
    const box = both();
    const old = boxOf(service.secretKey);
    const longAgo = new Date("2026-01-02T03:04:05Z");
    for (const file of [name("one"), `${name("two")}.aside`]) {
      await writeFile(join(folder, file), old.seal(`{"of":"${file}"}`, "context"));
      await utimes(join(folder, file), longAgo, longAgo);
    }
    await writeFile(join(folder, name("new")), box.seal("fresh", "context"));
    await writeFile(join(folder, name("torn")), "no sealed answer");
    await writeFile(join(folder, "notes.txt"), "of somebody's");

    expect(await rewrapFiles(folder, box)).toBe(2);
    expect(await rewrapFiles(folder, box)).toBe(0);
    expect(Object.fromEntries(await countFiles(folder, box))).toEqual({ k2: 3, "?": 1 });
    const after = join(folder, name("one"));
    expect(boxOf(newKey).open(await readFile(after), "context")).toBe(`{"of":"${name("one")}"}`);
    const { mtime, mode } = await stat(after);
    expect([mtime, mode & 0o777]).toEqual([longAgo, 0o600]);
    expect((await readdir(folder)).length).toBe(5);
  });

  it("need no folder", async () => {
    expect(await rewrapFiles(join(folder, "none"), both())).toBe(0);
    expect([...(await countFiles(join(folder, "none"), both()))]).toEqual([]);
  });
});
