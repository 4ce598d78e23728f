import { findViolations } from "../../src/database/invariants/find-violations.js";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { startLedgerBeat } from "../../src/jobs/ledger-beat.js";
import { claimPurchase } from "../../src/shipping/purchase/claim-purchase.js";
import {
  aShipment,
  bought,
  buy,
  draft,
  makeDue,
  purchaseBy,
  requestCount,
  sql,
  voidShipment,
} from "../support/purchases.js";
import { asOwner, backUp } from "../support/restored-database.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

/*
 * Labels are bought, then the database is really restored from a backup made before: it knows none of these purchases,
 * while UPS does. Each key is repeated.
 */

const withReturn = { shipment: aShipment({ options: { generateReturnLabel: true } }) };
const priced = { shipment: aShipment(), maxTotalPrice: { amount: "200.00", currencyCode: "USD" } };

let service: TestService;
let backup: Awaited<ReturnType<typeof backUp>>;
let booked: Awaited<ReturnType<TestService["control"]["ledger"]>>;
const before = new Map<string, { state: string; numbers: string[] }>();

const beatOnce = async () => (await startLedgerBeat(service.deps)).stop();
const ledger = () => service.control.ledger();
const numbersOf = (answer: { shipment: { packages: { trackingNumber: string }[] } }) =>
  answer.shipment.packages.map((pkg) => pkg.trackingNumber);

async function buyAndRemember(idempotencyKey: string, input: Record<string, unknown> = {}): Promise<void> {
  const answer = await bought(service, { idempotencyKey, ...input });
  before.set(idempotencyKey, { state: answer.purchase.state, numbers: numbersOf(answer) });
}

async function buyAll(): Promise<void> {
  for (const key of ["plain", "at-once", "unclear", "dying", "told-twice"]) await buyAndRemember(key);
  await buyAndRemember("with-return", withReturn);
  await buyAndRemember("priced", priced);
  const two = {
    shipment: aShipment({ packages: [{ weight: { value: 1, unit: "LB" } }, { weight: { value: 2, unit: "LB" } }] }),
  };
  await buyAndRemember("two-packages", two);
  await buyAndRemember("voided");
  await voidShipment(service, { idempotencyKey: "voided" });
  await service.control.addFault({ operation: "SHIP", kind: "RATE_LIMIT", times: 3 });
  expect((await buy(service, { idempotencyKey: "second-try" })).purchase.state).toBe("NOT_CREATED");
  await service.control.clearFaults();
  await buyAndRemember("second-try");
  await service.settled();
}

beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  await beatOnce();
  backup = await backUp(service);
  await buyAll();
  await beatOnce();
  booked = await ledger();
  await backup.restore();
  // Noticed by the first claim; a booking made just before is waited for, which the rest of the tests need not do.
  await buy(service, { idempotencyKey: "noticed" });
  await asOwner(service, "update doubtful_period set began_at = began_at - interval '1 minute'");
});
afterAll(async () => {
  await service.close();
  await backup.drop();
});

const expectNothingBooked = async (count = booked.length + 1) => expect(await ledger()).toHaveLength(count);

it("is noticed by the first claim, and told by the next beat", async () => {
  const [{ n }] = await inTenant(service.database, service.tenantId, (manager) =>
    manager.query("select count(*) as n from label_purchase"),
  );
  expect(Number(n)).toBe(1);
  await beatOnce();
  expect(service.deps.ledger.isDoubtful).toBe(true);
});

it.each(["plain", "two-packages", "second-try"])(
  "a repeated key (%s) gets the labels that it had bought",
  async (key) => {
    const input =
      key === "two-packages"
        ? {
            shipment: aShipment({
              packages: [{ weight: { value: 1, unit: "LB" } }, { weight: { value: 2, unit: "LB" } }],
            }),
          }
        : {};
    const again = await buy(service, { idempotencyKey: key, ...input });
    expect(again.userErrors).toEqual([]);
    expect(again.purchase).toMatchObject({ state: "PURCHASED", charges: { currencyCode: "USD" } });
    expect(numbersOf(again)).toEqual(before.get(key)?.numbers);
    expect(again.shipment.packages[0].label.id).toMatch(/^lab_/);
    const [row] = await sql(
      service,
      "select charges_are_estimated as estimated, notices from label_purchase where idempotency_key = $1",
      [key],
    );
    expect(row).toMatchObject({ estimated: true, notices: [{ carrierErrorCode: "PURCHASE_RECOVERED" }] });
    await expectNothingBooked();
  },
);

it("an outbound's return label is found too, and is not bought again", async () => {
  const again = await buy(service, { idempotencyKey: "with-return", ...withReturn });
  expect(numbersOf(again)).toEqual(before.get("with-return")?.numbers);
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  const returns = await sql(service, "select r.status from shipment r where r.outbound_shipment_id is not null");
  expect(returns).toEqual([{ status: "PURCHASED" }]);
  await expectNothingBooked();
});

it("repeated twice at once it is taken over once", async () => {
  const answers = await Promise.all([1, 2, 3].map(() => buy(service, { idempotencyKey: "at-once" })));
  for (const answer of answers) {
    const end = answer.purchase ?? { state: answer.userErrors[0].code };
    expect(["PURCHASED", "PENDING", "CONFLICT"]).toContain(end.state);
  }
  await service.settled();
  const again = await buy(service, { idempotencyKey: "at-once" });
  expect(numbersOf(again)).toEqual(before.get("at-once")?.numbers);
  await expectNothingBooked();
});

