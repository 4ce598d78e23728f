import { execFile } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createKeyProvider, type Key } from "../../src/security/key-provider.js";
import { createSecretBox } from "../../src/security/secret-box.js";
import { eventually } from "../support/eventually.js";
import { aDataDir } from "../support/launched-server.js";
import { bought } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { buildServer, type ServerProcess, startServerProcess } from "../support/server-process.js";
import { startTestService, type TestService } from "../support/service.js";

/* The procedure of docs/operations.md: a new key in front, everything put under it while servers go on, the old key out. */

const newKey: Key = { id: "new", bytes: Buffer.alloc(32, 7) };
let service: TestService;
let folder: string;
let server: ServerProcess | undefined;

beforeAll(async () => {
  buildServer();
  service = await startTestService();
  folder = await aDataDir();
  await seedAccount(service);
  await bought(service);
  await service.settled();
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

const settings = (...keys: Key[]) => ({
  ...{ DATABASE_URL: service.testDatabase.url, MIGRATION_DATABASE_URL: service.testDatabase.adminUrl },
  ...{ UPS_SIMULATOR_URL: service.simulator.url, DATA_DIR: folder, DEMO_TENANT: "empty", LOG_LEVEL: "warn" },
  SECRET_KEYS: keys.map(({ id, bytes }) => `${id}:${bytes.toString("base64")}`).join(","),
});

/** The command as an operator runs it. */
function rewrap(keys: Key[], ...args: string[]): Promise<{ code: number; stdout: string }> {
  const program = resolve(__dirname, "../../dist/src/rewrap-secrets.js");
  const env = { PATH: process.env.PATH, ...settings(...keys) };
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout: `${stdout}${stderr}` }),
    );
  });
}

async function readiness() {
  const response = await fetch(`${server!.url}/readyz`);
  return { status: response.status, ...((await response.json()) as { missingKeys: string[] }) };
}

it("a server that lacks a key names it at its start and in /readyz, and is ready all the same", async () => {
  server = await startServerProcess(settings(newKey));
  await eventually(readiness, ({ status }) => status === 200);
  expect(await readiness()).toMatchObject({ status: 200, missingKeys: ["k1"] });
  expect(server.output()).toMatch(/not in SECRET_KEYS/);
});

it("says how many are under which key, and is not done while a row or a file is left", async () => {
  await mkdir(join(folder, "answers"), { recursive: true });
  const old = createSecretBox(createKeyProvider([service.secretKey]));
  const file = join(folder, "answers", `SHIP@${service.tenantId}@lpu_1@host@1@instance@1.answer.aside`);
  await writeFile(file, old.seal("{}", "context"));

  const counted = await rewrap([newKey, service.secretKey], "--count");
  expect([counted.code, counted.stdout]).toEqual([1, expect.stringContaining("NOT DONE: 4 are left")]);
  expect(counted.stdout).toMatch(/1 {2}under k1 +carrier_account_credential\.sealed_client_secret/);
  const lacking = await rewrap([newKey]);
  expect([lacking.code, lacking.stdout]).toEqual([1, expect.stringContaining("this key is not in SECRET_KEYS")]);

  server = await startServerProcess(settings(service.secretKey));
  const early = await rewrap([newKey, service.secretKey]);
  expect([early.code, early.stdout]).toEqual([2, expect.stringContaining("1 running servers do not have the key new")]);
  await server.stop();
  server = await startServerProcess(settings(service.secretKey, newKey));
  const behind = await rewrap([newKey, service.secretKey]);
  expect([behind.code, behind.stdout]).toEqual([
    1,
    expect.stringContaining("1 running servers still seal under another key"),
  ]);
  expect(behind.stdout).toContain("Re-wrapped 3 values in the database and 1 files");
  await server.stop();

  server = await startServerProcess(settings(newKey, service.secretKey));
  const done = await rewrap([newKey, service.secretKey]);
  expect([done.code, done.stdout]).toEqual([0, expect.stringContaining("Nothing is left under another key than new")]);
  expect((await readdir(join(folder, "answers"))).length).toBe(1);
});

it("after that the old key is not needed any more", async () => {
  const counted = await rewrap([newKey], "--count");
  expect([counted.code, counted.stdout]).toEqual([0, expect.stringContaining("Nothing is left")]);
  server = await startServerProcess(settings(newKey));
  await eventually(readiness, ({ status }) => status === 200);
  expect((await readiness()).missingKeys).toEqual([]);
  const { data } = await server.execute("{ carrierAccounts { nodes { id } } }");
  expect(data).toBeDefined();
});
