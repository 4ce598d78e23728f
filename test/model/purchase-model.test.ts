import fc from "fast-check";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { keepsPromises, parametersFrom } from "./run-model.js";

const { replayPath, ...parameters } = parametersFrom(process.env);

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ timings: { notCreatedAfter: 3_600 } });
  await seedAccount(service);
});
afterAll(() => service.close());

test(
  `keeps every promise in ${parameters.numRuns} sequences of steps`,
  () => fc.assert(keepsPromises(service, { replayPath }), parameters),
  3_600_000,
);
