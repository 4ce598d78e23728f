import fc from "fast-check";
import { keepsPromises } from "./run-model.js";
import { bugs } from "./sabotage.js";
import { Stage } from "./stage.js";

const numRuns = 100;
const seed = 20;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

it.each(Object.entries(bugs))(`finds within ${numRuns} sequences a service that %s`, async (_, { sabotage, shows }) => {
  const { failed, errorInstance } = await fc.check(keepsPromises(stage, { sabotage }), {
    ...{ numRuns, seed, endOnFailure: true },
  });
  expect(failed).toBe(true);
  expect(String(errorInstance)).toMatch(shows);
});

it("shrinks a failure to the few steps that matter, and replays it from what it prints", async () => {
  const { sabotage, shows } = bugs["resends what it has no clear answer to"];
  const found = await fc.check(keepsPromises(stage, { sabotage }), { numRuns, seed });
  const [steps] = found.counterexample!;
  const few = [...steps].map(String);
  expect(found.numShrinks).toBeGreaterThan(0);
  expect(few.length).toBeLessThanOrEqual(6);
  expect(few).toContainEqual(expect.stringMatching(/^SHIP becomes/));

  const replayPath = /replayPath="([^"]+)"/.exec(String(steps))?.[1];
  const replay = keepsPromises(stage, { sabotage, replayPath });
  const again = await fc.check(replay, { seed, path: found.counterexamplePath!, endOnFailure: true });
  expect(again).toMatchObject({ failed: true, numRuns: 1, errorInstance: { message: expect.stringMatching(shows) } });
  expect(fc.defaultReportMessage(found)).toMatch(`{ seed: ${seed}, path: "${found.counterexamplePath}"`);
});
