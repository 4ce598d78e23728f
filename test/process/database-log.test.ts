import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createSimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { readOperationSets } from "../../src/http/explorer/example-operations.js";
import { aDataDir, type LaunchedServer, launchServer, stopLaunched } from "../support/launched-server.js";

/** Stands in every text that is sent here, beside what makes it fail. */
const canary = "Jane Canary 7f3a";

let dataDir: string;
let server: LaunchedServer;
let url: string;
beforeAll(async () => {
  dataDir = await aDataDir();
  server = launchServer({ DATA_DIR: dataDir, LOG_LEVEL: "debug" });
  url = await server.url();
});
afterAll(stopLaunched);

const databaseLog = () => readFile(join(dataDir, "postgres.log"), "utf8");

async function send(body: string) {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/graphql`, { method: "POST", headers, body });
  // biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as operations
  return { status: response.status, answer: (await response.json()) as any };
}

/** The JSON once for each text in it, with `text` in its place. */
function withEachText(json: unknown, text: string): string[] {
  const whole = JSON.stringify(json);
  const places = [...whole.matchAll(/(?<=[:,[])"(?:[^"\\]|\\.)*"(?=[,\]}])/g)];
  return places.map(({ index, 0: found }) => whole.slice(0, index) + text + whole.slice(index + found.length));
}

const operations = async () => (await readOperationSets()).flatMap((set) => set.operations);

it("an ill-formed text in any place of any documented operation is refused by its path, and nobody hears of it", async () => {
  const before = await databaseLog();
  const simulator = createSimulatorControl(
    /http:\/\/127\.0\.0\.1:\d+(?= \(nothing is shipped)/.exec(server.output())![0],
  );
  await simulator.clearRequests();
  let count = 0;
  for (const { document, variables } of await operations())
    for (const body of withEachText(variables, `"${canary}\\udc00\\u0000"`)) {
      const { status, answer } = await send(`{"query":${JSON.stringify(document)},"variables":${body}}`);
      const { code, field } = answer.errors[0].extensions;
      expect({ body, status, code, depth: field.length > 0 }).toEqual({
        body,
        status: 400,
        code: "BAD_USER_INPUT",
        depth: true,
      });
      count += 1;
    }
  expect(count).toBeGreaterThan(300);
  expect(await databaseLog()).toBe(before);
  expect(await simulator.requests()).toEqual([]);
  expect(server.output()).not.toContain(canary);
});

it("well-formed texts where no operation expects them leave nothing of theirs in PostgreSQL's log or ours", async () => {
  for (const { document, variables } of await operations())
    for (const body of withEachText(variables, JSON.stringify(`${canary} ' " \\ {"a":1} %s ${"x".repeat(300)}`)))
      expect((await send(`{"query":${JSON.stringify(document)},"variables":${body}}`)).status).toBeLessThan(500);
  expect(await databaseLog()).not.toContain("Canary");
  expect(server.output()).not.toContain("Canary");
});
