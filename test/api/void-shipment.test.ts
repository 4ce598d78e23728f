import {
  aKey,
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
import { buyReturn } from "../support/returns.js";
import { aPackage, berlin, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";
import { tracker, travelTo } from "../support/tracking.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(() => service.control.clearRequests());
afterEach(() => service.control.clearFaults());
afterAll(() => service.close());

interface Package {
  id: string;
  trackingNumber: string;
}

const boughtPackages = async (count: number) => {
  const packages = Array(count).fill(aPackage);
  const { purchase, shipment } = await bought(service, { shipment: aShipment({ packages }), labelFormat: "ZPL" });
  return {
    purchaseId: purchase.id as string,
    shipmentId: shipment.id as string,
    packages: shipment.packages as Package[],
  };
};

const now = (shipmentId: string, status: string, packages: Package[], ...voidStates: string[]) => ({
  id: shipmentId,
  status,
  packages: packages.map(({ trackingNumber }, index) => ({ trackingNumber, voidState: voidStates[index] })),
});

const refused = (code: string, ...field: string[]) => ({
  shipment: null,
  userErrors: [{ code, field: ["input", ...field], carrierErrorCode: null }],
});

/** The tracking numbers in the simulator's ledger that are not voided. */
const liveNumbers = async (packages: Package[]) => {
  const mine = packages.map((pkg) => pkg.trackingNumber);
  const all = (await service.control.ledger()).flatMap((shipment) => shipment.packages);
  return all
    .filter((pkg) => pkg.voidedAt === null && mine.includes(pkg.trackingNumber))
    .map((pkg) => pkg.trackingNumber);
};

it("voids a whole shipment with one request, and says the same when repeated", async () => {
  const { shipmentId, packages } = await boughtPackages(2);
  const answer = { shipment: now(shipmentId, "VOIDED", packages, "VOIDED", "VOIDED"), userErrors: [] };
  expect(await voidShipment(service, { shipmentId })).toEqual(answer);
  expect(await liveNumbers(packages)).toEqual([]);
  expect(await requestCount(service, "VOID")).toBe(1);
  expect(await voidShipment(service, { shipmentId })).toEqual(answer);
  expect(await requestCount(service, "VOID")).toBe(1);
});

it("voids one package, the rest, and then nothing more", async () => {
  const { shipmentId, packages } = await boughtPackages(3);
  const [first, second, third] = packages as [Package, Package, Package];
  expect(await voidShipment(service, { shipmentId, packageIds: [second.id] })).toEqual({
    shipment: now(shipmentId, "PURCHASED", packages, "NOT_VOIDED", "VOIDED", "NOT_VOIDED"),
    userErrors: [],
  });
  expect(await liveNumbers(packages)).toEqual([first.trackingNumber, third.trackingNumber]);
  const all = { shipment: now(shipmentId, "VOIDED", packages, "VOIDED", "VOIDED", "VOIDED"), userErrors: [] };
  expect(await voidShipment(service, { shipmentId })).toEqual(all);
  expect(await liveNumbers(packages)).toEqual([]);
  expect(await voidShipment(service, { shipmentId, packageIds: [second.id] })).toEqual(all);
});

it("keeps the first time a package was voided", async () => {
  const { shipmentId, packages } = await boughtPackages(2);
  await voidShipment(service, { shipmentId, packageIds: [packages[0]?.id] });
  const time = () => sql(service, "select voided_at from purchased_package where package_id = $1", [packages[0]?.id]);
  const before = await time();
  await voidShipment(service, { shipmentId });
  expect(await time()).toEqual(before);
});

it("voids 45 chosen packages, twenty at a time", async () => {
  const { shipmentId, packages } = await boughtPackages(46);
  const packageIds = packages.slice(1).map((pkg) => pkg.id);
  const answer = await voidShipment(service, { shipmentId, packageIds });
  expect(answer).toEqual({
    shipment: now(shipmentId, "PURCHASED", packages, "NOT_VOIDED", ...Array(45).fill("VOIDED")),
    userErrors: [],
  });
  expect(await requestCount(service, "VOID")).toBe(3);
  expect(await liveNumbers(packages)).toEqual([packages[0]?.trackingNumber]);
});

it("voids what was bought with a key", async () => {
  const idempotencyKey = aKey();
  const { shipment } = await bought(service, { idempotencyKey });
  expect((await voidShipment(service, { idempotencyKey })).shipment).toMatchObject({
    id: shipment.id,
    status: "VOIDED",
  });
});

it("buys again after a void with new numbers, and keeps the history", async () => {
  const idempotencyKey = aKey();
  const first = await bought(service, { idempotencyKey });
  await voidShipment(service, { shipmentId: first.shipment.id });
  const second = await bought(service, { shipmentId: first.shipment.id });
  const [oldPackage, newPackage] = [first.shipment.packages[0], second.shipment.packages[0]];
  expect(newPackage.id).toBe(oldPackage.id);
  expect(newPackage.trackingNumber).not.toBe(oldPackage.trackingNumber);
  expect(newPackage).toMatchObject({ voidState: "NOT_VOIDED" });
  const { shipment } = await service.run(`query ($id: ID!) { shipment(id: $id) { status purchases { id state } } }`, {
    id: first.shipment.id,
  });
  expect(shipment).toEqual({
    status: "PURCHASED",
    purchases: [second, first].map(({ purchase }) => ({ id: purchase.id, state: "PURCHASED" })),
  });
  // The old key names the old labels: the new ones stay.
  expect((await voidShipment(service, { idempotencyKey })).userErrors).toEqual([]);
  expect(await liveNumbers([newPackage])).toEqual([newPackage.trackingNumber]);
});

it.each([
  ["nothing", {}, refused("REQUIRED", "shipmentId")],
  ["an unknown shipment", { shipmentId: "shp_unknown" }, refused("NOT_FOUND", "shipmentId")],
  ["an unused key", { idempotencyKey: "never used" }, refused("NOT_FOUND", "idempotencyKey")],
  ["both", { shipmentId: "shp_1", idempotencyKey: "k" }, refused("INVALID", "shipmentId")],
])("refuses %s", async (_, input, answer) => {
  expect(await voidShipment(service, input)).toEqual(answer);
});

it("refuses a package of another shipment and voids none", async () => {
  const { shipmentId, packages } = await boughtPackages(2);
  const foreign = (await boughtPackages(1)).packages[0] as Package;
  await service.control.clearRequests();
  const answer = await voidShipment(service, { shipmentId, packageIds: [packages[0]?.id, foreign.id] });
  expect(answer).toEqual(refused("NOT_FOUND", "packageIds", "1"));
  expect(await voidShipment(service, { shipmentId, packageIds: [] })).toEqual(refused("REQUIRED", "packageIds"));
  expect(await service.control.requests()).toEqual([]);
  expect(await liveNumbers([...packages, foreign])).toHaveLength(3);
});

it("refuses a draft, and a key with which nothing was bought", async () => {
  expect(await voidShipment(service, { shipmentId: await draft(service) })).toEqual(
    refused("NOT_ALLOWED", "shipmentId"),
  );
  const idempotencyKey = aKey();
  await buy(service, {
    idempotencyKey,
    shipment: aShipment({ shipTo: { ...newYork, name: "Refused Recipient", company: null } }),
  });
  expect(await voidShipment(service, { idempotencyKey })).toEqual(refused("NOT_ALLOWED", "idempotencyKey"));
});

it("refuses while the purchase has no outcome", async () => {
  const idempotencyKey = aKey();
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  const { shipment } = await buy(service, { idempotencyKey });
  expect(await voidShipment(service, { shipmentId: shipment.id })).toEqual(refused("CONFLICT", "shipmentId"));
  expect(await voidShipment(service, { idempotencyKey })).toEqual(refused("CONFLICT", "idempotencyKey"));
  expect(await requestCount(service, "VOID")).toBe(0);
});

it("tells when UPS no longer voids, and leaves the labels in force", async () => {
  const { shipmentId, packages } = await boughtPackages(1);
  await service.control.advanceClock(91 * 86_400);
  const answer = await voidShipment(service, { shipmentId });
  await service.control.advanceClock(-91 * 86_400);
  expect(answer).toEqual({
    shipment: now(shipmentId, "PURCHASED", packages, "VOID_REFUSED"),
    userErrors: [{ code: "VOID_WINDOW_CLOSED", field: null, carrierErrorCode: "190101" }],
  });
  expect(await liveNumbers(packages)).toHaveLength(1);
  expect((await voidShipment(service, { shipmentId })).shipment.status).toBe("VOIDED");
});

it.each([
  ["picked up", 12 * 3_600, "IN_TRANSIT"],
  ["delivered", 14 * 86_400, "DELIVERED"],
])("voids nothing that was %s, and says so nowhere", async (_, seconds, status) => {
  await travelTo(service, "2026-03-02T15:00:00Z");
  const { shipmentId, packages } = await boughtPackages(1);
  const { trackingNumber } = packages[0] as Package;
  const before = await eventTypes(shipmentId);
  await travelTo(service, new Date(Date.parse("2026-03-02T15:00:00Z") + seconds * 1000).toISOString());
  const followed = await tracker(service, trackingNumber);
  expect(followed.status).toBe(status);
  expect(await voidShipment(service, { shipmentId })).toEqual({
    shipment: now(shipmentId, "PURCHASED", packages, "VOID_REFUSED"),
    userErrors: [{ code: "VOID_WINDOW_CLOSED", field: null, carrierErrorCode: "190102" }],
  });
  expect(await liveNumbers(packages)).toEqual([trackingNumber]);
  const { events, status: after } = await tracker(service, trackingNumber);
  expect([after, events]).toEqual([status, followed.events]);
  expect((await eventTypes(shipmentId)).filter((type) => !before.includes(type))).toEqual(
    status === "DELIVERED" ? ["SHIPMENT_DELIVERED"] : [],
  );
  await travelTo(service, new Date().toISOString());
});

const eventTypes = async (shipmentId: string): Promise<string[]> =>
  (await sql(service, "select type from shipping_event where shipment_id = $1", [shipmentId])).map(
    (row: { type: string }) => row.type,
  );

it("tries again by itself while UPS is down, until it is done", async () => {
  const { shipmentId, purchaseId, packages } = await boughtPackages(2);
  await service.control.addFault({ operation: "VOID", kind: "STATUS", status: 503, times: 6 });
  expect(await voidShipment(service, { shipmentId })).toEqual({
    shipment: now(shipmentId, "PURCHASED", packages, "VOID_PENDING", "VOID_PENDING"),
    userErrors: [{ code: "CARRIER_UNAVAILABLE", field: null, carrierErrorCode: null }],
  });
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  expect((await purchaseBy(service, { id: purchaseId })).shipment.status).toBe("PURCHASED");
  await service.control.clearFaults();
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  const { shipment } = await purchaseBy(service, { id: purchaseId });
  expect(shipment).toMatchObject(now(shipmentId, "VOIDED", packages, "VOIDED", "VOIDED"));
  expect(await liveNumbers(packages)).toEqual([]);
});

it("finishes a void whose answer was lost", async () => {
  const { shipmentId, purchaseId, packages } = await boughtPackages(1);
  await service.control.addFault({ operation: "VOID", kind: "LOSE_ANSWER", times: 3 });
  expect((await voidShipment(service, { shipmentId })).shipment.packages[0].voidState).toBe("VOID_PENDING");
  expect(await liveNumbers(packages)).toEqual([]);
  await service.control.clearFaults();
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  expect((await purchaseBy(service, { id: purchaseId })).shipment.status).toBe("VOIDED");
});

const days = (count: number) => service.control.advanceClock(count * 86_400);

it("finishes a lost void that UPS finds no more, because it shows as voided", async () => {
  const { shipmentId, purchaseId, packages } = await boughtPackages(2);
  await service.control.addFault({ operation: "VOID", kind: "LOSE_ANSWER" });
  expect((await voidShipment(service, { shipmentId })).userErrors).toMatchObject([{ code: "CARRIER_UNAVAILABLE" }]);
  await days(91);
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  await days(-91);
  const { shipment } = await purchaseBy(service, { id: purchaseId });
  expect(shipment).toMatchObject(now(shipmentId, "VOIDED", packages, "VOIDED", "VOIDED"));
  expect(await requestCount(service, "TRACK")).toBe(2);
});

it("says of a lost void that it is refused only when UPS shows what is in force", async () => {
  const { shipmentId, purchaseId, packages } = await boughtPackages(1);
  await service.control.addFault({ operation: "VOID", kind: "HANG", seconds: 0.05 });
  await voidShipment(service, { shipmentId });
  await days(91);
  await service.control.addFault({ operation: "TRACK", kind: "STATUS", status: 503, times: 9 });
  expect(await voidShipment(service, { shipmentId })).toEqual({
    shipment: now(shipmentId, "PURCHASED", packages, "VOID_PENDING"),
    userErrors: [{ code: "CARRIER_UNAVAILABLE", field: null, carrierErrorCode: null }],
  });
  await service.control.clearFaults();
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  await days(-91);
  const { shipment } = await purchaseBy(service, { id: purchaseId });
  expect(shipment).toMatchObject(now(shipmentId, "PURCHASED", packages, "VOID_REFUSED"));
});

it("voids a return as a whole, and refuses a part of it without asking UPS", async () => {
  const shipment = {
    shipFrom: berlin,
    packages: [1, 2].map((value) => ({ weight: { value, unit: "KG" }, items: [{ description: "Mug", quantity: 1 }] })),
    ...{ service: "UPS_WORLDWIDE_SAVER", options: { dutiesPayer: null } },
  };
  const answer = await buyReturn(service, { shipment, labelFormat: "ZPL" });
  expect(answer.userErrors).toEqual([]);
  const { id: shipmentId, packages } = answer.shipment;
  await service.control.clearRequests();
  const part = await voidShipment(service, { shipmentId, packageIds: [packages[0].id] });
  expect(part).toEqual(refused("NOT_ALLOWED", "packageIds"));
  expect(await service.control.requests()).toEqual([]);
  const packageIds = packages.map((pkg: Package) => pkg.id);
  expect(await voidShipment(service, { shipmentId, packageIds })).toEqual({
    ...{ shipment: now(shipmentId, "VOIDED", packages, "VOIDED", "VOIDED"), userErrors: [] },
  });
});

it("asks no more once nothing is open", async () => {
  const { shipmentId } = await boughtPackages(1);
  await voidShipment(service, { shipmentId });
  await makeDue(service);
  await service.control.clearRequests();
  await sweepDuePurchases(service.deps);
  expect(await requestCount(service, "VOID")).toBe(0);
  const due = await sql(service, "select id from label_purchase where shipment_id = $1 and next_check_at is not null", [
    shipmentId,
  ]);
  expect(due).toEqual([]);
});

it("voids once for many requests at the same moment", async () => {
  const { shipmentId, packages } = await boughtPackages(3);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      voidShipment(service, { shipmentId, ...(index % 2 ? { packageIds: [packages[index % 3]?.id] } : {}) }),
    ),
  );
  expect(answers.flatMap((answer) => answer.userErrors)).toEqual([]);
  expect((await voidShipment(service, { shipmentId })).shipment).toEqual(
    now(shipmentId, "VOIDED", packages, "VOIDED", "VOIDED", "VOIDED"),
  );
  expect(await liveNumbers(packages)).toEqual([]);
});
