import type { Fault } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import { loadAccount } from "../../src/shipping/account/load-account.js";
import { voidUnwanted } from "../../src/shipping/booking/void-unwanted.js";
import { watchStatements } from "../support/count-statements.js";
import { eventually } from "../support/eventually.js";
import {
  aKey,
  arrived,
  aShipment,
  bought,
  buy,
  ended,
  hold,
  makeDue,
  purchaseBy,
  requestCount,
  sql,
} from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
let accountId: string;
/** An instance whose clients are answered before the carrier is. */
let hasty: TestService;
beforeAll(async () => {
  const timings = { notCreatedAfter: 3_600 };
  service = await startTestService({ timings });
  hasty = await startTestService({ sharing: service, timings: { ...timings, answerWithin: 0.5 } });
  accountId = await seedAccount(service);
});
beforeEach(async () => {
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(async () => {
  // Ends what never gets an answer: it would be waited for.
  await service.simulator.close();
  await hasty.close();
  await service.close();
});

const fault = (operation: Fault["operation"], kind: object) =>
  service.control.addFault({ operation, ...kind } as Fault);
const sweep = async () => {
  await makeDue(service);
  await sweepDuePurchases(service.deps);
};
/** Answered PENDING while the carrier has the request and keeps it. */
const buyHastily = async (input: Record<string, unknown> = {}) => {
  const answer = await buy(hasty, input);
  expect(answer).toMatchObject({ purchase: { state: "PENDING" }, userErrors: [] });
  await arrived(service, "SHIP");
  return answer;
};
const loseAnswer = async (input: Record<string, unknown> = {}) => {
  await fault("SHIP", { kind: "LOSE_ANSWER" });
  return (await buy(service, input)).purchase;
};
const later = (seconds: number) =>
  sql(service, "update label_purchase set started_at = started_at - make_interval(secs => $1)", [seconds]);
const read = (id: string) => purchaseBy(service, { id });
/** Once it is UNKNOWN no more. */
const decided = (id: string) =>
  eventually(
    () => read(id),
    ({ state }) => state !== "UNKNOWN",
  );

/** The bookings under a reference: their numbers, and which of them are voided. */
const bookings = async (reference: string) =>
  (await service.control.ledger())
    .filter((shipment) => shipment.references.includes(reference))
    .map((shipment) => ({ number: shipment.shipmentIdentificationNumber, isVoided: shipment.voidedAt !== null }));

const decisions = (purchaseId: string) =>
  sql(service, "select actor, decision, reason from purchase_decision where purchase_id = $1 order by decided_at", [
    purchaseId,
  ]);

const unwantedBookings = async (purchaseId: string) =>
  (await sql(service, "select unwanted_bookings from label_purchase where id = $1", [purchaseId]))[0].unwanted_bookings;

it("adopts all labels of several packages in their order, with a price that says it is estimated", async () => {
  const packages = [1, 20, 40].map((value) => ({ ...aPackage, weight: { value, unit: "LB" } }));
  const purchase = await loseAnswer({ shipment: aShipment({ packages }), labelFormat: "ZPL" });
  await service.control.setPriceFactor(1.5);
  await sweep();
  await service.control.setPriceFactor(1);
  const [booked] = (await service.control.ledger()).slice(-1);
  const adopted = await read(purchase.id);
  expect(adopted).toMatchObject({ state: "PURCHASED", userErrors: [], retryAfterSeconds: null });
  expect(adopted.shipment.charges).toEqual({ isActualEstimated: true });
  expect(Number(adopted.charges.amount)).toBeCloseTo(Number(booked?.total.amount) * 1.5, 0);
  expect(adopted.shipment.packages.map((pkg: { trackingNumber: string }) => pkg.trackingNumber)).toEqual(
    booked?.packages.map((pkg) => pkg.trackingNumber),
  );
});

it("adopts without a price when none can be had", async () => {
  const purchase = await loseAnswer();
  await fault("RATE", { kind: "STATUS", status: 503, times: 30 });
  await sweep();
  expect(await read(purchase.id)).toMatchObject({ state: "PURCHASED", charges: null });
});

it("rates later what it adopted without a price, once", async () => {
  const purchase = await loseAnswer();
  await fault("RATE", { kind: "STATUS", status: 503, times: 30 });
  await sweep();
  await sweep();
  expect(await read(purchase.id)).toMatchObject({ state: "PURCHASED", charges: null });
  await service.control.clearFaults();
  await sweep();
  const [booked] = (await service.control.ledger()).slice(-1);
  expect((await read(purchase.id)).charges).toEqual(booked?.total);
  expect((await read(purchase.id)).shipment.charges).toEqual({ isActualEstimated: true });
  await sweep();
  const [row] = await sql(service, "select next_check_at from label_purchase where id = $1", [purchase.id]);
  expect(row).toEqual({ next_check_at: null });
});

it("asks no more for the price of what it adopted days ago", async () => {
  const purchase = await loseAnswer();
  await fault("RATE", { kind: "STATUS", status: 503, times: 30 });
  await sweep();
  await later(4 * 86_400);
  await sweep();
  await sweep();
  const [row] = await sql(
    service,
    "select next_check_at, charges_amount, charges_are_estimated from label_purchase where id = $1",
    [purchase.id],
  );
  expect(row).toEqual({ next_check_at: null, charges_amount: null, charges_are_estimated: false });
});

it("waits for a booking that recovery does not show yet", async () => {
  await fault("RECOVER_LABEL", { kind: "RECOVERY_LAG", seconds: 600 });
  await fault("TRACK_BY_REFERENCE", { kind: "RECOVERY_LAG", seconds: 600 });
  const purchase = await loseAnswer();
  await sweep();
  expect((await read(purchase.id)).state).toBe("UNKNOWN");
  await service.control.advanceClock(601);
  await sweep();
  await service.control.advanceClock(-601);
  expect((await read(purchase.id)).state).toBe("PURCHASED");
});

it("never gives up a booking that Track has seen, though recovery has no label of it", async () => {
  await fault("RECOVER_LABEL", { kind: "RECOVERY_LAG", seconds: 86_400 });
  const purchase = await loseAnswer();
  await later(7_200);
  await sweep();
  expect((await read(purchase.id)).state).toBe("UNKNOWN");
  await service.control.clearFaults();
  await sweep();
  expect((await read(purchase.id)).state).toBe("PURCHASED");
});

it("never calls never booked what the carrier says is voided", async () => {
  const purchase = await loseAnswer();
  const loaded = (await loadAccount(service.deps, service.tenantId, accountId))!;
  const [booking] = await bookings(purchase.carrierReference);
  const request = { shipmentIdentificationNumber: booking!.number, trackingNumbers: [] };
  await loaded.adapter.voidShipment(loaded.access, request, { purchaseId: null });
  await later(7_200);
  await sweep();
  expect((await read(purchase.id)).state).toBe("UNKNOWN");
});

it("takes a refusal in headers alone for a refusal, at once", async () => {
  await fault("SHIP", { kind: "HEADER_REFUSAL", code: "120202" });
  const { purchase, userErrors } = await buy(service);
  expect(userErrors).toMatchObject([{ code: "CARRIER_REJECTED", carrierErrorCode: "120202" }]);
  expect(purchase.state).toBe("REJECTED");
  expect(await bookings(purchase.carrierReference)).toEqual([]);
});

it.each(["RECOVER_LABEL", "TRACK_BY_REFERENCE"] as const)("never gives up while %s is down", async (operation) => {
  await fault("SHIP", { kind: "RESET_BEFORE" });
  const { purchase } = await buy(service);
  await later(7_200);
  await fault(operation, { kind: "STATUS", status: 503, times: 30 });
  await sweep();
  expect((await read(purchase.id)).state).toBe("UNKNOWN");
  await service.control.clearFaults();
  await sweep();
  expect((await read(purchase.id)).state).toBe("NOT_CREATED");
});

it("keeps one of several bookings and voids the rest, once", async () => {
  const purchase = await loseAnswer();
  const more = { shipperNumber: "0A1B2C", reference: purchase.carrierReference };
  await service.control.bookBehindTheBack(more);
  await service.control.bookBehindTheBack(more);
  await sweep();
  const adopted = await read(purchase.id);
  expect(adopted.state).toBe("PURCHASED");
  const all = await bookings(purchase.carrierReference);
  expect(all.map((booking) => booking.isVoided)).toEqual([false, true, true]);
  expect(adopted.shipment.packages[0].trackingNumber).toBe(all[0]?.number);
  await sweep();
  expect(await decisions(purchase.id)).toEqual(
    all.slice(1).map(({ number }) => ({ actor: "worker", decision: "VOIDED_UNWANTED", reason: number })),
  );
});

it("keeps the booking that is whole, also when it is not the first", async () => {
  const packages = [aPackage, aPackage];
  await fault("SHIP", { kind: "BOOK_LATE", afterSeconds: 60 });
  const { purchase } = await buyHastily({ shipment: aShipment({ packages }), labelFormat: "ZPL" });
  await service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference: purchase.carrierReference });
  await sweep();
  expect((await read(purchase.id)).state).toBe("UNKNOWN");
  await service.control.advanceClock(61);
  await sweep();
  await service.control.advanceClock(-61);
  expect((await read(purchase.id)).state).toBe("PURCHASED");
  expect((await bookings(purchase.carrierReference)).map((booking) => booking.isVoided)).toEqual([true, false]);
});

