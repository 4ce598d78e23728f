import { accessPoint, reachable } from "../support/locations.js";
import { aShipment, bought, requestCount, sql, voidShipment } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { makeStale, refreshTracker, tracker, trackerRow, travelTo } from "../support/tracking.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(async () => {
  await service.control.clearFaults();
  await service.control.setTrackingStyle({});
  await travelTo(service, "2026-03-02T15:00:00Z");
  await service.control.clearRequests();
});
afterAll(() => service.close());

const labels = { labelFormat: "ZPL" };
const buyOne = async (input: Record<string, unknown> = {}) => {
  const answer = await bought(service, { ...labels, ...input });
  await service.control.clearRequests();
  return { ...answer, number: answer.shipment.packages[0].trackingNumber as string };
};
const calls = () => requestCount(service, "TRACK");

const shipmentTracking = `query ($id: ID!) { shipment(id: $id) {
  deliveryStatus
  packages { trackingNumber tracker { trackingNumber status lastCheckedAt events { status } } } } }`;

describe("a bought package", () => {
  it("is followed from the purchase on, without asking the carrier", async () => {
    const { shipment, number } = await buyOne();
    const read = await service.run(shipmentTracking, { id: shipment.id });
    expect(read.shipment).toEqual({
      deliveryStatus: "LABEL_CREATED",
      packages: [
        {
          trackingNumber: number,
          tracker: { trackingNumber: number, status: "LABEL_CREATED", lastCheckedAt: null, events: [] },
        },
      ],
    });
    expect(await calls()).toBe(0);
    expect(await trackerRow(service, number)).toMatchObject({ closedReason: null, attempts: 0 });
    expect(Math.round((await trackerRow(service, number)).dueIn / 60)).toBe(60);
  });

  it("has a tracker for each package", async () => {
    const shipment = aShipment();
    const { packages } = shipment as { packages: object[] };
    const answer = await buyOne({ shipment: { ...shipment, packages: [packages[0], packages[0], packages[0]] } });
    const read = (await service.run(shipmentTracking, { id: answer.shipment.id })).shipment;
    const numbers = answer.shipment.packages.map((pkg: { trackingNumber: string }) => pkg.trackingNumber);
    expect(new Set(numbers).size).toBe(3);
    expect(read.packages.map((pkg: { tracker: { trackingNumber: string } }) => pkg.tracker.trackingNumber)).toEqual(
      numbers,
    );
  });

  it("is not there before it is bought", async () => {
    const source = `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) {
      shipment { deliveryStatus packages { tracker { id } } } } }`;

    const { createShipment } = await service.run(source, { input: aShipment() });
    expect(createShipment.shipment).toEqual({ deliveryStatus: null, packages: [{ tracker: null }] });
  });

  it("is followed no more once its label is voided", async () => {
    const { shipment, number } = await buyOne();
    await voidShipment(service, { shipmentId: shipment.id });
    expect(await trackerRow(service, number)).toMatchObject({ status: "VOIDED", closedReason: "VOIDED", dueIn: null });
    expect(await tracker(service, number)).toMatchObject({ status: "VOIDED" });
    expect(await calls()).toBe(0);
    const again = await refreshTracker(service, { carrierCode: "UPS", trackingNumber: number });
    expect(again).toMatchObject({
      tracker: { status: "VOIDED", events: [{ status: "VOIDED" }, { status: "LABEL_CREATED" }] },
    });
  });

  it("has arrived, also when the carrier calls its label voided", async () => {
    const { shipment, number } = await buyOne(nextDay());
    await travelTo(service, "2026-03-20T00:00:00Z");
    expect(await tracker(service, number)).toMatchObject({ status: "DELIVERED" });
    await travelTo(service, "2026-03-02T15:00:00Z");
    await voidShipment(service, { shipmentId: shipment.id });
    expect(await trackerRow(service, number)).toMatchObject({ status: "DELIVERED", closedReason: "DELIVERED" });
    expect(await refreshTracker(service, { carrierCode: "UPS", trackingNumber: number })).toMatchObject({
      tracker: { status: "DELIVERED" },
    });
  });

  it("stays followed when another package of its shipment is voided", async () => {
    const shipment = aShipment() as { packages: object[] };
    const { packages } = shipment;
    const answer = await buyOne({ shipment: { ...shipment, packages: [packages[0], packages[0]] } });
    const [first, second] = answer.shipment.packages;
    await voidShipment(service, { shipmentId: answer.shipment.id, packageIds: [second.id] });
    expect(await trackerRow(service, first.trackingNumber)).toMatchObject({ closedReason: null });
    expect(await trackerRow(service, second.trackingNumber)).toMatchObject({ closedReason: "VOIDED" });
  });
});