it("is taken over though it would cost more today than may be paid", async () => {
  await service.control.setPriceFactor(100);
  const again = await buy(service, { idempotencyKey: "priced", ...priced });
  await service.control.setPriceFactor(1);
  expect(numbersOf(again)).toEqual(before.get("priced")?.numbers);
  await expectNothingBooked();
});

it("what an unknown key may cost is still limited", async () => {
  const answer = await buy(service, {
    idempotencyKey: "too-dear",
    ...priced,
    maxTotalPrice: { amount: "0.01", currencyCode: "USD" },
  });
  expect(answer).toMatchObject({ purchase: null, userErrors: [{ field: ["input", "maxTotalPrice"] }] });
  await expectNothingBooked();
});

it.each([
  { operation: "RECOVER_LABEL", kind: "STATUS", status: 503 },
  { operation: "RECOVER_LABEL", kind: "REFUSE", code: "300099" },
  { operation: "RECOVER_LABEL", kind: "REFUSE", code: "300002" },
] as const)("is refused, to be repeated, while UPS does not say clearly (%p), and nothing is kept", async (fault) => {
  await service.control.addFault({ ...fault, times: 20 });
  const answer = await buy(service, { idempotencyKey: "unclear" });
  await service.control.clearFaults();
  expect(answer).toMatchObject({
    purchase: null,
    userErrors: [{ code: "CARRIER_UNAVAILABLE", field: ["input", "idempotencyKey"] }],
  });
  expect(await sql(service, "select 1 from label_purchase where idempotency_key = 'unclear'")).toEqual([]);
  await expectNothingBooked();
});

it("and is taken over once it does", async () => {
  expect(numbersOf(await buy(service, { idempotencyKey: "unclear" }))).toEqual(before.get("unclear")?.numbers);
  await expectNothingBooked();
});

it("what the key bought and voided is not bought anew", async () => {
  const answer = await buy(service, { idempotencyKey: "voided" });
  expect(answer).toMatchObject({ purchase: null, userErrors: [{ code: "IDEMPOTENCY_KEY_REUSED" }] });
  await expectNothingBooked();
});

it("a server that dies before it has taken over leaves that to the worker", async () => {
  const { shipmentIdentificationNumber: number, references } = booked.find((booking) =>
    before.get("dying")?.numbers.includes(booking.shipmentIdentificationNumber),
  )!;
  const found = {
    carrierReference: references[0]!,
    booked: { kind: "BOOKED" as const, bookings: [], unlabelled: [] },
  };
  const request = { idempotencyKey: "dying", requestFingerprint: "of another process" };
  const terms = { request, priced: null, checkedLocationId: null, lookedUp: { found } };
  const shipmentId = await draft(service);
  const actor = { tenantId: service.tenantId, subject: "tester" };
  await claimPurchase(service.deps, actor, { idempotencyKey: "dying", shipmentId }, terms);

  await makeDue(service);
  await sweepDuePurchases(service.deps);
  const purchase = await purchaseBy(service, { idempotencyKey: "dying" });
  expect(purchase).toMatchObject({ state: "PURCHASED", shipment: { packages: [{ trackingNumber: number }] } });
  await expectNothingBooked();
});

it("is looked up where the note that it was sent may be lost, and not taken for never sent", async () => {
  const request = { idempotencyKey: "note-lost", requestFingerprint: "of another process" };
  const terms = { request, priced: null, checkedLocationId: null, lookedUp: { found: null } };
  const input = { idempotencyKey: "note-lost", shipmentId: await draft(service) };
  await claimPurchase(service.deps, { tenantId: service.tenantId, subject: "tester" }, input, terms);
  await service.control.clearRequests();
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  expect((await purchaseBy(service, { idempotencyKey: "note-lost" })).state).toBe("UNKNOWN");
  expect(await requestCount(service, "RECOVER_LABEL")).toBe(1);

  await sql(service, "update label_purchase set started_at = started_at - interval '3 hours' where state = 'UNKNOWN'");
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  expect((await purchaseBy(service, { idempotencyKey: "note-lost" })).state).toBe("NOT_CREATED");
});

it("a key that is new costs three calls more, and is bought once", async () => {
  await service.control.clearRequests();
  const { purchase } = await buy(service, { idempotencyKey: "new" });
  expect(purchase.state).toBe("PURCHASED");
  await service.settled();
  expect(
    await Promise.all(["RECOVER_LABEL", "TRACK_BY_REFERENCE", "SHIP"].map((name) => requestCount(service, name))),
  ).toEqual([2, 1, 1]);
  await buy(service, { idempotencyKey: "new" });
  await expectNothingBooked(booked.length + 2);
});

it("after the period nothing is asked any more", async () => {
  await asOwner(service, "update doubtful_period set ends_at = now()");
  await service.control.clearRequests();
  await buy(service, { idempotencyKey: "later" });
  expect(await requestCount(service, "RECOVER_LABEL")).toBe(0);
});

it("and no promise about what is stored was broken on the way", async () => {
  await service.settled();
  const { adminUrl } = service.testDatabase;
  const violations = await findViolations({ adminUrl, reconcileAfterSeconds: 90, isAtRest: true });
  expect(violations.filter(({ rows }) => rows.length > 0)).toEqual([]);
});
