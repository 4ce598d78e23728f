import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JourneyName } from "../src/products/tracking/journey-name.js";
import { chicago, newYork, ownAccount, type RequestParts, shipRequest, toronto } from "./requests.js";
import { type Body, type SimulatedUps, shipPath, startUps, trackPath, voidPath } from "./simulator-client.js";

/** A Monday, 10:00 in New York. */
const start = "2026-03-02T15:00:00Z";
let ups: SimulatedUps;
beforeEach(async () => {
  ups = await startUps({ now: () => new Date(start) });
});
afterEach(() => ups.simulator.close());

async function book(parts: RequestParts = {}, journey?: JourneyName): Promise<string> {
  const { body } = await ups.post(shipPath, shipRequest({ service: "01", ...parts }));
  const number = body.ShipmentResponse.ShipmentResults.ShipmentIdentificationNumber;
  if (journey) await ups.control.chooseJourney(number, journey);
  return number;
}

async function seenAt(number: string, instant: string): Promise<Body> {
  await ups.control.setClock(instant);
  const { body } = await ups.get(`${trackPath}/${number}`, await ups.token());
  return body.trackResponse.shipment[0].package[0];
}

const codes = (pkg: Body) =>
  pkg.activity.map(({ status }: Body) => `${status.type} ${status.code} ${status.statusCode}`).reverse();
const later = "2026-04-01T00:00:00Z";
const onTheWay = ["M MP 003", "I PU 038", "I DP 005", "I AR 005", "I OT 021"];

it("moves a package scan by scan as the clock advances, to its delivery", async () => {
  const number = await book();
  const seen = async (instant: string) => codes(await seenAt(number, instant)).length;
  const instants = [start, "2026-03-02T18:00:00Z", "2026-03-02T21:00:00Z", "2026-03-03T10:00:00Z"];
  const counts: number[] = [];
  for (const instant of [...instants, "2026-03-03T14:30:00Z", "2026-03-03T20:00:00Z"]) counts.push(await seen(instant));
  expect(counts).toEqual([1, 2, 3, 4, 5, 6]);
  expect(codes(await seenAt(number, later))).toEqual([...onTheWay, "D F4 011"]);
});

it("tells scans in local time and in UTC, newest first", async () => {
  const { activity } = await seenAt(await book(), "2026-03-03T14:30:00Z");
  expect(activity[0]).toMatchObject({
    location: { address: { city: "Chicago", stateProvince: "IL", countryCode: "US" } },
    date: "20260303",
    time: "083000",
    gmtDate: "20260303",
    gmtTime: "143000",
    gmtOffset: "-06:00",
  });
  expect(activity.map((scan: Body) => scan.gmtDate + scan.gmtTime)).toEqual(
    activity
      .map((scan: Body) => scan.gmtDate + scan.gmtTime)
      .sort()
      .reverse(),
  );
});

it("promises a time, then a window, then tells the delivery", async () => {
  const number = await book();
  expect((await seenAt(number, start)).deliveryDate).toBeUndefined();
  expect(await seenAt(number, "2026-03-02T22:00:00Z")).toMatchObject({
    deliveryDate: [{ type: "SDD", date: "20260303" }],
    deliveryTime: { type: "CMT", endTime: "103000" },
  });
  expect((await seenAt(number, "2026-03-03T15:00:00Z")).deliveryTime).toEqual({
    type: "EDW",
    startTime: "120000",
    endTime: "160000",
  });
  expect(await seenAt(number, later)).toMatchObject({
    deliveryDate: [{ type: "DEL", date: "20260303" }],
    deliveryTime: { type: "DEL", endTime: "140000" },
    deliveryInformation: { location: "Front Desk", receivedBy: "SAMPLE" },
  });
});

const endings: [JourneyName, string[]][] = [
  ["SECOND_ATTEMPT", [...onTheWay, "X 48 022", "I OT 021", "D F4 011"]],
  ["ACCESS_POINT", [...onTheWay, "D 2Q 161", "D 2W 011"]],
  ["RETURNED", [...onTheWay, "X 53 064", "X UF 035", "D UA 034"]],
  ["SILENT", ["M MP 003"]],
];

