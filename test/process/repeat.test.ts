import type { Readiness } from "../../src/http/http-options.js";
import { repeat } from "../../src/jobs/repeat.js";
import { eventually } from "../support/eventually.js";
import { createGate, createLogRecorder, startTestHttpServer } from "../support/http.js";

const veryOften = 0.001;

it("logs the beginning and the end of an outage, not every turn of it", async () => {
  const log = createLogRecorder();
  const { arrived, pass } = createGate();
  let turns = 0;
  const work = async () => {
    turns += 1;
    if (turns > 1 && turns < 6) throw new Error("away");
    if (turns === 8) void pass();
  };
  const repeated = repeat("The work", work, veryOften, { log });
  await arrived;
  await repeated.stop();

  expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
    ["warn", "The work does not work at the moment."],
    ["info", "The work works again."],
  ]);
});

it("goes on at once while there is more, and waits for the turn under way when it is stopped", async () => {
  const gate = createGate();
  const turns: string[] = [];
  const work = async () => {
    turns.push("begun");
    if (turns.length < 5) return true;
    await gate.pass();
    turns.push("ended");
    return true;
  };
  const repeated = repeat("The work", work, 3_600, { log: createLogRecorder() });
  await gate.arrived;
  const stopped = repeated.stop();
  gate.open();
  await stopped;
  await new Promise((resolve) => setImmediate(resolve));

  expect(turns).toEqual(["begun", "begun", "begun", "begun", "begun", "ended"]);
});

it("is late when a turn takes longer than it ever should, which /readyz tells and stays ready", async () => {
  const gate = createGate();
  const repeated = repeat("The work", () => gate.pass(), veryOften, { log: createLogRecorder() });
  await gate.arrived;
  const server = await startTestHttpServer({
    readiness: async () => ({ ok: true, reasons: [], workers: [repeated.beat()] }),
  });
  const seen = async () => {
    const answer = await server.get("/readyz");
    return [answer.status, ((await answer.json()) as Readiness).workers?.[0]?.isLate];
  };
  const inTime = await seen();
  const now = jest.spyOn(Date, "now").mockReturnValue(Date.now() + 121_000);
  const late = await eventually(seen, ([, isLate]) => isLate === true);
  now.mockRestore();
  gate.open();
  await repeated.stop();
  const again = await eventually(seen, ([, isLate]) => isLate === false);
  await server.stop();

  expect([inTime, late, again]).toEqual([
    [200, false],
    [200, true],
    [200, false],
  ]);
});