it("goes on voiding a second booking while UPS is down", async () => {
  const purchase = await loseAnswer();
  await service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference: purchase.carrierReference });
  await fault("VOID", { kind: "STATUS", status: 503, times: 30 });
  await sweep();
  const [, second] = await bookings(purchase.carrierReference);
  expect((await read(purchase.id)).state).toBe("PURCHASED");
  expect(await unwantedBookings(purchase.id)).toEqual([second?.number]);
  await sweep();
  await service.control.clearFaults();
  await sweep();
  expect(await unwantedBookings(purchase.id)).toEqual([]);
  expect((await bookings(purchase.carrierReference)).map((booking) => booking.isVoided)).toEqual([false, true]);
  await sweep();
  const open = await sql(service, "select id from label_purchase where id = $1 and next_check_at is not null", [
    purchase.id,
  ]);
  expect(open).toEqual([]);
});

it("voids a booking that shows after its purchase was given up, once, and says so in the audit", async () => {
  await fault("SHIP", { kind: "BOOK_LATE", afterSeconds: 14_400 });
  const { purchase, shipment } = await buyHastily();
  await later(7_200);
  await sweep();
  expect((await read(purchase.id)).state).toBe("NOT_CREATED");
  const second = await bought(service, { shipmentId: shipment.id });
  await service.control.advanceClock(14_401);
  await sweep();
  await sweep();
  await service.control.advanceClock(-14_401);
  const [late] = await bookings(purchase.carrierReference);
  expect(late?.isVoided).toBe(true);
  expect(await decisions(purchase.id)).toEqual([
    { actor: "worker", decision: "VOIDED_UNWANTED", reason: late?.number },
  ]);
  expect((await read(purchase.id)).state).toBe("NOT_CREATED");
  expect((await bookings(second.purchase.carrierReference)).map((booking) => booking.isVoided)).toEqual([false]);
});

