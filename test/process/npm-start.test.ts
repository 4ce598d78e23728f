import { eventually } from "../support/eventually.js";
import { aDataDir, launchWithNpm, postgresOf, stopLaunched } from "../support/launched-server.js";

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
  await eventually(async () => (await postgresOf(dataDir)) === null);

  await expect(fetch(`${url}/livez`)).rejects.toThrow();
});
