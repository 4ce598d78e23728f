import { randomUUID } from "node:crypto";
import { deliveryOptions } from "../../src/shipping/delivery/delivery-options.js";
import { addPublished, askAsBuyer } from "../support/delivery.js";
import { eventually } from "../support/eventually.js";
import { actorOf, addAccount, type Tenant, unwrap } from "../support/rate-setup.js";
import { newYork } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService({ deliveryOptions: { answerWithinMs: 2_000 } });
});
afterAll(() => service.close());

beforeEach(async () => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  await service.control.clearFaults();
  await service.control.clearRequests();
});

const rateCalls = async () => (await service.control.requests()).filter(({ operation }) => operation === "RATE");
const names = (list: { name: string }[]) => list.map(({ name }) => name);

it("shows what the others offer when one account is slow, and shares the late call", async () => {
  const first = await addAccount(tenant);
  const second = await addAccount(tenant, { accountNumber: "B2C3D4", clientId: "slow-shop" });
  await addPublished(tenant, first.id, "First", { service: "UPS_GROUND" });
  await addPublished(tenant, second.id, "Second", { service: "UPS_2ND_DAY_AIR" });
  // Both accounts' tokens are there, so that the one call that is held is a price.
  await askAsBuyer(service, tenant);
  await service.control.clearRequests();
  await service.control.addFault({ operation: "RATE", kind: "HOLD", times: 1 });

  const begun = Date.now();
  const { options, unavailable, isComplete, userErrors } = await askAsBuyer(service, tenant);
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect([options.length, unavailable.length, isComplete, userErrors]).toEqual([1, 1, false, []]);
  expect(names([...options, ...unavailable]).sort()).toEqual(["First", "Second"]);
  expect(unavailable[0]).toMatchObject({
    reason: "CARRIER_UNAVAILABLE",
    message: "This delivery method is not available at the moment. Please try again later.",
  });

  const again = askAsBuyer(service, tenant);
  await eventually(async () => (await rateCalls()).length === 3);
  await service.control.release();
  expect(await again).toMatchObject({ options: [{}, {}], unavailable: [], isComplete: true });
  expect(await rateCalls()).toHaveLength(3);
  await service.settled();
});

it("waits for all accounts at the same time", async () => {
  const ids = await Promise.all(
    ["B2C3D4", "C3D4E5", "D4E5F6"].map(async (accountNumber) => (await addAccount(tenant, { accountNumber })).id),
  );
  for (const id of ids) await addPublished(tenant, id, `By ${id}`, { service: "UPS_2ND_DAY_AIR" });
  await askAsBuyer(service, tenant);
  await service.control.addFault({ operation: "RATE", kind: "DELAY", seconds: 0.8, times: 3 });
  expect(await askAsBuyer(service, tenant)).toMatchObject({ isComplete: true });
});

it("gives nobody the part of an answer that somebody in more haste got, for the same call", async () => {
  const account = await addAccount(tenant);
  await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
  await askAsBuyer(service, tenant);
  await service.control.clearRequests();
  await service.control.addFault({ operation: "RATE", kind: "HOLD", times: 1 });
  const ask = async (answerWithinMs: number) => {
    const deps = { ...tenant.deps, deliveryOptions: { ...tenant.deps.deliveryOptions, answerWithinMs } };
    const packages = [{ weight: { value: 3, unit: "LB" as const } }];
    return unwrap(await deliveryOptions(deps, actorOf(tenant), { shipTo: newYork, packages }));
  };
  const [hasty, patient] = [ask(300), ask(20_000)];
  expect(await hasty).toMatchObject({ options: [], isComplete: false });
  await service.control.release();
  expect(await patient).toMatchObject({ options: [{ name: "By road" }], isComplete: true });
  expect(await rateCalls()).toHaveLength(1);
  await service.settled();
});
