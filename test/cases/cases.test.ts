import { seedDemoTenant } from "../../src/demo-tenant.js";
import { startTestService, type TestService } from "../support/service.js";
import { type CarrierTap, startCarrierTap } from "./carrier-tap.js";
import { casesDir, type RecordedCase, recordedCases } from "./case-file.js";
import { type RightBehaviour, replay } from "./replay.js";
import { addressCases } from "./right/addresses.js";
import { bookingCases } from "./right/bookings.js";
import { customsCases } from "./right/customs.js";
import { rateCases } from "./right/rates.js";

const rightBehaviours: Record<string, RightBehaviour> = {
  ...addressCases,
  ...rateCases,
  ...customsCases,
  ...bookingCases,
};

/** Not mended yet: these must fail, so that whoever mends one takes it off the list. */
const notYet: Record<string, string> = {};

let service: TestService;
let tap: CarrierTap;
const describeWithCases = casesDir ? describe : describe.skip;

/** The test of a case is the predicate of the behaviour that would be right. */
function isRight(recorded: RecordedCase, rightBehaviour: RightBehaviour) {
  return async () => rightBehaviour(await replay(service, tap, recorded));
}

describeWithCases("recorded cases", () => {
  beforeAll(async () => {
    tap = await startCarrierTap(() => service.simulator.url);
    service = await startTestService({ upsUrl: tap.url });
    await seedDemoTenant(service.deps, service.tenantId);
  });
  afterAll(async () => {
    await service.close();
    await tap.close();
  });

  it("are there, and all that are still to be mended are among them", () => {
    const ids = recordedCases().map(({ id }) => id);
    expect(ids).not.toEqual([]);
    expect(Object.keys(notYet).filter((id) => !ids.includes(id))).toEqual([]);
  });

  for (const recorded of recordedCases()) {
    const name = `${recorded.id} (${recorded.kind})`;
    const rightBehaviour = rightBehaviours[recorded.id];
    if (!rightBehaviour) it.todo(`${name}: ${recorded.rightBehaviour}`);
    else (recorded.id in notYet ? it.failing : it)(name, isRight(recorded, rightBehaviour));
  }
});
