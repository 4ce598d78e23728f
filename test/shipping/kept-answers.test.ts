import { readdir, rm } from "node:fs/promises";
import { settleKept } from "../../src/shipping/reconcile/settle-kept.js";
import { eventually } from "../support/eventually.js";
import {
  aKey,
  arrived,
  aShipment,
  buy,
  ended,
  hold,
  makeDue,
  purchaseBy,
  requestCount,
  sql,
} from "../support/purchases.js";
import { type Relay, startRelay } from "../support/relay.js";
import { newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";
import { throwAwayFolder } from "../support/throw-away-folder.js";

/** `direct` reaches the database as it is, `service` through the relay: two servers that share one folder. */
let answersDir: string;
let direct: TestService;
let relay: Relay;
let service: TestService;
beforeAll(async () => {
  answersDir = await throwAwayFolder("shipping-answers");
  direct = await startTestService({ answersDir });
  await seedAccount(direct);
  relay = await startRelay(Number(new URL(direct.testDatabase.url).port));
  service = await startTestService({ answersDir, sharing: direct, databasePort: relay.port });
  await buy(service);
});
afterAll(async () => {
  relay.pass();
  await service.settled();
  await service.close();
  await direct.close();
  await relay.close();
  await rm(answersDir, { recursive: true, force: true });
});
beforeEach(() => direct.control.clearRequests());
afterEach(async () => {
  relay.pass();
  await service.settled();
  expect(await readdir(answersDir)).toEqual([]);
});

const keptFiles = () => readdir(answersDir);

/** Buys, and takes the database away from the server that is asked between UPS's answer and its store. */
async function answeredWithoutDatabase(input: Record<string, unknown> = {}): Promise<string> {
  const idempotencyKey = aKey();
  await hold(direct, "SHIP");
  const bought = buy(service, { idempotencyKey, ...input }).catch(() => null);
  await arrived(direct, "SHIP");
  relay.cut();
  await direct.control.release();
  await eventually(keptFiles, (files) => files.length > 0);
  void bought;
  return idempotencyKey;
}

const chargesOf = (idempotencyKey: string) =>
  sql(
    direct,
    `select state, charges_amount, charges_are_estimated, (select count(*)::int from label_file f join shipping_label l
      on l.id = f.label_id join purchased_package p on p.id = l.purchased_package_id where p.purchase_id = purchase.id)
      as files from label_purchase purchase where idempotency_key = $1`,
    [idempotencyKey],
  ).then(([row]) => row);

it("is settled from the journal when the database is back: UPS's own charges, numbers and labels, nothing asked again", async () => {
  const idempotencyKey = await answeredWithoutDatabase();
  expect((await purchaseBy(direct, { idempotencyKey })).state).toBe("PENDING");

  await settleKept(direct.deps);

  expect(await keptFiles()).toEqual([]);
  const [told] = (await direct.control.ledger()).slice(-1);
  const purchase = await purchaseBy(direct, { idempotencyKey });
  expect(purchase.shipment.packages[0].trackingNumber).toBe(told?.shipmentIdentificationNumber);
  expect(await chargesOf(idempotencyKey)).toMatchObject({ state: "PURCHASED", charges_are_estimated: false, files: 2 });
  const counts = await Promise.all(["SHIP", "RECOVER_LABEL", "RATE"].map((name) => requestCount(direct, name)));
  expect(counts).toEqual([1, 0, 0]);

  // The server that was answered has not given up: what it stores later changes nothing.
  relay.pass();
  await service.settled();
  expect(await purchaseBy(direct, { idempotencyKey })).toEqual(purchase);
});

it("is stored by the server that was answered when the database is back soon, and nothing is left", async () => {
  const idempotencyKey = await answeredWithoutDatabase();
  relay.pass();
  expect((await ended(direct, { idempotencyKey })).state).toBe("PURCHASED");
  await service.settled();
  expect(await chargesOf(idempotencyKey)).toMatchObject({ charges_are_estimated: false, files: 2 });
});

it("keeps a refusal too, so that the shipment can be bought again at once", async () => {
  const shipTo = { ...newYork, name: "Refused Recipient", company: null };
  const idempotencyKey = await answeredWithoutDatabase({ shipment: aShipment({ shipTo }) });
  await settleKept(direct.deps);
  expect(await purchaseBy(direct, { idempotencyKey })).toMatchObject({
    ...{ state: "REJECTED", shipment: { status: "DRAFT" } },
    userErrors: [{ code: "CARRIER_REJECTED", carrierErrorCode: "121000" }],
  });
});

it("puts right the estimated charges of a booking that was recovered before its answer came to hand", async () => {
  const idempotencyKey = await answeredWithoutDatabase();
  await sql(
    direct,
    "update label_purchase set started_at = started_at - interval '1 hour' where idempotency_key = $1",
    [idempotencyKey],
  );
  await makeDue(direct);
  await sweepDuePurchases(direct.deps);
  const recovered = await chargesOf(idempotencyKey);
  expect(recovered).toMatchObject({ state: "PURCHASED", charges_are_estimated: true });

  await settleKept(direct.deps);

  expect(await chargesOf(idempotencyKey)).toMatchObject({ state: "PURCHASED", charges_are_estimated: false, files: 2 });
});

it("voids what a person had decided was never created", async () => {
  const idempotencyKey = await answeredWithoutDatabase();
  const { id } = await purchaseBy(direct, { idempotencyKey });
  await sql(direct, "update label_purchase set started_at = started_at - interval '1 hour' where id = $1", [id]);
  await direct.run(
    `mutation ($input: ResolvePurchaseInput!) { resolvePurchase(input: $input) { purchase { state } userErrors { message } } }`,
    { input: { purchaseId: id, decision: "NOT_CREATED", reason: "UPS says so" } },
  );

  await settleKept(direct.deps);
  await makeDue(direct);
  await sweepDuePurchases(direct.deps);

  expect((await purchaseBy(direct, { id })).state).toBe("NOT_CREATED");
  const [booking] = (await direct.control.ledger()).slice(-1);
  expect(booking?.voidedAt).not.toBeNull();
});

it("is stored once when two servers settle it at the same time", async () => {
  const idempotencyKey = await answeredWithoutDatabase({ shipment: aShipment() });
  const third = await startTestService({ answersDir, sharing: direct });
  relay.pass();
  await Promise.all([settleKept(direct.deps), settleKept(third.deps), service.settled()]);
  await third.close();
  expect(await chargesOf(idempotencyKey)).toMatchObject({ state: "PURCHASED", charges_are_estimated: false, files: 2 });
});
