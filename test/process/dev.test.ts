import { execFileSync } from "node:child_process";
import { appendFile, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createSimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { eventually } from "../support/eventually.js";
import {
  aDataDir,
  aFreePort,
  type LaunchedServer,
  launchDev,
  postgresOf,
  stopLaunched,
} from "../support/launched-server.js";
import { copyRepository } from "../support/repository-copy.js";

afterEach(stopLaunched);

const page = "src/http/explorer/landing-page.ts";

/** What this folder's code runs as: supervisor, server, spare, compiler. */
function processesOf(folder: string): string[] {
  const lines = execFileSync("ps", ["-axo", "pid=,args="], { encoding: "utf8" }).split("\n");
  return lines.filter((line) => line.includes(folder));
}

/** As editors and git do: the file is another one afterwards. */
async function replaceIn(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, "utf8");
  expect(text).toContain(from);
  await writeFile(`${file}.new`, text.replace(from, to));
  await rename(`${file}.new`, file);
}

/** How often it has said this. */
const times = (server: LaunchedServer, said: string) => server.output().split(said).length - 1;

async function saysOnceMore(server: LaunchedServer, said: string, work: () => Promise<void>): Promise<void> {
  const before = times(server, said);
  await work();
  await eventually(() => times(server, said) > before).catch((error: Error) => {
    throw new Error(`It does not say "${said}" once more:\n${server.output()}`, { cause: error });
  });
}

/** The simulator's clock was put ahead; a new simulator knows nothing of it. */
const isAhead = (now: string) => Date.parse(now) > Date.now() + 3_600_000;

const shownAt = async (url: string) => (await (await fetch(url)).text()).split("\n")[0];

it("restarts the server alone, when all compiles, and leaves nothing behind", async () => {
  const [folder, dataDir] = [await aDataDir(), await aDataDir()];
  await copyRepository(folder);
  const dev = launchDev(folder, { DATA_DIR: dataDir, PORT: String(await aFreePort()) });
  const url = await dev.url();
  await dev.prints(/A saved source is built/);
  const [, simulatorUrl = ""] = await dev.prints(/UPS simulator +(http\S+)/);
  const simulator = createSimulatorControl(simulatorUrl);
  await simulator.advanceClock(7200);
  const postgres = await postgresOf(dataDir);

  await saysOnceMore(dev, "Ready ", () => replaceIn(join(folder, page), "`Shipping subgraph", "`First change"));
  expect(await shownAt(url)).toBe("First change");

  await saysOnceMore(dev, "goes on", () => replaceIn(join(folder, page), "= `First", ": number = `Second"));
  expect(dev.output()).toContain(page);
  expect(await shownAt(url)).toBe("First change");

  await saysOnceMore(dev, "Ready ", () => replaceIn(join(folder, page), ": number =", "="));
  expect(await shownAt(url)).toBe("Second change");
  expect([await postgresOf(dataDir), isAhead(await simulator.now())]).toEqual([postgres, true]);

  const servers = times(dev, "Shipping subgraph ready");
  await saysOnceMore(dev, "Ready ", () =>
    appendFile(join(folder, "packages/ups-simulator/src/simulator.ts"), "// changed\n"),
  );
  expect(isAhead(await simulator.now())).toBe(false);
  expect(times(dev, "Shipping subgraph ready")).toBe(servers);
  const { data } = await dev.query("{ carrierAccounts { nodes { status } } }");
  expect(data.carrierAccounts.nodes).toEqual([{ status: "ACTIVE" }]);

  // As a terminal does on Ctrl-C.
  dev.signal("SIGINT", "group");
  await dev.exited;
  expect([processesOf(folder), await postgresOf(dataDir)]).toEqual([[], null]);
});
