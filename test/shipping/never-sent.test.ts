import { Client } from "pg";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { LabelPurchase } from "../../src/entities/label-purchase.js";
import { buyGeneratedReturn } from "../../src/shipping/purchase/buy-generated-return.js";
import { startCommitCut } from "../support/commit-cut.js";
import { eventually } from "../support/eventually.js";
import { startTestHttpServer } from "../support/http.js";
import {
  aKey,
  arrived,
  aShipment,
  bought,
  buy,
  hold,
  makeDue,
  purchaseBy,
  purchaseLabel,
  requestCount,
  sql,
  voidShipment,
} from "../support/purchases.js";
import { bookedReturns, returnsOf } from "../support/returns.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

/** Of the buying lane; a purchase gives up waiting for one of them after two seconds. */
const connections = 2;
const sendWithin = 2;

let service: TestService;
beforeAll(async () => {
  service = await startTestService({
    upsLimits: { connections },
    timings: { sendWithin, reconcileAfter: 90 },
  });
  await seedAccount(service);
  await bought(service);
});
beforeEach(() => service.control.clearRequests());
afterEach(async () => {
  await service.control.clearFaults();
  await service.control.release();
  await service.settled();
});
afterAll(() => service.close());

const rowOf = async (idempotencyKey: string) =>
  (
    await sql(
      service,
      `select id, state, sent_at is not null as is_sent,
        round(extract(epoch from next_check_at - now()))::int as due from label_purchase where idempotency_key = $1`,
      [idempotencyKey],
    )
  )[0];
const bookingsOf = async (reference: string) =>
  (await service.control.ledger()).filter(({ references }) => references.includes(reference));

/** Fills the buying lane with purchases that UPS keeps waiting. */
async function fillLane(): Promise<Promise<unknown>[]> {
  await hold(service, "SHIP", connections);
  const held = Array.from({ length: connections }, () => buy(service));
  await arrived(service, "SHIP", connections);
  return held;
}

it("a purchase that gets no connection in time ends in seconds as not sent, and is bought with the same key", async () => {
  const http = await startTestHttpServer({ schema: service.schema, createContext: () => service.context() });
  const post = async (input: object) => (await http.query(purchaseLabel, {}, { input })).body.data.purchaseLabel;
  const held = await fillLane();
  const input = { idempotencyKey: aKey(), shipment: aShipment() };
  const begun = performance.now();

  const waited = await post(input);

  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(waited).toMatchObject({
    purchase: { state: "NOT_CREATED" },
    shipment: { status: "DRAFT" },
    userErrors: [{ code: "CARRIER_UNAVAILABLE" }],
  });
  expect(await requestCount(service, "SHIP")).toBe(connections);
  await service.control.release();
  await Promise.all(held);
  expect((await post(input)).purchase.state).toBe("PURCHASED");
  await http.stop();
});

it("a purchase that waits for a connection is not noted as sent, and the worker ends it where its server died", async () => {
  const held = await fillLane();
  const idempotencyKey = aKey();
  const waiting = buy(service, { idempotencyKey });
  const claimed = await eventually(() => rowOf(idempotencyKey));
  expect(claimed).toMatchObject({ state: "PENDING", is_sent: false });
  expect(claimed.due).toBeLessThanOrEqual(sendWithin + 5);

  // The look comes before its own server gives it up: whoever is first, it never leaves.
  await sql(service, "update label_purchase set next_check_at = now() where id = $1", [claimed.id]);
  await sweepDuePurchases(service.deps);
  expect(await purchaseBy(service, { id: claimed.id })).toMatchObject({
    state: "NOT_CREATED",
    shipment: { status: "DRAFT" },
    userErrors: [{ code: "CARRIER_UNAVAILABLE" }],
  });
  await service.control.release();
  await Promise.all(held);
  await waiting;
  expect(await requestCount(service, "SHIP")).toBe(connections);
});