describe("tracker", () => {
  it("tells the way of a package to its delivery, newest first, local time beside UTC", async () => {
    const { number } = await buyOne(nextDay());
    await travelTo(service, "2026-03-20T00:00:00Z");
    const told = await tracker(service, number);
    expect(told).toMatchObject({
      carrierCode: "UPS",
      trackingNumber: number,
      status: "DELIVERED",
      deliveredAt: "2026-03-03T19:00:00.000Z",
      receivedBy: "SAMPLE",
      deliveryLocation: "Front Desk",
      lastCheckedAt: expect.stringMatching(/Z$/),
      url: expect.stringContaining(number),
    });
    expect(told.events.map(({ status }: { status: string }) => status)).toEqual([
      "DELIVERED",
      "OUT_FOR_DELIVERY",
      "IN_TRANSIT",
      "IN_TRANSIT",
      "IN_TRANSIT",
      "LABEL_CREATED",
    ]);
    expect(told.events[0]).toEqual({
      status: "DELIVERED",
      carrierStatusType: "D",
      carrierStatusCode: "F4",
      occurredAt: "2026-03-03T19:00:00.000Z",
      localDate: "2026-03-03",
      localTime: "14:00",
      utcOffset: "-05:00",
      city: "New York",
      region: "NY",
      countryCode: "US",
    });
    expect(await trackerRow(service, number)).toMatchObject({ closedReason: "DELIVERED", dueIn: null });
  });

  it("keeps what the carrier promised", async () => {
    const { number } = await buyOne(nextDay());
    await travelTo(service, "2026-03-03T15:00:00Z");
    expect(await tracker(service, number)).toMatchObject({
      status: "OUT_FOR_DELIVERY",
      estimatedDeliveryDate: "2026-03-03",
      estimatedDeliveryFrom: "12:00",
      estimatedDeliveryUntil: "16:00",
    });
  });

  it("knows a package that waits at the access point it was sent to, until it is collected", async () => {
    const carrierLocationId = await accessPoint(service);
    const shipment = aShipment({ service: undefined, shipTo: reachable, carrierLocationId });
    const { number } = await buyOne({ ...nextDay(), shipment });
    await travelTo(service, "2026-03-04T12:00:00Z");
    expect(await tracker(service, number)).toMatchObject({ status: "AVAILABLE_FOR_PICKUP", deliveredAt: null });
    expect((await trackerRow(service, number)).closedReason).toBeNull();
    await travelTo(service, "2026-03-20T00:00:00Z");
    await makeStale(service);
    expect(await tracker(service, number)).toMatchObject({
      status: "DELIVERED",
      deliveredAt: "2026-03-05T19:00:00.000Z",
    });
  });

  it("asks again only when what is stored is older than five minutes, and never after the delivery", async () => {
    const { number } = await buyOne(nextDay());
    await tracker(service, number);
    await tracker(service, number);
    expect(await calls()).toBe(1);
    await makeStale(service);
    await travelTo(service, "2026-03-20T00:00:00Z");
    expect(await tracker(service, number)).toMatchObject({ status: "DELIVERED" });
    expect(await calls()).toBe(2);
    await makeStale(service);
    await tracker(service, number);
    expect(await calls()).toBe(2);
  });

  it("loses nothing that the carrier forgets, and repeats nothing that it tells again", async () => {
    const { number } = await buyOne(nextDay());
    await travelTo(service, "2026-03-03T15:00:00Z");
    const before = await tracker(service, number);
    expect(before.events).toHaveLength(5);
    await makeStale(service);
    await service.control.setTrackingStyle({ unpaddedTimes: true });
    expect((await tracker(service, number)).events).toEqual(before.events);
    await makeStale(service);
    // Before the pickup the simulator knows of the label alone.
    await travelTo(service, "2026-03-02T15:00:00Z");
    expect(await tracker(service, number)).toMatchObject({
      status: "OUT_FOR_DELIVERY",
      estimatedDeliveryDate: "2026-03-03",
      events: before.events,
    });
  });

  it("keeps who took it when the carrier tells that no more", async () => {
    const { number } = await buyOne(nextDay());
    await travelTo(service, "2026-03-20T00:00:00Z");
    const { deliveredAt, receivedBy, deliveryLocation } = await tracker(service, number);
    expect(receivedBy).toBe("SAMPLE");
    await travelTo(service, "2026-03-02T15:00:00Z");
    const asked = await refreshTracker(service, { carrierCode: "UPS", trackingNumber: number });
    expect(asked.tracker).toMatchObject({ status: "DELIVERED", deliveredAt, receivedBy, deliveryLocation });
    expect(await calls()).toBe(2);
  });

  it("gives what is stored when the carrier does not answer", async () => {
    const { number } = await buyOne();
    await service.control.addFault({ operation: "TRACK", kind: "STATUS", status: 503, times: 3 });
    expect(await tracker(service, number)).toMatchObject({ status: "LABEL_CREATED", lastCheckedAt: null });
  });

  it("follows a number that was not bought here as long as somebody asks", async () => {
    const { shipmentIdentificationNumber: number } = await service.control.bookBehindTheBack({
      shipperNumber: "ZZZZZZ",
      reference: "ELSEWHERE",
    });
    const spaced = `${number.slice(0, 2)} ${number.slice(2, 8)} ${number.slice(8)}`.toLowerCase();
    expect(await tracker(service, spaced)).toMatchObject({ trackingNumber: number, status: "LABEL_CREATED" });
    expect(await trackerRow(service, number)).toMatchObject({ closedReason: null, dueIn: null });
  });

  it("is null for a number nobody knows, and stores nothing of it", async () => {
    for (const number of ["1Z9999999999999999", "1Z", "", "9".repeat(51), "1Z\u00009999999999999999"])
      expect(await tracker(service, number)).toBeNull();
    expect(await trackerRow(service, "1Z9999999999999999")).toBeUndefined();
  });

  it("says that the carrier cannot be asked when nothing is stored", async () => {
    await service.control.addFault({ operation: "TRACK", kind: "STATUS", status: 503, times: 3 });
    const { data, errors } = await service.execute(
      `{ tracker(carrierCode: "UPS", trackingNumber: "1Z9999999999999999") { id } }`,
    );
    expect(data).toEqual({ tracker: null });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "CARRIER_UNAVAILABLE", retryable: true });
  });
});

