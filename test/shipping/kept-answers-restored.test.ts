import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { findViolations } from "../../src/database/invariants/find-violations.js";
import { openDoubt } from "../../src/database/ledger-admin.js";
import { isPart } from "../../src/journal/folder.js";
import type { Log } from "../../src/log.js";
import { reconcileLedger } from "../../src/shipping/ledger/reconcile-ledger.js";
import { settleKept } from "../../src/shipping/reconcile/settle-kept.js";
import { eventually } from "../support/eventually.js";
import {
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
import { asOwner, backUp } from "../support/restored-database.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { silentLog, startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";
import { throwAwayFolder } from "../support/throw-away-folder.js";

/*
 * The database is backed up while purchases are at UPS, and restored after they were bought and in part voided: it has them
 * open again, while answers to voids lie in the journal or are lost too.
 */

/** Packages of each purchase, and which of them is voided before the restore. */
const cases = {
  "first, kept": { of: 2, voided: 0, isKept: true },
  "last, kept": { of: 2, voided: 1, isKept: true },
  "first, lost": { of: 2, voided: 0, isKept: false },
  "middle, lost": { of: 3, voided: 1, isKept: false },
  "not told by Track": { of: 2, voided: 1, isKept: true },
};
type Key = keyof typeof cases;
const keys = Object.keys(cases) as Key[];
/** Bought after the backup, with UPS's answer in hand when the database is lost. */
const lostKeys = ["repeated", "repeated while UPS cannot be asked", "not repeated"];

let answersDir: string;
let direct: TestService;
let relay: Relay;
let service: TestService;
let backup: Awaited<ReturnType<typeof backUp>>;
const told: [string, unknown][] = [];
const log: Log = { ...silentLog, warn: (message, fields) => void told.push([message, fields?.reason]) };
const numbers = new Map<string, string[]>();

const files = () => readdir(answersDir);
const filesOf = async (kind: "SHIP" | "VOID") =>
  (await files()).filter((file) => file.startsWith(`${kind}@`) && !isPart(file));

/** The database is away when UPS has answered. */
async function voidUnsettled(idempotencyKey: Key): Promise<void> {
  const { shipment } = await purchaseBy(direct, { idempotencyKey });
  const { voided, isKept } = cases[idempotencyKey];
  numbers.set(
    idempotencyKey,
    shipment.packages.map((pkg: { trackingNumber: string }) => pkg.trackingNumber),
  );
  const before = await files();
  await direct.control.clearRequests();
  await hold(direct, "VOID");
  const asked = voidShipment(service, { shipmentId: shipment.id, packageIds: [shipment.packages[voided].id] });
  asked.catch(() => undefined);
  await arrived(direct, "VOID");
  relay.cut();
  await direct.control.release();
  await asked.catch(() => undefined);
  relay.pass();
  const made = (await files()).filter((file) => !before.includes(file));
  expect(made.filter((file) => file.startsWith("VOID@"))).toHaveLength(1);
  for (const file of made) if (!isKept || !file.startsWith("VOID@")) await rm(join(answersDir, file));
}

/** The server waits for the database, and is told by the restored one that there are no such purchases. */
async function buyUnsettled(): Promise<void> {
  await direct.control.clearRequests();
  await hold(direct, "SHIP", lostKeys.length);
  for (const idempotencyKey of lostKeys) void buy(service, { idempotencyKey }).catch(() => undefined);
  await arrived(direct, "SHIP", lostKeys.length);
  relay.cut();
  await direct.control.release();
  await eventually(
    () => filesOf("SHIP"),
    ({ length }) => length === lostKeys.length,
  );
  const booked = await direct.control.ledger();
  for (const idempotencyKey of lostKeys) {
    const { carrierReference } = await purchaseBy(direct, { idempotencyKey });
    const booking = booked.find(({ references }) => references.includes(carrierReference));
    numbers.set(idempotencyKey, [booking!.shipmentIdentificationNumber]);
  }
}

/** As the next process would: what waits has no pause there. */
async function settleAnew(): Promise<void> {
  const next = await startTestService({ answersDir, sharing: direct });
  await settleKept(next.deps);
  await next.close();
}

beforeAll(async () => {
  answersDir = await throwAwayFolder("shipping-answers");
  direct = await startTestService({ answersDir, log });
  await seedAccount(direct);
  relay = await startRelay(Number(new URL(direct.testDatabase.url).port));
  service = await startTestService({ answersDir, sharing: direct, databasePort: relay.port });
  await hold(direct, "SHIP", keys.length);
  for (const idempotencyKey of keys) {
    const packages = Array.from({ length: cases[idempotencyKey].of }, () => aPackage);
    void buy(service, { idempotencyKey, shipment: aShipment({ packages }) }).catch(() => undefined);
  }
  await arrived(direct, "SHIP", keys.length);
  backup = await backUp(direct);
  await direct.control.release();
  for (const idempotencyKey of keys) expect((await ended(direct, { idempotencyKey })).state).toBe("PURCHASED");
  for (const key of keys) await voidUnsettled(key);
  await service.settled();
  await buyUnsettled();
  await backup.restore();
  relay.pass();
  await service.settled();
});
afterAll(async () => {
  relay.pass();
  await service.close();
  await direct.close();
  await relay.close();
  await backup.drop();
  await rm(answersDir, { recursive: true, force: true });
});

const violations = async (isAtRest: boolean) => {
  const options = { adminUrl: direct.testDatabase.adminUrl, reconcileAfterSeconds: 90, isAtRest };
  return (await findViolations(options)).filter(({ rows }) => rows.length > 0);
};

it("is not stored while the purchase that it is about is open, and waits", async () => {
  const kept = await filesOf("VOID");
  expect(kept).toHaveLength(3);
  await settleAnew();
  for (const idempotencyKey of keys)
    expect(await purchaseBy(direct, { idempotencyKey })).toMatchObject({
      state: "PENDING",
      shipment: { status: "PURCHASING" },
    });
  const waiting = await filesOf("VOID");
  expect([waiting.length, waiting.filter((file) => file.endsWith(".aside"))]).toEqual([kept.length, []]);
  expect(await violations(false)).toEqual([]);
});

it("a booking that was voided in part is for a person, told plainly, where the carrier does not say what was voided", async () => {
  const oldAndLater =
    "update label_purchase set next_check_at = now() + interval '1 hour', started_at = started_at - interval '3 hours'";
  await sql(direct, oldAndLater);
  await sql(direct, "update label_purchase set next_check_at = now() where idempotency_key = 'not told by Track'");
  await direct.control.addFault({ operation: "TRACK", kind: "REFUSE", code: "TW0001", times: 10 });
  await sweepDuePurchases(direct.deps);
  await direct.control.clearFaults();
  const { id, state } = await purchaseBy(direct, { idempotencyKey: "not told by Track" });
  expect(state).toBe("UNKNOWN");
  expect(told).toContainEqual([
    "A purchase needs a person's decision (resolvePurchase).",
    expect.stringMatching(/1 of 2 labels/),
  ]);

  const input = { purchaseId: id, decision: "NOT_CREATED", reason: "bought again elsewhere" };
  await direct.run(
    "mutation ($input: ResolvePurchaseInput!) { resolvePurchase(input: $input) { userErrors { message } } }",
    {
      input,
    },
  );
  await sql(direct, "update label_purchase set next_check_at = now() where id = $1", [id]);
  await sweepDuePurchases(direct.deps);
  expect(await purchaseBy(direct, { id })).toMatchObject({ state: "NOT_CREATED", shipment: { status: "DRAFT" } });
  const [number] = numbers.get("not told by Track")!;
  const booking = (await direct.control.ledger()).find(
    ({ shipmentIdentificationNumber }) => shipmentIdentificationNumber === number,
  );
  expect(booking?.voidedAt).not.toBeNull();
});

it.each(keys.filter((key) => key !== "not told by Track"))(
  "a booking that was voided in part (%s) is taken over as it is",
  async (idempotencyKey) => {
    await makeDue(direct);
    await sweepDuePurchases(direct.deps);
    const { state, shipment } = await purchaseBy(direct, { idempotencyKey });
    const { voided } = cases[idempotencyKey];
    expect([state, shipment.status]).toEqual(["PURCHASED", "PURCHASED"]);
    expect(shipment.packages).toMatchObject(
      numbers.get(idempotencyKey)!.map((trackingNumber, index) => ({
        trackingNumber,
        voidState: index === voided ? "VOIDED" : "NOT_VOIDED",
        label: index === voided ? null : { format: expect.any(String) },
      })),
    );
  },
);

it("and then the answer is settled, or set aside with its facts where the purchase ended without labels", async () => {
  await settleAnew();
  const [aside, ...more] = await filesOf("VOID");
  expect([aside, more]).toEqual([expect.stringMatching(/\.aside$/), []]);
  await makeDue(direct);
  await sweepDuePurchases(direct.deps);
  expect(await violations(true)).toEqual([]);
});

describe("what was bought and is not known to the restored database", () => {
  const since = new Date(Date.now() - 600_000).toISOString();
  const numberOf = (key: string) => numbers.get(key)![0];
  const orphans = async (list: string | null = null) => {
    const tenantIds = [direct.tenantId];
    const { findings } = await reconcileLedger(direct.deps, { tenantIds, since, list, perMinute: 60_000 });
    return findings.flatMap(({ kind, number }) => (kind === "ORPHAN" ? [number] : [])).sort();
  };

  it("is not voided, and its answer is set aside", async () => {
    expect(await filesOf("SHIP")).toEqual(lostKeys.map(() => expect.stringMatching(/\.aside$/)));
    const voided = (await direct.control.ledger()).filter(
      ({ shipmentIdentificationNumber, voidedAt }) =>
        voidedAt !== null && lostKeys.some((key) => numberOf(key) === shipmentIdentificationNumber),
    );
    expect(voided).toEqual([]);
  });

  it("is found by the comparison without any list, and once with one", async () => {
    const all = lostKeys.map(numberOf).sort();
    expect(await orphans()).toEqual(all);
    expect(await orphans(await direct.control.shipmentList())).toEqual(all);
  });

  it.each(["repeated", "repeated while UPS cannot be asked"])(
    "is settled from the answer when its key is %s: UPS's own charges and labels",
    async (idempotencyKey) => {
      await openDoubt(direct.testDatabase.adminUrl, since, 3_600);
      await asOwner(direct, "update doubtful_period set began_at = began_at - interval '1 minute'");
      if (idempotencyKey !== "repeated")
        await direct.control.addFault({ operation: "RECOVER_LABEL", kind: "STATUS", status: 503, times: 20 });
      await direct.control.clearRequests();
      const { shipment, purchase } = await buy(direct, { idempotencyKey });
      await direct.control.clearFaults();
      expect([purchase.state, shipment.packages[0].trackingNumber]).toEqual(["PURCHASED", numberOf(idempotencyKey)]);
      expect(shipment.packages[0].label.id).toMatch(/^lab_/);
      const estimated = "select charges_are_estimated as is_estimated from label_purchase where idempotency_key = $1";
      expect(await sql(direct, estimated, [idempotencyKey])).toEqual([{ is_estimated: false }]);
      expect([await requestCount(direct, "SHIP"), await requestCount(direct, "RATE")]).toEqual([0, 0]);
    },
  );

  it("and its file is gone then; what nobody repeats is still found", async () => {
    expect(await filesOf("SHIP")).toHaveLength(1);
    expect(await orphans()).toEqual([numberOf("not repeated")]);
  });
});
