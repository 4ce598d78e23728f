import { Client } from "pg";
import { lockWaits } from "../support/database-activity.js";
import { eventually } from "../support/eventually.js";
import {
  aKey,
  arrived,
  aShipment,
  bought,
  buy,
  draft,
  hold,
  makeDue,
  purchaseBy,
  requestCount,
  sql,
} from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ timings: { notCreatedAfter: 3_600 } });
  await seedAccount(service);
});
beforeEach(async () => {
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(() => service.close());

const resolvePurchase = `mutation ($input: ResolvePurchaseInput!) {
  resolvePurchase(input: $input) { purchase { id state } userErrors { code field } }
}`;
const resolve = async (input: Record<string, unknown>) =>
  (await service.run(resolvePurchase, { input })).resolvePurchase;

const look = async () => {
  await makeDue(service);
  await sweepDuePurchases(service.deps);
};

const bookingOf = async (carrierReference: string) =>
  (await service.control.ledger()).find((booking) => booking.references.includes(carrierReference))!;

/** A purchase that UPS booked, whose answer was lost and that a person took for not created. */
async function givenUp(shipmentId?: string) {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  const { purchase } = await buy(service, shipmentId ? { shipmentId } : {});
  await resolve({ purchaseId: purchase.id, decision: "NOT_CREATED" });
  return { purchase, booking: await bookingOf(purchase.carrierReference) };
}

it("keeps a late booking that a person took over into the next purchase of the shipment", async () => {
  const shipmentId = await draft(service);
  const { purchase: first, booking } = await givenUp(shipmentId);
  await service.control.addFault({ operation: "SHIP", kind: "RESET_BEFORE" });
  const { purchase: second } = await buy(service, { shipmentId });
  const trackingNumber = booking.packages[0]!.trackingNumber;
  expect((await resolve({ purchaseId: second.id, decision: "ADOPT", trackingNumber })).userErrors).toEqual([]);
  await look();
  await look();
  expect((await bookingOf(first.carrierReference)).voidedAt).toBeNull();
  const kept = await purchaseBy(service, { id: second.id });
  expect(kept).toMatchObject({
    state: "PURCHASED",
    shipment: { packages: [{ trackingNumber, voidState: "NOT_VOIDED" }] },
  });
});

it("does not take over a booking that is voided as unwanted", async () => {
  const { booking } = await givenUp();
  await look();
  const shipmentId = await draft(service);
  await service.control.addFault({ operation: "SHIP", kind: "RESET_BEFORE" });
  const { purchase } = await buy(service, { shipmentId });
  const answer = await resolve({
    purchaseId: purchase.id,
    decision: "ADOPT",
    trackingNumber: booking.packages[0]!.trackingNumber,
  });
  expect(answer.userErrors).toEqual([expect.objectContaining({ field: ["input", "trackingNumber"] })]);
  expect((await purchaseBy(service, { id: purchase.id })).state).toBe("UNKNOWN");
});

it("does not take over a booking of another account", async () => {
  await service.control.addFault({ operation: "SHIP", kind: "RESET_BEFORE" });
  const { purchase } = await buy(service);
  const answer = await resolve({ purchaseId: purchase.id, decision: "ADOPT", trackingNumber: "1ZZZZZZZ0300000012" });
  expect(answer.userErrors).toEqual([{ code: "NOT_FOUND", field: ["input", "trackingNumber"] }]);
  expect(await requestCount(service, "RECOVER_LABEL")).toBe(0);
});

it("stops asking UPS to void what it refuses to void, and keeps that on record", async () => {
  const { purchase } = await givenUp();
  // Found while UPS still gives its label, and not voided until UPS no longer does that.
  await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503 });
  await look();
  const hundredDays = 100 * 86_400;
  await service.control.advanceClock(hundredDays);
  await look();
  await look();
  await look();
  await service.control.advanceClock(-hundredDays);
  await service.settled();
  // But for the token, which a hundred days have made too old.
  const asked = `select http_status as status from carrier_request
    where purchase_id = $1 and operation = 'VOID' and http_status <> 401 order by started_at`;
  expect(await sql(service, asked, [purchase.id])).toEqual([{ status: 503 }, { status: 400 }]);
  expect(
    await sql(service, "select decision from purchase_decision where purchase_id = $1 order by id", [purchase.id]),
  ).toEqual([{ decision: "NOT_CREATED" }, { decision: "VOID_OF_UNWANTED_REFUSED" }]);
  const audit = `select actor_kind as by, changes -> 0 ->> 'after' as decision from audit_event
    where target_id = $1 and kind = 'PURCHASE_DECIDED' order by occurred_at, id`;
  expect(await sql(service, audit, [purchase.id])).toEqual([
    { by: "TOKEN", decision: "NOT_CREATED" },
    { by: "SYSTEM", decision: "VOID_OF_UNWANTED_REFUSED" },
  ]);
});

it("lists a purchase as stuck while a booking nobody wants is not voided", async () => {
  const { purchase } = await givenUp();
  await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 100 });
  await look();
  const { stuckPurchases } = await service.run("{ stuckPurchases(first: 100) { nodes { id state } } }");
  expect(stuckPurchases.nodes).toContainEqual({ id: purchase.id, state: "NOT_CREATED" });
});

it("repeats with the same key and clientReference what never reached UPS", async () => {
  await service.control.addFault({ operation: "SHIP", kind: "RATE_LIMIT", times: 3 });
  const input = { idempotencyKey: aKey(), shipment: aShipment({ clientReference: "order-77" }) };
  const refused = await buy(service, input);
  expect(refused.userErrors).toEqual([expect.objectContaining({ code: "CARRIER_UNAVAILABLE" })]);
  await service.control.clearFaults();
  const { shipment } = await bought(service, input);
  expect(shipment.id).toBe(refused.shipment.id);
  expect((await buy(service, { ...input, idempotencyKey: aKey() })).userErrors).toEqual([
    expect.objectContaining({ code: "CONFLICT", field: ["input", "shipment", "clientReference"] }),
  ]);
});

it("stores the answer although somebody holds the shipment for longer than a lock is waited for", async () => {
  const impatient = await startTestService({ sharing: service, databaseTimeouts: { lockMs: 300 } });
  const shipmentId = await draft(service);
  await hold(service, "SHIP");
  const buying = buy(impatient, { shipmentId });
  await arrived(service, "SHIP");
  const letGo = await holdShipment(shipmentId);
  await service.control.release();
  await eventually(() => lockWaits(service));
  // Nobody waits any more, though the shipment is still held: the first try has failed.
  await eventually(async () => (await lockWaits(service)) === 0);
  await letGo();
  await buying;
  await impatient.close();
  const [row] = await sql(service, "select state, charges_are_estimated from label_purchase where shipment_id = $1", [
    shipmentId,
  ]);
  expect(row).toEqual({ state: "PURCHASED", charges_are_estimated: false });
});

async function holdShipment(shipmentId: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: service.testDatabase.url });
  await client.connect();
  await client.query("begin");
  await client.query("select set_config('role', 'shipping_app', true), set_config('app.tenant_id', $1, true)", [
    service.tenantId,
  ]);
  await client.query("select 1 from shipment where id = $1 for update", [shipmentId]);
  return async () => {
    await client.query("rollback");
    await client.end();
  };
}
