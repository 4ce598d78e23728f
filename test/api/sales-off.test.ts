import { dueTrackers } from "../../src/jobs/due-trackers.js";
import {
  aKey,
  aShipment,
  bought,
  buy,
  draft,
  makeDue,
  purchaseBy,
  refused,
  sql,
  voidShipment,
} from "../support/purchases.js";
import { buyReturn, returnsOf } from "../support/returns.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases, workDue } from "../support/sweep.js";

/** One service, of which one instance sells and the other does not. */
let selling: TestService;
let paused: TestService;
beforeAll(async () => {
  selling = await startTestService();
  await seedAccount(selling);
  paused = await startTestService({ sharing: selling, isSelling: false });
});
beforeEach(() => selling.control.clearRequests());
afterEach(() => selling.control.clearFaults());
afterAll(async () => {
  await paused.close();
  await selling.close();
});

const isPaused = refused({ code: "SALES_PAUSED", field: null });
const requests = async () => (await selling.control.requests()).map(({ operation }) => operation);
const purchases = async () => (await sql(selling, "select count(*)::int as n from label_purchase"))[0].n as number;

it("refuses whatever would buy, before anything is claimed or asked of the carrier, and the same key buys later", async () => {
  const outbound = (await bought(selling)).shipment.id;
  const shipmentId = await draft(selling);
  await selling.control.clearRequests();
  const before = await purchases();
  const input = { idempotencyKey: aKey(), shipment: aShipment() };

  expect(await buy(paused, input)).toEqual(isPaused);
  expect(await buy(paused, { shipmentId })).toEqual(isPaused);
  // A price that is to be checked is not asked for either.
  expect(await buy(paused, { maxTotalPrice: { amount: "99.00", currencyCode: "USD" } })).toEqual(isPaused);
  expect(await buyReturn(paused, { outboundShipmentId: outbound })).toEqual(isPaused);
  expect([await purchases(), await requests()]).toEqual([before, []]);

  expect((await buy(selling, input)).purchase.state).toBe("PURCHASED");
});

it("gives the outcome of what was bought before to a repeated key, and refuses the key with other input as always", async () => {
  const input = { idempotencyKey: aKey(), shipment: aShipment() };
  const { purchase } = await bought(selling, input);

  expect((await buy(paused, input)).purchase).toEqual(purchase);
  const other = await buy(paused, { ...input, shipment: aShipment({ reference: "other" }) });
  expect(other.userErrors).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED" }]);
});

it("goes on with prices, drafts, voids and packages that are followed", async () => {
  const { shipment } = await bought(selling);
  await selling.control.clearRequests();

  const rates = await paused.run(
    "query ($input: ShippingRatesInput!) { shippingRates(input: $input) { quotes { id } } }",
    { input: { shipTo: newYork, packages: [aPackage] } },
  );
  expect(rates.shippingRates.quotes).not.toEqual([]);
  expect(await draft(paused)).toMatch(/^shp_/);
  await sql(selling, "update tracker set next_check_at = now() where next_check_at is not null");
  await workDue(paused.deps, dueTrackers(paused.deps, 1_000));
  expect(await voidShipment(paused, { shipmentId: shipment.id })).toMatchObject({ shipment: { status: "VOIDED" } });
  expect(await requests()).toEqual(expect.arrayContaining(["RATE", "TRACK", "VOID"]));
});

it("finds out what became of a purchase without an answer", async () => {
  await selling.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  const { purchase } = await buy(selling);
  expect(purchase.state).toBe("UNKNOWN");

  await makeDue(selling);
  await sweepDuePurchases(paused.deps);

  expect((await purchaseBy(selling, { id: purchase.id })).state).toBe("PURCHASED");
});

it("waits with returns that are bought by themselves, however long it takes", async () => {
  await selling.control.addFault({ operation: "SHIP", kind: "DELAY", seconds: 0 });
  await selling.control.addFault({ operation: "SHIP", kind: "STATUS", status: 429, times: 30 });
  const { shipment } = await bought(selling, { shipment: aShipment({ options: { generateReturnLabel: true } }) });
  await selling.control.clearFaults();
  await selling.control.clearRequests();
  await sql(selling, "update generated_return set created_at = created_at - interval '3 days'");

  await makeDue(selling);
  await sweepDuePurchases(paused.deps);
  expect((await returnsOf(selling, shipment.id)).generatedReturn).toMatchObject({ state: "PENDING", userErrors: [] });
  expect(await requests()).not.toContain("SHIP");

  await makeDue(selling);
  await sweepDuePurchases(selling.deps);
  expect((await returnsOf(selling, shipment.id)).generatedReturn).toMatchObject({ state: "PURCHASED" });
});
