import { randomBytes } from "node:crypto";
import { openDoubt } from "../../src/database/ledger-admin.js";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { deriveReference } from "../../src/shipping/claim/carrier-reference.js";
import type { Finding } from "../../src/shipping/ledger/finding.js";
import { endOrphan, reconcileLedger } from "../../src/shipping/ledger/reconcile-ledger.js";
import { claimPurchase } from "../../src/shipping/purchase/claim-purchase.js";
import { aKey, aShipment, buy, draft, purchaseBy, sql } from "../support/purchases.js";
import { asOwner } from "../support/restored-database.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

/*
 * Bookings that the database has lost, of two tenants that ship with the same account of UPS's, while an operator voids
 * what the list of UPS has of them.
 */

let service: TestService;
let tenantIds: string[];
let secret: Buffer;
const since = "2000-01-01T00:00:00.000Z";

beforeAll(async () => {
  service = await startTestService();
  tenantIds = [service.tenantId, service.otherTenantId];
  await seedAccount(service);
  await seedAccount(service, {}, { tenantId: service.otherTenantId });
  [{ secret }] = await sql(service, "select secret from reference_secret");
  await openDoubt(service.testDatabase.adminUrl, since, 3_600);
  await asOwner(service, "update doubtful_period set began_at = began_at - interval '1 minute'");
});
afterAll(() => service.close());

/** Booked with the key by a claim that the database has lost; gives UPS's number and the reference. */
async function lost(
  tenantId: string,
  idempotencyKey: string,
  parts = {},
): Promise<{ number: string; reference: string }> {
  const reference = deriveReference(secret, { tenantId, idempotencyKey, number: 1 });
  const booking = await service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference, ...parts });
  return { number: booking.shipmentIdentificationNumber, reference };
}

const findings = async (): Promise<Finding[]> => {
  const list = await service.control.shipmentList();
  return (await reconcileLedger(service.deps, { tenantIds, since, list, perMinute: 60_000 })).findings;
};
const findingOf = async (number: string) => (await findings()).find((finding) => finding.number === number) as Finding;

async function isInForce(number: string): Promise<boolean> {
  const booking = (await service.control.ledger()).find((each) => each.shipmentIdentificationNumber === number);
  return booking?.voidedAt === null;
}

it("is not voided once another tenant with the same account has taken it over since the list was read", async () => {
  const as = { tenantId: service.otherTenantId };
  const idempotencyKey = aKey();
  const { number } = await lost(service.otherTenantId, idempotencyKey);
  const orphan = await findingOf(number);
  expect(orphan.kind).toBe("ORPHAN");
  expect((await buy(service, { idempotencyKey }, as)).purchase.state).toBe("PURCHASED");

  expect(await endOrphan(service.deps, tenantIds, orphan)).toBe("TAKEN");
  expect(await isInForce(number)).toBe(true);
});

it("is taken over by no tenant with the same account once it is being voided", async () => {
  const idempotencyKey = aKey();
  const { number } = await lost(service.otherTenantId, idempotencyKey);
  const orphan = await findingOf(number);
  await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 5 });
  expect(await endOrphan(service.deps, tenantIds, orphan)).toBe("NO_ANSWER");
  await service.control.clearFaults();

  const again = await buy(service, { idempotencyKey }, { tenantId: service.otherTenantId });
  expect(again).toMatchObject({ purchase: null, userErrors: [{ code: "CARRIER_UNAVAILABLE" }] });
  expect(await endOrphan(service.deps, tenantIds, orphan)).toBe("VOIDED");
  const audit = `select actor_kind, actor_subject from audit_event
    where kind = 'ORPHAN_BOOKING_VOIDED' and changes -> 0 ->> 'after' = $1`;
  expect(await sql(service, audit, [number])).toEqual([{ actor_kind: "OPERATOR", actor_subject: null }]);
});