describe("refreshTracker", () => {
  const input = (trackingNumber: string) => ({ carrierCode: "UPS", trackingNumber });

  it("asks the carrier each time", async () => {
    const { number } = await buyOne();
    await refreshTracker(service, input(number));
    expect(await refreshTracker(service, input(number))).toMatchObject({
      tracker: { status: "LABEL_CREATED", lastCheckedAt: expect.any(String) },
      userErrors: [],
    });
    expect(await calls()).toBe(2);
  });

  it("keeps a package of ours that the carrier does not know yet", async () => {
    const { number } = await buyOne();
    await sql(service, "update tracker set tracking_number = $2 where tracking_number = $1", [
      number,
      "1Z0A1B2C0399999990",
    ]);
    expect(await refreshTracker(service, input("1Z0A1B2C0399999990"))).toMatchObject({
      tracker: { status: "LABEL_CREATED", lastCheckedAt: expect.any(String) },
      userErrors: [],
    });
  });

  it.each([
    ["a number nobody knows", "1Z9999999999999999", "NOT_FOUND", null],
    ["no number", " ", "REQUIRED", null],
    ["a number too long for any carrier", "9".repeat(51), "TOO_LONG", null],
    ["what is no number of the carrier's", "1Z", "CARRIER_REJECTED", "TV1002"],
  ])("refuses %s", async (_, number, code, carrierErrorCode) => {
    expect(await refreshTracker(service, input(number))).toEqual({
      tracker: null,
      userErrors: [{ code, field: ["input", "trackingNumber"], carrierErrorCode }],
    });
  });

  it("refuses an unknown carrier, a tenant without an account, and a carrier that does not answer", async () => {
    const number = "1Z9999999999999999";
    const refusal = async (over: object, as?: { tenantId: string }) =>
      (await refreshTracker(service, { ...input(number), ...over }, as)).userErrors;
    expect(await refusal({ carrierCode: "DHL" })).toMatchObject([
      { code: "NOT_FOUND", field: ["input", "carrierCode"] },
    ]);
    expect(await refusal({}, { tenantId: service.otherTenantId })).toMatchObject([{ code: "ACCOUNT_NOT_READY" }]);
    await service.control.addFault({ operation: "TRACK", kind: "STATUS", status: 503, times: 3 });
    expect(await refusal({})).toMatchObject([{ code: "CARRIER_UNAVAILABLE", field: null }]);
  });
});

describe("who sees it", () => {
  const byNumber = `query ($number: String!) { _entities(representations: [
    { __typename: "Tracker", carrierCode: "UPS", trackingNumber: $number }]) { ... on Tracker { trackingNumber status } } }`;

  it("gives staff a tracker by its number as an entity, without asking the carrier", async () => {
    const { number } = await buyOne();
    expect(await service.run(byNumber, { number })).toEqual({
      _entities: [{ trackingNumber: number, status: "LABEL_CREATED" }],
    });
    expect(await calls()).toBe(0);
    const foreign = await service.run(byNumber, { number }, { tenantId: service.otherTenantId });
    expect(foreign).toEqual({ _entities: [null] });
  });

  it("lets a storefront see status and events of a shipment, not who received it, nor trackers by their numbers", async () => {
    const { shipment, number } = await buyOne(nextDay());
    await travelTo(service, "2026-03-20T00:00:00Z");
    await tracker(service, number);
    const storefront = { scopes: ["quote"] } as const;
    const source = `query ($id: ID!) { shipment(id: $id) { packages { tracker { status deliveredAt receivedBy events { city } } } } }`;
    const { data, errors } = await service.execute(source, { id: shipment.id }, storefront);
    expect(data.shipment.packages[0].tracker).toMatchObject({
      status: "DELIVERED",
      receivedBy: null,
      events: expect.any(Array),
    });
    expect(errors?.map(({ path }) => path?.join("."))).toEqual(["shipment.packages.0.tracker.receivedBy"]);
    const guessed = await service.execute(byNumber, { number }, storefront);
    expect(guessed.data).toEqual({ _entities: [null] });
    expect(guessed.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  });
});

/** To the city hall of New York by the next business day. */
function nextDay() {
  return { shipment: aShipment({ service: undefined }), service: "UPS_NEXT_DAY_AIR" };
}
