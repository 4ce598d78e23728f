import fc, { type AsyncCommand, type IAsyncProperty } from "fast-check";
import { allSteps } from "./all-steps.js";
import { fine } from "./carrier-conditions.js";
import { comeToRest } from "./come-to-rest.js";
import { emptyModel, type Model } from "./model.js";
import type { Stage } from "./stage.js";
import { type Sabotage, World } from "./world.js";

type Steps = Iterable<AsyncCommand<Model, World>>;

let sequences = 0;

/** That every sequence of steps keeps every promise. `replayPath`: of a failure, as it was printed. */
export function keepsPromises(
  stage: Stage,
  { sabotage = {}, replayPath }: { sabotage?: Sabotage; replayPath?: string } = {},
): IAsyncProperty<[Steps]> {
  const steps = fc.commands(allSteps, { maxCommands: 48, size: "max", replayPath });
  return fc.asyncProperty(steps, async (all: Steps) => {
    const orderId = `order-${++sequences}`;
    const world = new World(await stage.next(), orderId, sabotage);
    const model = emptyModel(orderId, fine);
    await world.reset();
    await fc.asyncModelRun(() => ({ model, real: world }), all);
    await comeToRest(model, world);
  });
}

/** So that a red run is about the change, not about luck. `MODEL_SEED=random` looks for new histories. */
const usualSeed = 20_261_122;

/**
 * How many sequences, and which, as the environment says: MODEL_RUNS; MODEL_SEED, a number or `random`; MODEL_PATH and
 * MODEL_REPLAY, the path and the replayPath that a failure printed.
 */
export function parametersFrom(environment: NodeJS.ProcessEnv) {
  const { MODEL_RUNS, MODEL_SEED = usualSeed, MODEL_PATH, MODEL_REPLAY } = environment;
  const seed = MODEL_SEED === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(MODEL_SEED);
  const parameters = { numRuns: Number(MODEL_RUNS ?? 300), seed, ...(MODEL_PATH && { path: MODEL_PATH }) };
  return { parameters, replayPath: MODEL_REPLAY };
}