it("is not voided while a claim that found it has yet to take it over", async () => {
  const idempotencyKey = aKey();
  const { number, reference } = await lost(service.tenantId, idempotencyKey);
  const orphan = await findingOf(number);
  const found = {
    carrierReference: reference,
    booked: { kind: "BOOKED" as const, bookings: [], unlabelled: [] },
  };
  const request = { idempotencyKey, requestFingerprint: "of another process" };
  const terms = { request, priced: null, checkedLocationId: null, lookedUp: { found } };
  const shipmentId = await draft(service);
  const actor = { tenantId: service.tenantId, subject: "tester" };
  await claimPurchase(service.deps, actor, { idempotencyKey, shipmentId }, terms);

  expect(await endOrphan(service.deps, tenantIds, orphan)).toBe("TAKEN");
  expect(await isInForce(number)).toBe(true);
});

it("holds up no parcel and no key while it is being voided, and is the key's again where UPS refuses", async () => {
  const idempotencyKey = aKey();
  const { number, reference } = await lost(service.tenantId, idempotencyKey);
  const note = `insert into orphan_booking (tenant_id, number, account_id, carrier_reference)
    select $1, $2, id, $3 from carrier_account limit 1`;
  await sql(service, note, [service.tenantId, number, reference]);
  const shipmentId = await draft(service);
  const refused = await buy(service, { idempotencyKey, shipmentId });
  expect(refused).toMatchObject({ purchase: null, userErrors: [{ code: "CARRIER_UNAVAILABLE" }] });
  expect(await sql(service, "select status from shipment where id = $1", [shipmentId])).toEqual([{ status: "DRAFT" }]);

  await sql(service, "update orphan_booking set ending = 'REFUSED', ended_at = now() where number = $1", [number]);
  await buy(service, { idempotencyKey, shipmentId });
  await service.settled();
  const purchase = await purchaseBy(service, { idempotencyKey });
  expect(purchase).toMatchObject({ state: "PURCHASED", shipment: { packages: [{ trackingNumber: number }] } });
});

it("is voided where it was booked and not in UPS's test environment, whichever account came first", async () => {
  await sql(service, "update carrier_account set environment = 'TEST'");
  const { number } = await lost(service.otherTenantId, aKey());
  const orphan = await findingOf(number);
  const ending = await endOrphan(service.deps, tenantIds, orphan);
  await sql(service, "update carrier_account set environment = 'SIMULATOR'");
  expect(ending).toBe("VOIDED");
  expect(await isInForce(number)).toBe(false);
});

it("of several packages is voided by the number of its shipment, whichever number the list gives", async () => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  const { purchase } = await buy(service, { shipment: aShipment({ packages: [aPackage, aPackage] }) });
  await service.settled();
  const decide = `mutation($input: ResolvePurchaseInput!) { resolvePurchase(input: $input) { purchase { state } userErrors { message } } }`;
  await service.run(decide, { input: { purchaseId: purchase.id, decision: "NOT_CREATED" } });
  const orphan = (await findings()).find(({ purchaseId }) => purchaseId === purchase.id) as Finding;
  const booking = (await service.control.ledger()).find((each) => each.shipmentIdentificationNumber === orphan.number);
  const second = booking?.packages.at(-1)?.trackingNumber as string;
  expect(second).not.toBe(orphan.number);

  expect(await endOrphan(service.deps, tenantIds, { ...orphan, number: second })).toBe("VOIDED");
  expect(await isInForce(orphan.number as string)).toBe(false);
});

it("is only a possible one where another installation ships with the account", async () => {
  const { number } = await lost(service.tenantId, aKey());
  expect((await findingOf(number)).kind).toBe("ORPHAN");
  const theirs = deriveReference(randomBytes(32), { tenantId: "theirs", idempotencyKey: "order-1", number: 1 });
  await service.control.bookBehindTheBack({ shipperNumber: "0A1B2C", reference: theirs });
  expect((await findingOf(number)).kind).toBe("POSSIBLE_ORPHAN");
  const kinds = (await findings()).filter(({ tenantId }) => tenantId === null).map(({ kind }) => kind);
  expect(kinds).not.toContain("ORPHAN");
});

it("leaves a label that somebody holds in force", async () => {
  for (const tenantId of tenantIds) {
    const held = "select shipment_identification_number as number from label_purchase where state = 'PURCHASED'";
    const rows: { number: string }[] = await inTenant(service.database, tenantId, (manager) => manager.query(held));
    for (const { number } of rows) expect(await isInForce(number)).toBe(true);
  }
});
