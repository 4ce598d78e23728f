import { parseTrack } from "../../src/ups/tracking/parse-track.js";
import { trackPath } from "../../src/ups/tracking/serialise-track.js";
import { answered } from "../../src/ups/words/alerts.js";
import { anAccount, aShipRequest } from "./builders.js";
import { fixture } from "./fixtures.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const number = "1Z0A1B2C0300000014";
const parsed = (name: string, asked = number) => parseTrack(fixture("track", name), asked);

describe("the Track request", () => {
  it("names the number, encoded, and asks for no signature", () => {
    expect(trackPath(number)).toBe(`/api/track/v1/details/${number}?locale=en_US&returnSignature=false`);
    expect(trackPath("a/b?c")).toMatch(/^\/api\/track\/v1\/details\/a%2Fb%3Fc\?/);
  });
});

describe("the Track answer", () => {
  it("gives events oldest first, instants in UTC and what the clocks there showed", () => {
    expect(parsed("delivered")).toEqual({
      kind: "ANSWERED",
      messages: [],
      value: {
        trackingNumber: number,
        status: "DELIVERED",
        deliveredAt: "2026-03-09T16:15:00Z",
        receivedBy: "SAMPLE",
        deliveryLocation: "FRONT DOOR",
        estimate: null,
        events: [
          {
            key: "2026-03-06T12:00:00 M MP   US",
            status: "LABEL_CREATED",
            carrierStatusType: "M",
            carrierStatusCode: "MP",
            description: "Shipper created a label.",
            occurredAt: "2026-03-06T17:00:00Z",
            localDate: "2026-03-06",
            localTime: "12:00:00",
            utcOffset: "-05:00",
            city: null,
            region: null,
            countryCode: "US",
          },
          expect.objectContaining({
            status: "IN_TRANSIT",
            occurredAt: "2026-03-08T07:59:00Z",
            localDate: "2026-03-07",
          }),
          expect.objectContaining({ status: "OUT_FOR_DELIVERY", occurredAt: "2026-03-09T07:47:00Z" }),
          expect.objectContaining({ status: "DELIVERED", city: "SAN FRANCISCO", region: "CA", utcOffset: "-07:00" }),
        ],
      },
    });
  });

  it("reads single objects, empty text, dashes in dates and dots in offsets", () => {
    expect(parsed("single-objects-and-empty-text")?.value).toMatchObject({
      status: "OUT_FOR_DELIVERY",
      estimate: { date: "2026-03-10", from: "09:15", until: "13:15" },
      receivedBy: null,
      events: [{ occurredAt: "2026-03-10T04:00:00Z", localTime: "00:00:00", utcOffset: "-04:00", city: null }],
    });
  });

  it("gives no instant where UPS gives no zone", () => {
    expect(parsed("without-gmt", "92419900000033499522966220")?.value?.events).toEqual([
      expect.objectContaining({
        occurredAt: null,
        utcOffset: null,
        localDate: "2026-03-10",
        localTime: "08:12:00",
        status: "IN_TRANSIT",
      }),
    ]);
  });

  it("takes the rescheduled day, and no notice for a scan", () => {
    expect(parsed("rescheduled")?.value).toMatchObject({
      status: "EXCEPTION",
      estimate: { date: "2026-03-11", from: null, until: "12:00" },
      events: [{ status: "EXCEPTION" }, { status: "UNKNOWN" }],
    });
  });

  it("says not found as data, and unreadable for what says neither", () => {
    expect(parsed("not-found-without-number")).toEqual(answered(null));
    expect(parseTrack({ trackResponse: { shipment: "" } }, number)).toBeNull();
    expect(parseTrack({ anything: 1 }, number)).toBeNull();
  });

  const at = (city: string | null, over: object = {}) => ({
    ...{ date: "20261201", time: "120000", gmtDate: "20261201", gmtTime: "17:00:00", gmtOffset: "-05:00" },
    status: { type: "I", code: "AR", description: "Arrived at Facility" },
    location: { address: { city, stateProvince: "NJ", countryCode: "US" } },
    ...over,
  });
  const scanned = (...activity: unknown[]) =>
    parseTrack({ trackResponse: { shipment: { package: { activity } } } }, number)?.value?.events;

  it("tells scans of one second apart by place and by code, and the same scan once more as the same", () => {
    const keys = scanned(at("Newark"), at("Secaucus"), at("NEWARK"), at(null))?.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    const byNumber = (statusCode: string) => at("Newark", { status: { type: "I", code: null, statusCode } });
    expect(new Set(scanned(byNumber("005"), byNumber("012"))?.map(({ key }) => key)).size).toBe(2);
  });

  it("reads times without zeros, with colons, and none", () => {
    const times = [["74700"], ["7:47"], ["7:47:00", "07:47"], [null], [0]].map(
      ([time]) => scanned(at("Newark", { time }))?.[0],
    );
    expect(times.map((event) => event?.localTime)).toEqual(["07:47:00", "07:47:00", "07:47:00", null, "00:00:00"]);
    expect(times.every((event) => event?.occurredAt === "2026-12-01T17:00:00Z")).toBe(true);
  });

  it("knows nothing of a number that UPS names without a package", () => {
    const about = (shipment: object) => parseTrack({ trackResponse: { shipment: [shipment] } }, number);
    expect(about({ inquiryNumber: number, package: null, warnings: null })).toEqual(answered(null));
    expect(about({ inquiryNumber: null, package: null })).toBeNull();
  });

  it("reads a package of which UPS tells its status alone", () => {
    const bare = { trackingNumber: number, activity: null, deliveryDate: null, deliveryTime: null };
    const pkg = { ...bare, currentStatus: { code: "011", description: "Delivered" }, deliveryInformation: null };
    const parsedBare = parseTrack({ trackResponse: { shipment: [{ package: [pkg] }] } }, number);
    expect(parsedBare?.value).toMatchObject({ status: "DELIVERED", events: [], deliveredAt: null, receivedBy: null });
  });

  it("falls back to the current status, whose code has no type", () => {
    expect(parsed("current-status-alone")?.value).toMatchObject({ status: "AVAILABLE_FOR_PICKUP", events: [] });
  });

  it("takes the package that was asked for, not the first", () => {
    expect(parsed("another-package-first", "1Z0A1B2C0300000023")?.value?.status).toBe("IN_TRANSIT");
    expect(parsed("another-package-first", "1Z0A1B2C0300000032")).toBeNull();
  });
});

