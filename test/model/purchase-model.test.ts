import fc from "fast-check";
import { keepsPromises, parametersFrom } from "./run-model.js";
import { Stage } from "./stage.js";

const { parameters, replayPath } = parametersFrom(process.env);

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

it(
  `keeps every promise in ${parameters.numRuns} sequences of steps, seed ${parameters.seed}`,
  () => fc.assert(keepsPromises(stage, { replayPath }), parameters),
  3_600_000,
);
