import { statementsDuring } from "../support/count-statements.js";
import { aKey, aShipment, bought, buy, voidShipment } from "../support/purchases.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { eventPage, eventsAfter } from "../support/shipping-events.js";
import { refreshTracker, travelTo } from "../support/tracking.js";

const morning = "2026-03-02T15:00:00Z";
const delivered = "2026-03-20T00:00:00Z";

let service: TestService;
let cursor: string | null = null;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(async () => {
  await travelTo(service, morning);
  cursor = (await eventsAfter(service, cursor)).cursor;
});
afterAll(() => service.close());

/** What was told since the test began. */
const news = async () => (await eventsAfter(service, cursor)).events;

const boughtPackages = async (count: number) => {
  const shipment = aShipment({ service: "UPS_NEXT_DAY_AIR", packages: Array(count).fill(aPackage) });
  return bought(service, { labelFormat: "ZPL", shipment });
};
interface Package {
  id: string;
  trackingNumber: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a purchase as its query gives it
const event = (type: string, { purchase, shipment }: any, pkg: Package | null = null) => ({
  id: expect.stringMatching(/^evt_/),
  type,
  shipment: { id: shipment.id },
  purchase: { id: purchase.id },
  package: pkg && { id: pkg.id },
});

it("tells of a purchase once, however often it is asked for", async () => {
  const input = { idempotencyKey: aKey(), shipment: aShipment(), labelFormat: "ZPL" };
  const first = await bought(service, input);
  await buy(service, input);
  expect(await news()).toEqual([event("LABEL_PURCHASED", first)]);
});

it("tells of returns as of any purchase", async () => {
  const outbound = await boughtPackages(1);
  const back = await buyReturn(service, { outboundShipmentId: outbound.shipment.id });
  expect(await news()).toEqual([event("LABEL_PURCHASED", outbound), event("LABEL_PURCHASED", back)]);
});

it("tells nothing of what the carrier refuses", async () => {
  const shipTo = { ...aShipment().shipTo, name: "Refused Recipient", company: null };
  const { purchase } = await buy(service, { shipment: aShipment({ shipTo }) });
  expect(purchase.state).toBe("REJECTED");
  expect(await news()).toEqual([]);
});

it("tells of each voided label once, and of the labels that are bought after it", async () => {
  const sale = await boughtPackages(2);
  const shipmentId = sale.shipment.id;
  const [first, second] = sale.shipment.packages as [Package, Package];
  await voidShipment(service, { shipmentId, packageIds: [second.id] });
  for (let count = 0; count < 2; count += 1) await voidShipment(service, { shipmentId });
  const again = await bought(service, { shipmentId, labelFormat: "ZPL" });
  expect(await news()).toEqual([
    event("LABEL_PURCHASED", sale),
    event("LABEL_VOIDED", sale, second),
    event("LABEL_VOIDED", sale, first),
    event("LABEL_PURCHASED", again),
  ]);
});

describe("the numbers of an event", () => {
  const told = async () => {
    const query = `query ($after: String) { shippingEvents(after: $after) { nodes {
      type trackingNumbers package { trackingNumber } purchasedPackages { trackingNumber voidState package { id } label { id } } } } }`;
    return (await service.run(query, { after: cursor })).shippingEvents.nodes;
  };
  // biome-ignore lint/suspicious/noExplicitAny: a package as the purchase's query gives it
  const its = (pkg: any, voidState: string) => ({
    ...{ trackingNumber: pkg.trackingNumber, voidState },
    ...{ package: { id: pkg.id }, label: { id: pkg.label.id } },
  });

  it("are those that it is about, whatever is bought after it", async () => {
    const [first] = (await boughtPackages(1)).shipment.packages;
    const [{ shipment }] = [await boughtPackages(1)];
    await voidShipment(service, { shipmentId: shipment.id });
    const again = await bought(service, { shipmentId: shipment.id, labelFormat: "ZPL" });
    const [[old], [now]] = [shipment.packages, again.shipment.packages];
    const labels = (...packages: ReturnType<typeof its>[]) => ({
      trackingNumbers: packages.map(({ trackingNumber }) => trackingNumber),
      purchasedPackages: packages,
    });
    expect(await told()).toEqual([
      { type: "LABEL_PURCHASED", package: null, ...labels(its(first, "NOT_VOIDED")) },
      { type: "LABEL_PURCHASED", package: null, ...labels(its(old, "VOIDED")) },
      { type: "LABEL_VOIDED", package: { trackingNumber: now.trackingNumber }, ...labels(its(old, "VOIDED")) },
      { type: "LABEL_PURCHASED", package: null, ...labels(its(now, "NOT_VOIDED")) },
    ]);
  });

  it("are on delivery those that were not voided before", async () => {
    const { shipment } = await boughtPackages(2);
    const [kept, missing] = shipment.packages as [Package, Package];
    await voidShipment(service, { shipmentId: shipment.id, packageIds: [missing.id] });
    await travelTo(service, delivered);
    await refreshTracker(service, { carrierCode: "UPS", trackingNumber: kept.trackingNumber });
    const numbers = (await told()).map((event: { trackingNumbers: string[] }) => event.trackingNumbers);
    expect(numbers).toEqual([
      [kept.trackingNumber, missing.trackingNumber],
      [missing.trackingNumber],
      [kept.trackingNumber],
    ]);
  });
});

describe("a delivery", () => {
  const look = (pkg: Package) => refreshTracker(service, { carrierCode: "UPS", trackingNumber: pkg.trackingNumber });

  it("is told once, when the last package has arrived", async () => {
    const sale = await boughtPackages(2);
    const [first, second] = sale.shipment.packages as [Package, Package];
    await travelTo(service, delivered);
    await look(first);
    expect((await news()).map(({ type }) => type)).toEqual(["LABEL_PURCHASED"]);
    await look(second);
    await look(first);
    expect(await news()).toEqual([event("LABEL_PURCHASED", sale), event("SHIPMENT_DELIVERED", sale)]);
  });

  it("is told once of packages that arrive at the same moment", async () => {
    const sale = await boughtPackages(4);
    await travelTo(service, delivered);
    await Promise.all((sale.shipment.packages as Package[]).map(look));
    expect((await news()).slice(1)).toEqual([event("SHIPMENT_DELIVERED", sale)]);
  });

  it("is told when the label of what is missing is voided", async () => {
    const sale = await boughtPackages(2);
    const [first, second] = sale.shipment.packages as [Package, Package];
    await travelTo(service, delivered);
    await look(first);
    await travelTo(service, morning);
    await voidShipment(service, { shipmentId: sale.shipment.id, packageIds: [second.id] });
    expect((await news()).slice(1)).toEqual([event("LABEL_VOIDED", sale, second), event("SHIPMENT_DELIVERED", sale)]);
  });
});

describe("the list", () => {
  it("is read page by page, by types, and from where one stands", async () => {
    for (let count = 0; count < 3; count += 1) {
      const { shipment } = await boughtPackages(1);
      if (count !== 1) await voidShipment(service, { shipmentId: shipment.id });
    }
    const all = await news();
    expect((await eventsAfter(service, cursor, 2)).events).toEqual(all);
    expect((await eventPage(service, { after: cursor, types: [] })).nodes).toEqual([]);
    const types = ["LABEL_VOIDED"];
    const first = await eventPage(service, { first: 1, after: cursor, types });
    const rest = await eventPage(service, { after: first.pageInfo.endCursor, types });
    expect([...first.nodes, ...rest.nodes]).toEqual(all.filter(({ type }) => type === "LABEL_VOIDED"));
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    const { cursor: end } = await eventsAfter(service, cursor);
    expect(await eventPage(service, { after: end })).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: null },
    });
  });

  it("is the tenant's own, and for staff", async () => {
    await boughtPackages(1);
    expect((await eventPage(service, {}, { tenantId: service.otherTenantId })).nodes).toEqual([]);
    await expect(eventPage(service, {}, { scopes: ["quote"] })).rejects.toThrow(/read/);
  });

  it.each([
    ["a cursor of another list", { after: Buffer.from('["2026-01-01T00:00:00.000Z","shp_1"]').toString("base64url") }],
    ["a cursor that no number can be", { after: Buffer.from(`event ${"9".repeat(19)}`).toString("base64url") }],
    ["no rows", { first: 0 }],
    ["too many rows", { first: 101 }],
  ])("refuses %s", async (_, variables) => {
    const { errors } = await service.execute(
      "query ($first: Int, $after: String) { shippingEvents(first: $first, after: $after) { nodes { id } } }",
      variables,
    );
    expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
  });

  it("costs one statement for each step", async () => {
    const { shipment } = await boughtPackages(2);
    await voidShipment(service, { shipmentId: shipment.id });
    await service.control.clearRequests();
    const statements = await statementsDuring(() => eventsAfter(service, null));
    expect(statements.map((text) => /FROM "(\w+)"/.exec(text)?.[1]).sort()).toEqual([
      "label_purchase",
      "shipment",
      "shipment_package",
      "shipping_event",
    ]);
    expect(await service.control.requests()).toEqual([]);
  });
});
