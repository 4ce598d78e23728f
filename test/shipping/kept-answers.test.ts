import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isPart } from "../../src/journal/folder.js";
import { noJournal } from "../../src/journal/journal.js";
import type { Log } from "../../src/log.js";
import { settleKept } from "../../src/shipping/reconcile/settle-kept.js";
import { measureWith } from "../../src/telemetry/instruments.js";
import { upload } from "../support/documents.js";
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
  voidShipment,
} from "../support/purchases.js";
import { type Relay, startRelay } from "../support/relay.js";
import { newYork, seedAccount } from "../support/seed.js";
import { silentLog, startTestService, type TestService } from "../support/service.js";
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
  await settleKept(direct.deps);
  expect(await readdir(answersDir)).toEqual([]);
  const twice = "select purchase_id from carrier_request where operation = 'SHIP' group by 1 having count(*) > 1";
  expect(await sql(direct, twice)).toEqual([]);
});

const keptFiles = async (kind = "SHIP") =>
  (await readdir(answersDir)).filter((file) => file.startsWith(`${kind}@`) && !isPart(file));

const callsOf = async (idempotencyKey: string): Promise<string[]> => {
  const calls = `select operation || ' ' || coalesce(http_status::text, 'none') as call from carrier_request
    where purchase_id = (select id from label_purchase where idempotency_key = $1) order by started_at`;
  return (await sql(direct, calls, [idempotencyKey])).map(({ call }: { call: string }) => call);
};