it("what cannot be noted as leaving does not leave, and what was noted unclearly is free again", async () => {
  // PostgreSQL ends the session of the very transaction that notes it: its COMMIT has no answer.
  const cut = `create function cut_session() returns trigger language plpgsql security definer as $$
    begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`;
  const owner = new Client({ connectionString: service.testDatabase.adminUrl });
  await owner.connect();
  await owner.query(cut);
  await owner.query(`create constraint trigger cut_leaving after update of sent_at on label_purchase
    deferrable initially deferred for each row when (old.sent_at is null and new.sent_at is not null)
    execute function cut_session()`);
  const idempotencyKey = aKey();
  const unsent = await buy(service, { idempotencyKey });
  await owner.query("drop trigger cut_leaving on label_purchase; drop function cut_session()");
  await owner.end();

  expect(unsent.purchase.state).toBe("NOT_CREATED");
  const sent = await service.run("query ($id: ID!) { labelPurchase(id: $id) { sentAt } }", { id: unsent.purchase.id });
  expect(sent.labelPurchase.sentAt).toBeNull();
  expect(await requestCount(service, "SHIP")).toBe(0);
  const again = await buy(service, { idempotencyKey });
  expect(again.purchase.state).toBe("PURCHASED");
  expect(await bookingsOf(again.purchase.carrierReference)).toHaveLength(1);
});

it("what is noted as leaving by a COMMIT whose answer is lost does not leave, and is free again", async () => {
  const cut = await startCommitCut(service.testDatabase.url);
  const other = await startTestService({
    sharing: { ...service, testDatabase: { ...service.testDatabase, url: cut.url } },
  });
  const idempotencyKey = aKey();
  cut.loseCommitAfter('"sent_at" = coalesce');

  const { purchase } = await buy(other, { idempotencyKey });

  expect([cut.lost(), purchase.state]).toEqual([1, "NOT_CREATED"]);
  expect(await requestCount(service, "SHIP")).toBe(0);
  const { labelPurchase } = await service.run("query ($id: ID!) { labelPurchase(id: $id) { sentAt } }", {
    id: purchase.id,
  });
  expect(labelPurchase.sentAt).toEqual(expect.any(String));
  expect((await buy(service, { idempotencyKey })).purchase.state).toBe("PURCHASED");
  await other.close();
  await cut.close();
});

it("a void whose server died before it left is done in seconds, and one that left is waited for", async () => {
  const { shipment, purchase } = await bought(service, { idempotencyKey: aKey() });
  const held = await fillLane();
  const waiting = voidShipment(service, { shipmentId: shipment.id });
  const due = async () =>
    (
      await sql(
        service,
        "select round(extract(epoch from next_check_at - now()))::int as due from label_purchase where id = $1",
        [purchase.id],
      )
    )[0].due as number | null;
  await eventually(due, (seconds) => seconds !== null);
  expect(await due()).toBeLessThanOrEqual(sendWithin + 5);
  expect(await waiting).toMatchObject({
    shipment: { packages: [{ voidState: "VOID_PENDING" }] },
    userErrors: [{ code: "CARRIER_UNAVAILABLE" }],
  });
  expect(await due()).toBeLessThanOrEqual(sendWithin + 5);
  await service.control.release();
  await Promise.all(held);

  await hold(service, "VOID");
  const left = voidShipment(service, { shipmentId: shipment.id });
  await arrived(service, "VOID");
  expect(await due()).toBeGreaterThan(80);
  await service.control.release();
  expect(await left).toMatchObject({ shipment: { status: "VOIDED" }, userErrors: [] });
});

it("a return that is bought by itself is bought all the same when its server died before it left", async () => {
  const before = (await bookedReturns(service)).length;
  await service.control.addFault({ operation: "SHIP", kind: "DELAY", seconds: 0 });
  await service.control.addFault({ operation: "SHIP", kind: "STATUS", status: 429, times: 30 });
  const { shipment, purchase } = await bought(service, {
    shipment: aShipment({ options: { generateReturnLabel: true } }),
  });
  await service.control.clearFaults();
  const stateOf = async () =>
    (await sql(service, "select state from generated_return where purchase_id = $1", [purchase.id]))[0].state;
  expect(await stateOf()).toBe("WAITING");
  await service.control.clearRequests();
  const held = await fillLane();
  const outbound = await inTenant(service.database, service.tenantId, (manager) =>
    manager.findOneByOrFail(LabelPurchase, { id: purchase.id }),
  );
  const dying = buyGeneratedReturn(service.deps, outbound);
  await eventually(stateOf, (state) => state === "CLAIMED");

  await sql(service, "update label_purchase set next_check_at = now() where state = 'PENDING' and sent_at is null");
  await sweepDuePurchases(service.deps);

  expect(await stateOf()).toBe("WAITING");
  await service.control.release();
  await Promise.all([...held, dying]);
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  expect((await returnsOf(service, shipment.id)).generatedReturn).toMatchObject({ state: "PURCHASED" });
  expect((await bookedReturns(service)).slice(before)).toHaveLength(1);
});
