import { readdir } from "node:fs/promises";
import { aDataDir, launchServer, stopLaunched } from "../support/launched-server.js";

afterEach(stopLaunched);

it("reports every fault of its settings at once, starts nothing and shows no value", async () => {
  const dataDir = await aDataDir();
  const server = launchServer({
    DATA_DIR: dataDir,
    PORT: "seventy",
    LOG_LEVEL: "loud",
    DATABASE_URL: "mysql://someone:hidden-password@127.0.0.1/x",
    SECRET_KEYS: "k1:hidden-key",
    SHUTDOWN_GRACE_SECONDS: "-1",
  });

  expect(await server.exited).toEqual({ code: 1, signal: null });
  const [title, ...faults] = server.output().trim().split("\n");
  expect(title).toBe("The configuration is not usable:");
  expect(faults.map((fault) => fault.trim().split(":")[0]).sort()).toEqual([
    ...["DATABASE_URL", "LOG_LEVEL", "PORT", "SECRET_KEYS", "SHUTDOWN_GRACE_SECONDS"],
  ]);
  expect(server.output()).not.toMatch(/hidden|\n\s+at /);
  expect(await readdir(dataDir)).toEqual([]);
});

it("names all that production lacks", async () => {
  const server = launchServer({ MODE: "production", DATA_DIR: await aDataDir(), AUTH_MODE: "none", EXPLORER: "on" });

  expect(await server.exited).toEqual({ code: 1, signal: null });
  for (const variable of [
    "AUTH_MODE",
    "EXPLORER",
    "DATABASE_URL",
    "PUBLIC_URL",
    "SECRET_KEYS",
    "LINK_SIGNING_KEYS",
    "ROUTER_SECRET",
  ])
    expect(server.output()).toContain(`  ${variable}: `);
});

it("does not show shipments of orders in production to whoever guesses an order's key", async () => {
  const server = launchServer({ MODE: "production", DATA_DIR: await aDataDir(), FEDERATION_ORDER_TYPE: "Order" });

  expect(await server.exited).toEqual({ code: 1, signal: null });
  expect(server.output()).toContain("  ROUTER_SECRET: is required in production while FEDERATION_ORDER_TYPE is set: ");
});

it.each([
  ["is not there", "/nowhere/manifest.json", "cannot be read (ENOENT)"],
  ["is something else", __filename, "is not JSON"],
])("does not start with a list of operations that %s", async (_, file, reason) => {
  const server = launchServer({ DATA_DIR: await aDataDir(), SAFELIST: "only", SAFELIST_FILE: file });

  expect(await server.exited).toEqual({ code: 1, signal: null });
  expect(server.output().trim()).toBe(`SAFELIST_FILE: ${file} ${reason}.`);
});

it("says that the database cannot be reached, and where it looked", async () => {
  const nobodyListens = "postgres://someone:hidden-password@127.0.0.1:1/x";
  const server = launchServer({ DATABASE_URL: nobodyListens, DATA_DIR: await aDataDir() });

  expect(await server.exited).toEqual({ code: 1, signal: null });
  expect(server.output().trim().split("\n")).toEqual([
    "The database cannot be reached, or is too busy, at the moment.",
    "  connect ECONNREFUSED 127.0.0.1:1",
  ]);
});

const file = __filename;

it.each([
  ["a file", file, "a part of the path is a file"],
  ["below a file", `${file}/data`, "a part of the path is a file"],
  ["where no folder can be made", "/proc/nowhere", "it cannot be made there"],
])("says in a sentence that DATA_DIR cannot be used: %s", async (_, folder, reason) => {
  const server = launchServer({ DATA_DIR: folder });

  expect(await server.exited).toEqual({ code: 1, signal: null });
  expect(server.output().trim()).toBe(
    `DATA_DIR ${folder} cannot be used: ${reason}. Set DATA_DIR to a folder of your own.`,
  );
});
