import type { LookUp } from "../../src/shipping/booking/look-up-booking.js";
import { comparePurchase } from "../../src/shipping/ledger/compare-purchase.js";
import { reconcileLedger } from "../../src/shipping/ledger/reconcile-ledger.js";
import type { KnownPurchase } from "../../src/shipping/ledger/touched-purchases.js";
import { bought, buy, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const own = "1Z0A1B2C0390000011";
const purchase = (parts: Partial<KnownPurchase>): KnownPurchase => ({
  id: "lpu_1",
  accountId: "cac_1",
  state: "PURCHASED",
  carrierReference: "S0123456789ABC",
  labelFormat: "ZPL",
  startedAt: "2026-11-30T10:00:00.000Z",
  voidedAt: null,
  shipmentIdentificationNumber: own,
  unwantedBookings: [],
  settledBookings: [],
  ...parts,
});
const booked = (numbers: string[], unlabelled: string[] = []): LookUp => ({
  kind: "BOOKED",
  bookings: numbers.map((shipmentIdentificationNumber) => ({
    shipmentIdentificationNumber,
    ...{ charges: null, chargeItems: [], packages: [], documents: [], unreadableDocuments: [] },
  })),
  unlabelled,
});
const none = { state: "NOT_CREATED" as const, shipmentIdentificationNumber: null };
const voided = { voidedAt: "2026-11-30T11:00:00.000Z" };
const silent: LookUp = { kind: "NO_ANSWER", failure: { kind: "REJECTED", messages: [] } };

it.each<[string, Partial<KnownPurchase>, LookUp, [string, string | null][]]>([
  ["in force on both sides", {}, booked([own]), []],
  ["in force here, unknown there", {}, { kind: "NOTHING" }, [["MISSING_AT_CARRIER", own]]],
  ["in force here, voided there", {}, { kind: "VOIDED" }, [["VOIDED_AT_CARRIER", own]]],
  ["voided here, in force there", voided, booked([own]), [["IN_FORCE_AT_CARRIER", own]]],
  ["voided on both sides", voided, { kind: "VOIDED" }, []],
  [
    "a second booking",
    {},
    booked([own, "1ZX"], ["1ZY"]),
    [
      ["ORPHAN", "1ZX"],
      ["ORPHAN", "1ZY"],
    ],
  ],
  ["a second booking that is being voided", { unwantedBookings: ["1ZX"] }, booked([own, "1ZX"]), []],
  ["a second booking that was dealt with", { settledBookings: ["1ZX"] }, booked([own, "1ZX"]), []],
  [
    "another booking only",
    {},
    booked(["1ZX"]),
    [
      ["ORPHAN", "1ZX"],
      ["MISSING_AT_CARRIER", own],
    ],
  ],
  ["nothing on both sides", none, { kind: "NOTHING" }, []],
  ["nothing here, booked there", none, booked(["1ZX"]), [["ORPHAN", "1ZX"]]],
  ["nothing here, seen there", none, { kind: "SEEN", trackingNumbers: ["1ZX"] }, [["NO_ANSWER", "1ZX"]]],
  ["no answer", {}, silent, [["NO_ANSWER", own]]],
  ["open here", { ...none, state: "UNKNOWN" }, booked(["1ZX"]), [["OPEN", null]]],
])("%s", (_, parts, lookUp, expected) => {
  const findings = comparePurchase("t", purchase(parts), lookUp).map(({ kind, number }) => [kind, number]);
  expect(findings).toEqual(expected);
});

describe("a list", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
    await seedAccount(service);
  });
  afterAll(() => service.close());

  const since = "2000-01-01T00:00:00.000Z";
  const report = (list: string | null) =>
    reconcileLedger(service.deps, { tenantIds: [service.tenantId], since, list, perMinute: 60_000 });

  it("that charges what is held differs in nothing, and one that charges more differs in the price", async () => {
    const { shipment } = await bought(service);
    await service.settled();
    const list = await service.control.shipmentList();
    expect((await report(list)).findings).toEqual([]);
    const number = shipment.packages[0].trackingNumber;
    const dearer = list.replace(/,(\d+)\.(\d\d),Label Created/, ",9$1.$2,Label Created");
    expect((await report(dearer)).findings).toMatchObject([{ kind: "PRICE_DIFFERS", number }]);
  });

  it("that has a booking under the reference of a purchase that bought nothing names it with its purchase", async () => {
    await service.control.addFault({ operation: "SHIP", kind: "RATE_LIMIT", times: 5 });
    const { purchase: failed } = await buy(service, { idempotencyKey: "failed" });
    await service.control.clearFaults();
    const late = await service.control.bookBehindTheBack({
      shipperNumber: "0A1B2C",
      reference: failed.carrierReference,
    });
    const { findings } = await report(await service.control.shipmentList());
    expect(findings).toMatchObject([
      { kind: "ORPHAN", number: late.shipmentIdentificationNumber, purchaseId: failed.id, tenantId: service.tenantId },
    ]);
  });

  it("is not needed to notice a call to buy whose purchase is not there", async () => {
    await sql(
      service,
      `insert into carrier_request (tenant_id, id, account_id, purchase_id, operation, duration_ms, http_status, transaction_id, started_at)
       select tenant_id, 'crq_lost', id, 'lpu_lost', 'SHIP', 1, 200, 'tx-1', now() from carrier_account limit 1`,
    );
    const { findings } = await report(null);
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind: "CALL_WITHOUT_PURCHASE",
        purchaseId: "lpu_lost",
        detail: expect.stringContaining("tx-1"),
      }),
    );
  });
});