it("leaves a booking alone that was voided before", async () => {
  const purchase = await loseAnswer();
  await service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference: purchase.carrierReference });
  await sweep();
  const [, second] = await bookings(purchase.carrierReference);
  const row = await sql(service, 'select id, tenant_id as "tenantId" from label_purchase where id = $1', [purchase.id]);
  await service.control.clearRequests();
  await voidUnwanted(service.deps, {} as never, row[0], second?.number as string);
  expect(await requestCount(service, "VOID")).toBe(0);
});

describe("an answer that takes longer than the client waits", () => {
  it("gives PENDING with the time to ask again, and is PURCHASED later", async () => {
    await hold(service, "SHIP");
    const idempotencyKey = aKey();
    const { purchase, shipment } = await buyHastily({ idempotencyKey });
    expect(purchase).toMatchObject({ retryAfterSeconds: 2, charges: null });
    expect(shipment.status).toBe("PURCHASING");
    await service.control.release();
    expect(await ended(service, { idempotencyKey })).toMatchObject({ id: purchase.id, state: "PURCHASED" });
    expect(await requestCount(service, "SHIP")).toBe(1);
  });

  it("is waited for by the same key, which asks UPS nothing", async () => {
    await hold(service, "SHIP");
    const input = { idempotencyKey: aKey(), shipment: aShipment() };
    await buyHastily(input);
    const { texts, stop } = watchStatements();
    const second = buy(service, input);
    // By its key, for its outcome, and for its outcome again.
    await eventually(() => texts().filter((text) => /from "label_purchase"/i.test(text)).length > 2);
    stop();
    await service.control.release();
    expect((await second).purchase.state).toBe("PURCHASED");
    expect(await requestCount(service, "SHIP")).toBe(1);
  });

  it("is adopted once when the worker was quicker", async () => {
    await fault("SHIP", { kind: "LOSE_ANSWER" });
    const { purchase } = await buy(service);
    await Promise.all([sweep(), sweep(), sweepDuePurchases(service.deps)]);
    expect((await read(purchase.id)).state).toBe("PURCHASED");
    expect((await bookings(purchase.carrierReference)).length).toBe(1);
    expect(await requestCount(service, "VOID")).toBe(0);
  });
});

