import fc from "fast-check";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { keepsPromises } from "./run-model.js";
import { bugs } from "./sabotage.js";

const mostRuns = 100;
const seed = 20;

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ timings: { notCreatedAfter: 3_600 } });
  await seedAccount(service);
});
afterAll(() => service.close());

test.each(Object.entries(bugs))(
  "finds a service that %s",
  async (_, sabotage) => {
    const details = await fc.check(keepsPromises(service, { sabotage }), {
      numRuns: mostRuns,
      seed,
      endOnFailure: true,
    });
    process.stderr.write(`FOUND ${details.failed} ${details.numRuns} ${details.errorInstance}\n`);
    expect(details.failed).toBe(true);
  },
  600_000,
);
