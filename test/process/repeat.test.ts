import { repeat } from "../../src/jobs/repeat.js";
import { createGate, createLogRecorder } from "../support/http.js";

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
