import { execFileSync } from "node:child_process";
import { Client } from "pg";
import { migrate } from "../../src/database/migrate.js";
import { type Replication, readReplication } from "../../src/database/replication.js";
import { eventually } from "../support/eventually.js";
import { jwtSettings } from "../support/jwt-settings.js";
import { aDataDir, aFreePort, type LaunchedServer, launchServer, stopLaunched } from "../support/launched-server.js";
import { PostgresServer } from "../support/postgres-server.js";
import { buildServer } from "../support/server-process.js";
import { startTokenIssuer } from "../support/token-issuer.js";

let primary: PostgresServer;
let standby: PostgresServer | null = null;
let issuer: Awaited<ReturnType<typeof startTokenIssuer>>;

/** As the login of the servers, who may look at no statistics. */
async function seen() {
  const client = new Client({ connectionString: primary.serverUrl() });
  await client.connect();
  return readReplication(client).finally(() => client.end());
}

const settings = () => ({ DATABASE_URL: primary.serverUrl(), MIGRATION_DATABASE_URL: primary.adminUrl() });

/** What a server in production says of it. */
async function said() {
  const server = launchServer({
    ...jwtSettings(issuer),
    ...{ ...settings(), MODE: "production", PUBLIC_URL: "https://shipping.example.com", DATA_DIR: await aDataDir() },
  });
  await server.url();
  await stopLaunched();
  return saidBy(server);
}

function saidBy(server: LaunchedServer) {
  const lines = server.lines().map((line) => JSON.parse(line) as { replication?: string; level: string });
  return lines.filter(({ replication }) => replication).map(({ replication, level }) => [replication, level]);
}

const invariants = () =>
  execFileSync(process.execPath, ["dist/src/invariants.js"], {
    ...{ encoding: "utf8", env: { PATH: process.env.PATH, MODE: "demo", ...settings() } },
  });

beforeAll(async () => {
  buildServer();
  [primary, issuer] = await Promise.all([PostgresServer.create(), startTokenIssuer()]);
  await migrate({ adminUrl: primary.adminUrl(), serverUrl: primary.serverUrl(), log: { info: () => undefined } });
});
afterAll(async () => {
  await stopLaunched();
  await issuer.stop();
  for (const postgres of [standby, primary]) await postgres?.drop();
});

it("says at the start and beside the invariants that nothing follows", async () => {
  expect(await seen()).toMatchObject({ kind: "NONE", standbys: 0 });
  expect(await said()).toEqual([["NONE", "warn"]]);
  expect(invariants()).toContain("Replication: none. No standby follows the database");
});

it("says what an asynchronous standby may lose", async () => {
  standby = await PostgresServer.standbyOf(primary);

  expect(await seen()).toMatchObject({ kind: "ASYNCHRONOUS", standbys: 1 });
  expect(await said()).toEqual([["ASYNCHRONOUS", "warn"]]);
  expect(invariants()).toContain("a failover may lose the last purchases, paid labels that were handed out among them");
});

it("says that a synchronous standby loses nothing", async () => {
  await primary.waitForStandby();

  expect(await seen()).toMatchObject({ kind: "SYNCHRONOUS", standbys: 1 });
  expect(await said()).toEqual([["SYNCHRONOUS", "info"]]);
  expect(invariants()).toContain("Replication: synchronous.");
});

it.each(["off", "local"])(
  "is not misled by a login that does not wait for it: synchronous_commit = %s",
  async (commit) => {
    await primary.sql(`alter role shipping_server set synchronous_commit = ${commit}`);

    const { kind, message } = await seen();

    await primary.sql("alter role shipping_server reset synchronous_commit");
    expect(kind).toBe("ASYNCHRONOUS");
    expect(message.includes("a crash of the database alone")).toBe(commit === "off");
  },
);

it("says unknown where it may not look", async () => {
  await primary.sql("revoke select on pg_stat_replication from public");

  expect(await seen()).toMatchObject({ kind: "UNKNOWN", standbys: null });
});

it("says that writes wait where the synchronous standby is away", async () => {
  await primary.sql("grant select on pg_stat_replication to public");
  await standby?.stop();

  const { kind, standbys, message } = await seen();

  expect([kind, standbys]).toEqual(["SYNCHRONOUS", 0]);
  expect(message).toContain("writes wait for one");
});

it("is told by /readyz, and in the log again after a failover", async () => {
  await standby?.start();
  const bothOf = (url: string) => url.replace(/@[^/]*/, (host) => `${host},127.0.0.1:${standby?.port}`);
  const port = await aFreePort();
  const server = launchServer({
    ...{ ...jwtSettings(issuer), PORT: String(port) },
    ...{ DATABASE_URL: bothOf(primary.serverUrl()), MIGRATION_DATABASE_URL: bothOf(primary.adminUrl()) },
    ...{ MODE: "production", PUBLIC_URL: "https://shipping.example.com", DATA_DIR: await aDataDir() },
  });
  await server.url();
  const readyz = () => fetch(`http://127.0.0.1:${port}/readyz`);
  const kind = async () => ((await (await readyz()).json()) as { replication?: Replication }).replication?.kind;
  expect(await kind()).toBe("SYNCHRONOUS");

  await primary.kill();
  await standby?.promote();

  await eventually(kind, (seen) => seen === "NONE");
  await stopLaunched();
  expect(saidBy(server)).toEqual([
    ["SYNCHRONOUS", "info"],
    ["NONE", "warn"],
  ]);
});
