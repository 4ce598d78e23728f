import { readdir } from "node:fs/promises";
import { eventually } from "../support/eventually.js";
import { aDataDir, launchServer, postgresOf, stopLaunched } from "../support/launched-server.js";

afterEach(stopLaunched);

/** The terminal signals the whole group, an operator the process. */
const moments: [string, "group" | "process", (dataDir: string, output: string) => Promise<boolean>][] = [
  [
    "makes its database",
    "group",
    async (dataDir) => (await readdir(dataDir)).some((name) => name.startsWith("postgres-new-")),
  ],
  ["starts PostgreSQL", "process", async (dataDir) => (await postgresOf(dataDir)) !== null],
  ["migrates", "group", async (_, output) => output.includes("Migrated")],
];

it.each(moments)("a SIGINT while it %s, to the %s, ends it without a rest", async (_, whom, isReached) => {
  const dataDir = await aDataDir();
  const server = launchServer({ DATA_DIR: dataDir });
  await eventually(() => isReached(dataDir, server.output()));
  server.signal("SIGINT", whom);

  const exit = await server.exited;
  expect({
    ...exit,
    output: server
      .output()
      .replaceAll(/.* INFO .*\n/g, "")
      .trim(),
  }).toEqual({
    ...{ code: 0, signal: null },
    output: "Stopping ...",
  });
  expect(await postgresOf(dataDir)).toBeNull();
  expect((await readdir(dataDir)).filter((name) => name.startsWith("postgres-new-"))).toEqual([]);
});
