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

let service: TestService;
let tap: CarrierTap;
const describeWithCases = casesDir ? describe : describe.skip;

/** The test of a case is the predicate of the behaviour that would be right; a case without one fails. */
async function judge(recorded: RecordedCase): Promise<void> {
  const rightBehaviour = rightBehaviours[recorded.id];
  if (!rightBehaviour) throw new Error(`Nobody judges it yet. Right would be: ${recorded.rightBehaviour}`);
  await rightBehaviour(await replay(service, tap, recorded));
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

  it("are there", () => expect(recordedCases()).not.toEqual([]));

  for (const recorded of recordedCases()) it(`${recorded.id} (${recorded.kind})`, () => judge(recorded));
});
