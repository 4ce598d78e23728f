import { setTimeout as sleep } from "node:timers/promises";
import { aDataDir, launchWithNpm, postgresOf, stopLaunched } from "../support/launched-server.js";

jest.setTimeout(120_000);
afterEach(stopLaunched);

it.each([
  ["Ctrl-C in its terminal", "SIGINT", "group"],
  ["a SIGTERM to npm alone, which npm does not hand on", "SIGTERM", "process"],
] as const)("npm start ends wholly after %s", async (_, signal, whom) => {
  const dataDir = await aDataDir();
  const npm = launchWithNpm({ DATA_DIR: dataDir });
  const url = await npm.url();
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  npm.signal(signal, whom);
  // npm itself may be gone long before the server is.
  await npm.prints(/Stopping/);
  for (const end = Date.now() + 20_000; (await postgresOf(dataDir)) !== null && Date.now() < end; ) await sleep(20);

  expect(await postgresOf(dataDir)).toBeNull();
  await expect(fetch(`${url}/livez`)).rejects.toThrow();
});