describe("the Track call", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(async () => {
    await ups.reset();
    await ups.control.setTrackingStyle({});
    await ups.control.setClock("2026-03-02T15:00:00Z");
  });
  afterAll(() => ups.close());

  let references = 0;
  const buy = async () => {
    references += 1;
    const carrierReference = `T${String(references).padStart(13, "0")}`;
    const request = aShipRequest({ carrierReference, labelFormat: "ZPL", serviceCode: "UPS_NEXT_DAY_AIR" });
    const outcome = await ups.adapter.ship(anAccount(), request, { purchaseId: null });
    if (outcome.kind !== "ANSWERED") throw new Error(outcome.kind);
    return outcome.value.packages[0]!.trackingNumber;
  };
  const track = (trackingNumber: string) => ups.adapter.track(anAccount(), trackingNumber, { purchaseId: null });
  const statusAt = async (trackingNumber: string, instant: string) => {
    await ups.control.setClock(instant);
    ups.store.tokens.clear();
    const outcome = await track(trackingNumber);
    return outcome.kind === "ANSWERED" ? outcome.value?.status : outcome;
  };

  it("follows a package to its delivery", async () => {
    const bought = await buy();
    const seen: unknown[] = [];
    for (const instant of [
      "2026-03-02T15:00:00Z",
      "2026-03-02T22:00:00Z",
      "2026-03-03T17:00:00Z",
      "2026-03-04T00:00:00Z",
    ])
      seen.push(await statusAt(bought, instant));
    expect(seen).toEqual(["LABEL_CREATED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED"]);
  });

  it.each([
    ["ACCESS_POINT", "2026-03-04T00:00:00Z", "AVAILABLE_FOR_PICKUP"],
    ["ACCESS_POINT", "2026-03-20T00:00:00Z", "DELIVERED"],
    ["SECOND_ATTEMPT", "2026-03-04T00:00:00Z", "EXCEPTION"],
    ["SECOND_ATTEMPT", "2026-03-20T00:00:00Z", "DELIVERED"],
    ["RETURNED", "2026-03-05T03:00:00Z", "RETURNING"],
    ["RETURNED", "2026-03-20T00:00:00Z", "RETURNED"],
    ["SILENT", "2026-03-20T00:00:00Z", "LABEL_CREATED"],
  ] as const)("finds the end of %s at %s: %s", async (journey, instant, status) => {
    const bought = await buy();
    await ups.control.chooseJourney(bought, journey);
    expect(await statusAt(bought, instant)).toBe(status);
  });

  it("reads the same in every way that UPS answers", async () => {
    const bought = await buy();
    await ups.control.setClock("2026-03-20T00:00:00Z");
    ups.store.tokens.clear();
    const plain = await track(bought);
    await ups.control.setTrackingStyle({ unpaddedTimes: true, singleObjects: true });
    expect(plain).toMatchObject({ kind: "ANSWERED", value: { status: "DELIVERED" } });
    expect(await track(bought)).toEqual(plain);
  });

  it("knows a voided label", async () => {
    const bought = await buy();
    const request = { shipmentIdentificationNumber: bought, trackingNumbers: [] };
    await ups.adapter.voidShipment(anAccount(), request, { purchaseId: null });
    expect(await statusAt(bought, "2026-03-20T00:00:00Z")).toBe("VOIDED");
  });

  it("gives null for a number that UPS does not know, with or without the number in the answer", async () => {
    expect(await track("1Z9999999999999999")).toMatchObject({ kind: "ANSWERED", value: null });
    await ups.control.setTrackingStyle({ withoutInquiryNumber: true });
    expect(await track("1Z9999999999999999")).toMatchObject({ kind: "ANSWERED", value: null });
  });

  it("tells a refusal, a missing product and a pause apart", async () => {
    expect(await track("1Z")).toMatchObject({ kind: "REJECTED", messages: [{ code: "TV1002" }] });
    const without = anAccount({ clientId: "without-tracking", accountId: "account-2" });
    expect(await ups.adapter.track(without, number, { purchaseId: null })).toMatchObject({
      kind: "ACCOUNT_REFUSED",
      reason: "PRODUCT_NOT_ADDED",
    });
    await ups.control.addFault({ operation: "TRACK", kind: "RATE_LIMIT", retryAfter: "600", times: 1 });
    const paused = anAccount({ accountId: "account-3" });
    expect(await ups.adapter.track(paused, number, { purchaseId: null })).toMatchObject({
      kind: "UNAVAILABLE",
      reason: "RATE_LIMITED",
      retryAfterSeconds: 600,
    });
  });

  it("is repeated when its answer is lost", async () => {
    const bought = await buy();
    await ups.control.clearRequests();
    await ups.control.addFault({ operation: "TRACK", kind: "LOSE_ANSWER", times: 1 });
    expect(await track(bought)).toMatchObject({ kind: "ANSWERED" });
    expect((await ups.control.requests()).map(({ operation }) => operation)).toEqual(["TRACK", "TRACK"]);
  });
});
