import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { loadPage, orders, readmeLabel, sendTo, startRound } from "../acceptance/examples.js";
import { aDataDir, type LaunchedServer, launchServer, stopLaunched } from "../support/launched-server.js";

/** Of the order in which they are shuffled. */
const seed = 17;

let server: LaunchedServer;
let url: string;
beforeAll(async () => {
  server = launchServer({ DATA_DIR: await aDataDir() });
  url = await server.url();
});
afterAll(stopLaunched);

it.each(orders)("all examples succeed %s, each after what it goes on with", async (_, order) => {
  const { names, run } = startRound(await loadPage(url), sendTo(url));
  expect(names.length).toBeGreaterThan(55);
  for (const name of order(names, seed)) await run(name);
});

it("whatever was run before, the README's first label is bought", async () => {
  const { query, variables } = readmeLabel(await readFile(resolve(__dirname, "../../README.md"), "utf8"));
  const { data, errors } = await sendTo(url)(query, variables);
  expect({ errors, payload: data?.purchaseLabel }).toMatchObject({
    errors: undefined,
    payload: { purchase: { state: "PURCHASED" }, userErrors: [] },
  });
});