/** Buys, and takes the database away from the server that is asked between UPS's answer and its store. */
async function answeredWithoutDatabase(input: Record<string, unknown> = {}): Promise<string> {
  const idempotencyKey = aKey();
  await hold(direct, "SHIP");
  const bought = buy(service, { idempotencyKey, ...input }).catch(() => null);
  await arrived(direct, "SHIP");
  relay.cut();
  await direct.control.release();
  await eventually(
    () => keptFiles(),
    (files) => files.length > 0,
  );
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

const resolve = (purchaseId: string, decision: string) =>
  direct.run(`mutation ($input: ResolvePurchaseInput!) { resolvePurchase(input: $input) { userErrors { message } } }`, {
    input: { purchaseId, decision, reason: "UPS says so" },
  });

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

it.each([
  ["ANSWERED", {}],
  ["REJECTED", { shipTo: { ...newYork, name: "Refused Recipient", company: null } }],
])("counts a purchase once that is settled twice (%s)", async (outcome, parts) => {
  const counted: unknown[] = [];
  measureWith((instrument, _, labels) => void (instrument === "purchase" && counted.push(labels)));
  await answeredWithoutDatabase({ shipment: aShipment(parts) });
  await settleKept(direct.deps);
  relay.pass();
  await service.settled();
  measureWith(null);
  expect(counted).toEqual([{ outcome }]);
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

const spent = async () => {
  const read = `select period, used::float8 as used from spend_counter where spender = '*' and unit = 'USD'
    and period = 'DAY'`;
  const [row] = await sql(direct, read);
  return row?.used ?? 0;
};

it("puts right the estimated charges of a booking that was recovered before its answer came to hand", async () => {
  await sql(direct, "insert into spend_limit values ($1, '*', 'DAY', 'USD', 1000000)", [direct.tenantId]);
  const before = await spent();
  const idempotencyKey = await answeredWithoutDatabase();
  await makeDue(direct);
  // By a server of another machine, which does not see what is kept here.
  await sweepDuePurchases({ ...direct.deps, journal: noJournal });
  const recovered = await chargesOf(idempotencyKey);
  expect(recovered).toMatchObject({ state: "PURCHASED", charges_are_estimated: true });
  // As a carrier whose rates say another price than its bill.
  await sql(direct, "update label_purchase set charges_amount = charges_amount + 7 where idempotency_key = $1", [
    idempotencyKey,
  ]);
  expect((await spent()) - before).toBeCloseTo(Number(recovered.charges_amount) + 7, 2);

  await settleKept(direct.deps);

  expect(await chargesOf(idempotencyKey)).toMatchObject({ state: "PURCHASED", charges_are_estimated: false, files: 2 });
  expect((await spent()) - before).toBeCloseTo(Number((await chargesOf(idempotencyKey)).charges_amount), 2);
  await sql(direct, "delete from spend_limit");
});

it("voids what a person had decided was never created", async () => {
  const idempotencyKey = await answeredWithoutDatabase();
  const { id } = await purchaseBy(direct, { idempotencyKey });
  await sql(direct, "update label_purchase set started_at = started_at - interval '1 hour' where id = $1", [id]);
  await resolve(id, "NOT_CREATED");

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

describe("the call log", () => {
  const left = () => readdir(answersDir).then((files) => files.filter((file) => file.startsWith("CALL@")).length);

  it("gets a purchase's row once the database is back, also where UPS gave no answer", async () => {
    await direct.control.addFault({ operation: "SHIP", kind: "HANG" });
    const idempotencyKey = aKey();
    const impatient = await startTestService({
      ...{ answersDir, sharing: direct, databasePort: relay.port, upsLimits: { shipTimeoutMs: 1_000 } },
    });
    const bought = buy(impatient, { idempotencyKey }).catch(() => null);
    await arrived(direct, "SHIP");
    relay.cut();
    await eventually(left, (count) => count === 1);
    expect(await callsOf(idempotencyKey)).toEqual([]);

    await settleKept(direct.deps);

    expect(await callsOf(idempotencyKey)).toEqual(["SHIP none"]);
    relay.pass();
    await bought;
    await impatient.close();
    expect(await callsOf(idempotencyKey)).toEqual(["SHIP none"]);
  });

  it("gets a void's row once the database is back, and what it holds is what it always does", async () => {
    const { shipment, purchase } = await buy(service);
    await answeredTo("VOID", () => voidShipment(service, { shipmentId: shipment.id }));
    await eventually(left, (count) => count === 1);

    await settleKept(direct.deps);

    const rows = await sql(direct, "select * from carrier_request where purchase_id = $1 order by started_at", [
      purchase.id,
    ]);
    expect(rows).toMatchObject([{ operation: "SHIP" }, { operation: "VOID", http_status: 200 }]);
    expect(Object.keys(rows[1])).toEqual(Object.keys(rows[0]));
  });
});

/** UPS answers the operation, of which the server has no database to store the answer in. */
async function answeredTo(operation: "VOID" | "UPLOAD_DOCUMENT", ask: () => Promise<unknown>): Promise<void> {
  await direct.control.clearRequests();
  await hold(direct, operation);
  const asked = ask().catch(() => null);
  await arrived(direct, operation);
  relay.cut();
  await direct.control.release();
  await asked;
  relay.pass();
}

it("stores what UPS answered to a void, without asking again", async () => {
  const { shipment } = await buy(service);
  await answeredTo("VOID", () => voidShipment(service, { shipmentId: shipment.id }));
  const stateNow = async () =>
    (await sql(direct, "select status from shipment where id = $1", [shipment.id]))[0].status;
  expect([await stateNow(), (await keptFiles("VOID")).length]).toEqual(["PURCHASED", 1]);

  await settleKept(direct.deps);

  expect([await stateNow(), await requestCount(direct, "VOID")]).toEqual(["VOIDED", 1]);
  const events = "select count(*)::int from shipping_event where shipment_id = $1 and type = 'LABEL_VOIDED'";
  expect(await sql(direct, events, [shipment.id])).toEqual([{ count: 1 }]);
});

it("stores what UPS answered to the void of a booking that nobody wants, once", async () => {
  const idempotencyKey = await answeredWithoutDatabase();
  const { id } = await purchaseBy(direct, { idempotencyKey });
  await sql(direct, "update label_purchase set started_at = started_at - interval '1 hour' where id = $1", [id]);
  await resolve(id, "NOT_CREATED");
  // The server that was answered comes too late, and voids what it bought.
  await answeredTo("VOID", () => {
    relay.pass();
    return service.settled();
  });
  expect((await keptFiles("VOID_UNWANTED")).length).toBe(1);

  await settleKept(direct.deps);
  await makeDue(direct);
  await sweepDuePurchases(direct.deps);

  expect(await requestCount(direct, "VOID")).toBe(1);
  const audit = "select decision from purchase_decision where purchase_id = $1 and actor = 'worker'";
  expect(await sql(direct, audit, [id])).toEqual([{ decision: "VOIDED_UNWANTED" }]);
});

it("stores a document that UPS has taken, under UPS's number, and a repeat uploads it no second time", async () => {
  const input = { base64: Buffer.from("a box that the database missed").toString("base64") };
  await answeredTo("UPLOAD_DOCUMENT", () => upload(service, input));
  expect((await keptFiles("UPLOAD")).length).toBe(1);

  await settleKept(direct.deps);

  const { document } = await upload(direct, input);
  expect(document).toMatchObject({ id: expect.stringMatching(/^doc_/) });
  expect(await requestCount(direct, "UPLOAD_DOCUMENT")).toBe(1);
});

it("keeps for people what the carrier booked and the database does not know, as after a restore", async () => {
  const told: unknown[] = [];
  const log: Log = { ...silentLog, error: (_, fields) => void told.push(fields?.number ?? fields?.id) };
  const before = await startTestService({ answersDir, sharing: direct });
  const restored = await startTestService({ answersDir, sharing: direct, log });
  const shipped = { shipmentIdentificationNumber: "1Z12345E0205271688", packages: [], chargeItems: [], charges: null };
  const outcome = { kind: "ANSWERED", value: shipped, messages: [] };
  const { tenantId } = direct;
  await before.deps.journal.keep({ kind: "SHIP", tenantId, id: "lpu_lost" }, { outcome, userErrors: [] });
  await before.deps.journal.keep({ kind: "CALL", tenantId, id: "crq_lost" }, aCallOf({ id: "crq_lost", tenantId }));
  await settleKept(restored.deps);
  await Promise.all([before.close(), restored.close()]);
  expect(told).toEqual([shipped.shipmentIdentificationNumber, "lpu_lost", "crq_lost"]);
  const files = await readdir(answersDir);
  expect(files.sort()).toEqual([
    expect.stringMatching(/crq_lost.*\.aside$/),
    expect.stringMatching(/lpu_lost.*\.aside$/),
  ]);
  for (const file of files) await rm(join(answersDir, file));
});

const aCallOf = (row: { id: string; tenantId: string }) => ({
  ...row,
  ...{ accountId: "cac_unknown", purchaseId: null, operation: "SHIP", startedAt: new Date().toISOString() },
  ...{ durationMs: 1, httpStatus: 200, carrierErrorCode: null, transactionId: "t", carrierTransactionId: null },
});