it("takes UPS's late clear answer also after it was given up for unknown", async () => {
  await hold(service, "SHIP");
  const { purchase } = await buyHastily();
  await sweep();
  expect((await read(purchase.id)).state).toBe("UNKNOWN");
  await service.control.release();
  expect(await decided(purchase.id)).toMatchObject({
    state: "PURCHASED",
    shipment: { charges: { isActualEstimated: false } },
  });
});

it("takes UPS's late refusal also after it was given up for unknown", async () => {
  await hold(service, "SHIP");
  const shipTo = { ...newYork, name: "Refused Recipient", company: null };
  const { purchase } = await buyHastily({ shipment: aShipment({ shipTo }) });
  await sweep();
  expect((await read(purchase.id)).state).toBe("UNKNOWN");
  await service.control.release();
  expect(await decided(purchase.id)).toMatchObject({
    ...{ state: "REJECTED", retryAfterSeconds: null, shipment: { status: "DRAFT" } },
    userErrors: [{ code: "CARRIER_REJECTED", carrierErrorCode: "121000" }],
  });
});

it("voids what UPS sold after a person had given the purchase up", async () => {
  await hold(service, "SHIP");
  const { purchase, shipment } = await buyHastily();
  await sweep();
  await service.run(
    `mutation ($id: ID!) { resolvePurchase(input: { purchaseId: $id, decision: NOT_CREATED }) { userErrors { message } } }`,
    { id: purchase.id },
  );
  const second = await bought(service, { shipmentId: shipment.id });
  await service.control.release();
  const made = await eventually(
    () => decisions(purchase.id),
    ({ length }) => length === 2,
  );
  expect(made.map(({ decision }: { decision: string }) => decision)).toEqual(["NOT_CREATED", "VOIDED_UNWANTED"]);
  expect((await read(purchase.id)).state).toBe("NOT_CREATED");
  expect((await bookings(purchase.carrierReference)).map((booking) => booking.isVoided)).toEqual([true]);
  expect((await bookings(second.purchase.carrierReference)).map((booking) => booking.isVoided)).toEqual([false]);
});
