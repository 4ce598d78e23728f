import { loadAccount } from "../../src/shipping/account/load-account.js";
import { createLogRecorder } from "../support/http.js";
import { aKey, arrived, buy, hold, makeDue, purchaseBy, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
let accountId: string;
const log = createLogRecorder();
beforeAll(async () => {
  service = await startTestService({ log });
  accountId = await seedAccount(service);
});
beforeEach(async () => {
  await service.control.clearRequests();
  log.lines.length = 0;
});
afterEach(() => service.control.clearFaults());
afterAll(() => service.close());

const told = (message: RegExp) => log.lines.filter((line) => message.test(line.message));
const becameUnknown = /has become UNKNOWN/;
const needsPerson = /needs a person's decision/;
const about = ({ id, carrierReference }: { id: string; carrierReference: string }) => ({
  ...{ level: "warn", purchaseId: id, tenantId: service.tenantId, carrierReference },
});
const look = async () => {
  await makeDue(service);
  await sweepDuePurchases(service.deps);
};

it("a purchase without a clear answer is told once, by its ids alone", async () => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 30 });
  await service.control.addFault({ operation: "TRACK_BY_REFERENCE", kind: "STATUS", status: 503, times: 30 });
  const { purchase } = await buy(service);
  await look();
  await look();

  expect(told(becameUnknown)).toEqual([{ message: expect.any(String), ...about(purchase) }]);
});

it("one that still has no answer when it is looked at is told once, by that look", async () => {
  await hold(service, "SHIP");
  const idempotencyKey = aKey();
  const waiting = buy(service, { idempotencyKey });
  await arrived(service, "SHIP");
  const purchase = await purchaseBy(service, { idempotencyKey });
  await service.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 30 });
  await service.control.addFault({ operation: "TRACK_BY_REFERENCE", kind: "STATUS", status: 503, times: 30 });

  await look();
  await look();

  expect(told(becameUnknown)).toEqual([{ message: expect.any(String), ...about(purchase) }]);
  const open = told(/stays open/).filter(({ purchaseId }) => purchaseId === purchase.id);
  expect(open).toEqual(Array(2).fill(expect.objectContaining(about(purchase))));
  await service.control.release();
  await waiting;
});

it("one that no later look will end asks for a person, once for each reason", async () => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  const { purchase } = await buy(service);
  const [booking] = (await service.control.ledger()).filter(({ references }) =>
    references.includes(purchase.carrierReference),
  );
  const loaded = await loadAccount(service.deps, service.tenantId, accountId);
  const voided = { shipmentIdentificationNumber: booking!.shipmentIdentificationNumber, trackingNumbers: [] };
  await loaded!.adapter.voidShipment(loaded!.access, voided, { purchaseId: null });

  await look();
  await look();

  const forPerson = (reason: RegExp) => ({
    ...{ message: expect.any(String), ...about(purchase) },
    reason: expect.stringMatching(reason),
  });
  expect(told(needsPerson)).toEqual([forPerson(/booked and voided/)]);

  await sql(service, "update label_purchase set started_at = started_at - interval '30 days' where id = $1", [
    purchase.id,
  ]);
  for (const operation of ["RECOVER_LABEL", "TRACK_BY_REFERENCE"] as const)
    await service.control.addFault({ operation, kind: "STATUS", status: 503, times: 30 });
  await look();
  await look();

  expect(told(needsPerson)).toEqual([forPerson(/booked and voided/), forPerson(/could not be asked/)]);
});
