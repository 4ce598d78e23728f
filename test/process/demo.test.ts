import { chmod, mkdir, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { demoMethods } from "../../src/demo-methods.js";
import {
  aDataDir,
  aFreePort,
  type LaunchedServer,
  launchServer,
  ordinaryUser,
  postgresOf,
  stopLaunched,
} from "../support/launched-server.js";
import { openToOthers } from "../support/open-to-others.js";
import { aPackage, newYork } from "../support/seed.js";

afterEach(stopLaunched);

const buy = `mutation ($key: String!, $shipTo: PostalAddressInput!, $packages: [PackageInput!]!) {
  purchaseLabel(input: { idempotencyKey: $key, labelFormat: PDF, shipment: {
    shippingMethodId: "shm_00000000-0000-7000-8000-000000000001", shipTo: $shipTo, packages: $packages } }) {
    purchase { state } shipment { id packages { trackingNumber } } userErrors { code message } } }`;
const voidLabel = `mutation ($key: String!) {
  voidShipment(input: { idempotencyKey: $key }) { shipment { id status } userErrors { code message } } }`;

const status = async (url: string, path: string) => (await fetch(`${url}${path}`)).status;

async function buyLabel(server: LaunchedServer) {
  const { data, errors } = await server.query(buy, { key: "k1", shipTo: newYork, packages: [aPackage] });
  expect({ errors, userErrors: data?.purchaseLabel.userErrors }).toEqual({ errors: undefined, userErrors: [] });
  return data.purchaseLabel.shipment;
}

async function stopped(server: LaunchedServer, name: NodeJS.Signals, whom?: "group") {
  server.signal(name, whom);
  return server.exited;
}

it("is ready for a newcomer who is no root, keeps what was bought over a restart, and leaves nothing running", async () => {
  const dataDir = await aDataDir(ordinaryUser);
  const umask = process.umask(0);
  const first = launchServer({ DATA_DIR: dataDir }, ordinaryUser);
  process.umask(umask);
  const url = await first.url();

  for (const told of [`${url}/graphql`, dataDir, "UPS simulator", "Worker", "Try first", "Ctrl-C"])
    expect(first.output()).toContain(told);
  expect([await status(url, "/livez"), await status(url, "/readyz"), await status(url, "/")]).toEqual([200, 200, 200]);
  const page = { headers: { origin: "http://localhost:5173" } };
  expect((await fetch(`${url}/graphql?query={__typename}`, page)).headers.get("access-control-allow-origin")).toBe(
    page.headers.origin,
  );
  const { data } = await first.query(`{
    carrierAccounts { nodes { status environment } } shippingMethods { nodes { id } } }`);
  expect(data.carrierAccounts.nodes).toEqual([{ status: "ACTIVE", environment: "SIMULATOR" }]);
  expect(data.shippingMethods.nodes).toHaveLength(demoMethods.length);
  const shipment = await buyLabel(first);

  // As a terminal does on Ctrl-C.
  expect(await stopped(first, "SIGINT", "group")).toEqual({ code: 0, signal: null });
  expect(await postgresOf(dataDir)).toBeNull();

  expect(await openToOthers(dataDir)).toEqual([]);
  for (const file of ["keys.json", "postgres.log", "ups-simulator/ups-simulator-ledger.jsonl", "postgres/pg_hba.conf"])
    await chmod(join(dataDir, file), 0o644);

  const second = launchServer({ DATA_DIR: dataDir }, ordinaryUser);
  const { data: after } = await second.query(voidLabel, { key: "k1" }, {});
  expect(after.voidShipment).toEqual({ shipment: { id: shipment.id, status: "VOIDED" }, userErrors: [] });
  expect(await openToOthers(dataDir)).toEqual([]);
  expect(await stopped(second, "SIGTERM")).toEqual({ code: 0, signal: null });
  expect(await postgresOf(dataDir)).toBeNull();
});

it("says which port is taken, and leaves nothing running", async () => {
  const dataDir = await aDataDir();
  const thief = createServer();
  const PORT = String(await aFreePort());
  await new Promise<void>((listening) => thief.listen(Number(PORT), "127.0.0.1", listening));
  const server = launchServer({ DATA_DIR: dataDir, PORT });
  const exit = await server.exited;
  await new Promise((closed) => thief.close(closed));

  expect(exit).toEqual({ code: 1, signal: null });
  expect(server.output().trim()).toMatch(
    new RegExp(`Port ${PORT} of 127.0.0.1 is in use. .*PORT=\\d+ npm start[^\\n]*$`),
  );
  expect(server.output()).not.toMatch(/\n\s+at /);
  expect(await stat(join(dataDir, "postgres"))).toBeTruthy();
  expect(await postgresOf(dataDir)).toBeNull();
});

it("runs side by side in another folder on another port, and refuses a folder in use", async () => {
  const [dataDir, otherDir] = [await aDataDir(), await aDataDir()];
  const ports = [await aFreePort(), await aFreePort()].map(String);
  const first = launchServer({ DATA_DIR: dataDir, PORT: ports[0]! });
  const second = launchServer({ DATA_DIR: otherDir, PORT: ports[1]! });
  const urls = [await first.url(), await second.url()];
  expect(urls).toEqual(ports.map((port) => `http://127.0.0.1:${port}`));

  const third = launchServer({ DATA_DIR: dataDir });
  expect(await third.exited).toEqual({ code: 1, signal: null });
  expect(third.output().trim()).toBe(`${dataDir} is used by another running process: stop it or set another DATA_DIR.`);

  expect((await stopped(second, "SIGTERM")).code).toBe(0);
  expect(await status(urls[0]!, "/readyz")).toBe(200);
  await buyLabel(first);
  expect((await stopped(first, "SIGHUP")).code).toBe(0);
  expect([await postgresOf(dataDir), await postgresOf(otherDir)]).toEqual([null, null]);
});

it("takes over the PostgreSQL of a killed one, also below a folder that only its owner may enter", async () => {
  const home = await aDataDir();
  await chmod(home, 0o700);
  const dataDir = join(home, "shop", ".data");
  await mkdir(join(home, "shop"));
  const killed = launchServer({ DATA_DIR: dataDir });
  await killed.url();
  const shipment = await buyLabel(killed);
  const orphan = await postgresOf(dataDir);
  expect(await stopped(killed, "SIGKILL")).toEqual({ code: null, signal: "SIGKILL" });
  expect(orphan).toEqual(expect.any(Number));
  expect(await postgresOf(dataDir)).toBe(orphan);

  const next = launchServer({ DATA_DIR: dataDir });
  await next.url();
  expect(next.output()).toContain(`Took over the PostgreSQL that a killed process left running (pid ${orphan})`);
  expect(await postgresOf(dataDir)).toBe(orphan);
  const { data } = await next.query(voidLabel, { key: "k1" });
  expect(data.voidShipment).toEqual({ shipment: { id: shipment.id, status: "VOIDED" }, userErrors: [] });
  expect((await stopped(next, "SIGINT")).code).toBe(0);
  expect(await postgresOf(dataDir)).toBeNull();
});
