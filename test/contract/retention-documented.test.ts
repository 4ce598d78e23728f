import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Client } from "pg";
import { loadConfig } from "../../src/config.js";
import { configVariables } from "../../src/config-variables.js";
import { instruments } from "../../src/telemetry/instruments.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

const page = readFileSync(resolve(__dirname, "../../docs/retention.md"), "utf8");
const [ends = "", stays = ""] = page
  .split("\n## ")
  .slice(1)
  .map((section) => section);
const rowsOf = (section: string) => section.split("\n").filter((line) => line.startsWith("| `"));
const tablesIn = (section: string) =>
  rowsOf(section).flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, table]) => table!));

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

const lines = async (query: string): Promise<string[]> => (await owner.query(query)).rows.map(({ line }) => line);

describe("docs/retention.md", () => {
  it("says of every table by what it ends, or why it stays, and of no other", async () => {
    const tables = await lines(`select relname as line from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`);
    const named = [...tablesIn(ends), ...tablesIn(stays)];

    expect(tables.length).toBeGreaterThan(30);
    expect([...named].sort()).toEqual([...tables].sort());
    for (const row of [...rowsOf(ends), ...rowsOf(stays)]) expect(row).toMatch(/\| \S.{8,}/);
  });

  it("names every setting, with the days that it has unless told otherwise", () => {
    const settings = Object.keys(configVariables).filter((name) => name.startsWith("RETENTION_"));
    const named = new Set([...ends.matchAll(/`(RETENTION_\w+)`/g)].map(([, name]) => name));

    expect(settings.length).toBeGreaterThan(5);
    expect([...named].sort()).toEqual([...settings].sort());
  });
});

describe("Each kind of data that ends", () => {
  const kinds = Object.keys(loadConfig({ RETENTION_VOIDED_LABEL_DAYS: "1" }).retention).sort();

  it("has a function that removes it, and is counted by its name", async () => {
    const functions = await lines(`select upper(substr(proname, 8)) as line from pg_proc
      where proname like 'expire\\_%' and pronamespace = 'public'::regnamespace`);

    expect(functions.sort()).toEqual(kinds);
    expect(instruments.retention.zeros.map(({ kind }) => kind).sort()).toEqual(kinds);
  });

  it("is kept for ever where it is set to 0", () => {
    const off = Object.keys(configVariables).filter((name) => name.startsWith("RETENTION_"));
    expect(loadConfig(Object.fromEntries(off.map((name) => [name, "0"]))).retention).toEqual({});
  });

  it("is not removed sooner than a failover may be found out", () => {
    const load = () => loadConfig({ RETENTION_CARRIER_REQUEST_DAYS: "2" });
    expect(load).toThrow("RETENTION_CARRIER_REQUEST_DAYS: is shorter than DOUBTFUL_PERIOD_HOURS");
  });
});

it("nobody but the sweep may remove what the service only writes", async () => {
  expect(
    await lines(`select proname as line from pg_proc where proname like 'expire\\_%'
      and (has_function_privilege('shipping_app', oid, 'execute') or has_function_privilege('shipping_sweeper', oid, 'execute'))`),
  ).toEqual([]);
  expect(
    await lines(`select relname as line from pg_class where relname in ('carrier_request', 'retention_sweep', 'label_file')
      and has_table_privilege('shipping_app', oid, 'delete')`),
  ).toEqual([]);
});