it.each(endings)("ends %s as its name says", async (journey, expected) => {
  expect(codes(await seenAt(await book({}, journey), later))).toEqual(expected);
});

it("goes the whole way within a minute to the recipient who is named so", async () => {
  const number = await book({ toName: "Delivered In A Minute" });
  const atOnce = codes(await seenAt(number, start));
  const soon = codes(await seenAt(number, new Date(Date.parse(start) + 60_000).toISOString()));
  expect([atOnce, soon]).toEqual([["M MP 003"], codes(await seenAt(await book(), later))]);
});

it("reschedules after a failed attempt", async () => {
  const pkg = await seenAt(await book({ toName: "Never Home" }), "2026-03-03T22:00:00Z");
  expect(pkg.deliveryDate).toEqual([
    { type: "SDD", date: "20260303" },
    { type: "RDD", date: "20260304" },
  ]);
});

it("has an import scan abroad, and never a scan before the one it follows", async () => {
  for (const [from, to, service] of [
    [newYork, toronto, "07"],
    [newYork, chicago, "14"],
    [chicago, newYork, "03"],
  ] as const) {
    const international = to === toronto ? { InvoiceLineTotal: { CurrencyCode: "USD", MonetaryValue: "25.00" } } : {};
    const { activity } = await seenAt(await book({ from, to, service, shipment: international }), later);
    const instants = activity.map((scan: Body) => scan.gmtDate + scan.gmtTime);
    expect(new Set(instants).size).toBe(instants.length);
    expect(instants).toEqual([...instants].sort().reverse());
    expect(activity.some((scan: Body) => scan.status.code === "IP")).toBe(to === toronto);
    await ups.control.setClock(start);
  }
});

it("ends a journey with the void before it begins, and with no void after that", async () => {
  const number = await book();
  const underWay = await book();
  await ups.delete(`${voidPath}/${number}`);
  await ups.control.setClock("2026-03-02T19:00:00Z");
  await ups.delete(`${voidPath}/${underWay}`, await ups.token());
  const pkg = await seenAt(number, later);
  expect(codes(pkg)).toEqual(["M MP 003", "MV VP 007"]);
  expect(pkg.currentStatus.code).toBe("007");
  expect(codes(await seenAt(underWay, later))).toEqual([...onTheWay, "D F4 011"]);
});

it("answers in the other ways that UPS has", async () => {
  const number = await book();
  await ups.control.setTrackingStyle({ unpaddedTimes: true, singleObjects: true });
  const single = (await ups.get(`${trackPath}/${number}`)).body.trackResponse.shipment;
  expect(single.package.activity.status.code).toBe("MP");
  await ups.control.setTrackingStyle({ unpaddedTimes: true, withoutInquiryNumber: true });
  expect((await seenAt(number, "2026-03-03T15:00:00Z")).activity[0]).toMatchObject({
    time: "83000",
    gmtTime: "143000",
  });
  const unknown = await ups.get(`${trackPath}/1Z9999999999999999`, await ups.token());
  expect(unknown.body.trackResponse.shipment).toEqual([{ warnings: [expect.objectContaining({ code: "TW0001" })] }]);
  await ups.control.setTrackingStyle({ withoutGmt: true });
  expect(Object.keys((await seenAt(number, later)).activity[0])).toEqual(["location", "status", "date", "time"]);
});

it("remembers a chosen journey after a restart", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "ups-journeys-"));
  const now = () => new Date(start);
  const first = await startUps({ now, dataDir });
  const { shipmentIdentificationNumber: number } = await first.control.bookBehindTheBack({
    shipperNumber: ownAccount,
    reference: "PJOURNEY",
  });
  await first.control.chooseJourney(number, "RETURNED");
  await first.simulator.close();
  const again = await startUps({ now, dataDir });
  expect((await again.control.ledger())[0]?.journey).toBe("RETURNED");
  await again.simulator.close();
  await rm(dataDir, { recursive: true });
});

it("refuses journeys that it does not know, and packages", async () => {
  await expect(ups.control.chooseJourney("1Z9999999999999999", "RETURNED")).rejects.toThrow("No package");
  await expect(ups.control.chooseJourney(await book(), "LOST" as JourneyName)).rejects.toThrow("400");
});
