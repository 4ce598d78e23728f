import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Body, errorCode, type SimulatedUps, startUps } from "./simulator-client.js";

const locate = "/api/locations/v3/search/availabilities";

let ups: SimulatedUps;
beforeEach(async () => {
  ups = await startUps();
});
afterEach(() => ups.simulator.close());

const newYork = { AddressKeyFormat: { PoliticalDivision2: "New York", PoliticalDivision1: "NY", CountryCode: "US" } };

function request({
  origin = newYork,
  criteria = {},
  unit = "MI",
}: {
  origin?: object;
  criteria?: object;
  unit?: string;
}) {
  return {
    LocatorRequest: {
      Request: { RequestAction: "Locator" },
      OriginAddress: origin,
      Translate: { Locale: "en_US" },
      UnitOfMeasurement: { Code: unit },
      LocationSearchCriteria: { MaximumListSize: "50", ...criteria },
    },
  };
}

const search = async (option: number, parts: Parameters<typeof request>[0] = {}, token?: string) =>
  (await ups.post(`${locate}/${option}?Locale=en_US`, request(parts), token)).body;
const found = (body: Body): Body[] => body.LocatorResponse.SearchResults?.DropLocation ?? [];
const ids = (body: Body) => found(body).map((place) => place.LocationID);
const byPointId = (id: string) => ({ criteria: { AccessPointSearch: { PublicAccessPointID: id } } });

it("finds the nearest first, within the radius, and says how far they are", async () => {
  const near = found(await search(64, { criteria: { SearchRadius: "5" } }));
  expect(near.map((place) => place.AccessPointInformation.PublicAccessPointID)).toEqual([
    "U10000003",
    "U10000002",
    "U10000004",
  ]);
  const distances = near.map((place) => Number(place.Distance.Value));
  expect(distances).toEqual([...distances].sort((left, right) => left - right));
  expect(near[0]?.Distance.UnitOfMeasurement).toEqual({ Code: "MI", Description: "Miles" });
});

it("measures in kilometres when asked to", async () => {
  const [miles, kilometres] = await Promise.all([search(64), search(64, { unit: "KM" })]);
  const locker = (body: Body) => Number(found(body).find((place) => place.LocationID === "100004")?.Distance.Value);
  expect(locker(kilometres) / locker(miles)).toBeGreaterThan(1.4);
  expect(locker(kilometres) / locker(miles)).toBeLessThan(1.8);
});

it("gives five unless asked for more, and never more than fifty", async () => {
  expect(ids(await search(1, { criteria: { MaximumListSize: undefined } }))).toHaveLength(5);
  expect(ids(await search(1))).toHaveLength(50);
  const refused = await search(1, { criteria: { MaximumListSize: "51" } });
  expect(refused.LocatorResponse.Response).toMatchObject({ ResponseStatusCode: "0", Error: { ErrorCode: "350102" } });
});

it("finds by type and by what can be handed in", async () => {
  const option = (code: string) => ({ SearchOption: [{ OptionType: { Code: "01" }, OptionCode: [{ Code: code }] }] });
  expect(ids(await search(1, { criteria: option("001") }))).toEqual(["100001"]);
  const air = await search(1, { criteria: { ...option("002"), ServiceSearch: { ServiceCode: [{ Code: "02" }] } } });
  expect(ids(air)).toEqual(["100002"]);
  const international = { ...option("002"), ServiceSearch: { ServiceCode: [{ Code: "05" }] } };
  expect(ids(await search(1, { criteria: international }))).toEqual([]);
});

it("answers an unclear origin with candidates, an unknown one with a refusal inside a 200", async () => {
  const springfield = { AddressKeyFormat: { PoliticalDivision2: "Springfield", CountryCode: "US" } };
  const { SearchResults } = (await search(1, { origin: springfield })).LocatorResponse;
  expect(
    SearchResults.GeocodeCandidate.map((candidate: Body) => candidate.AddressKeyFormat.PoliticalDivision1),
  ).toEqual(["IL", "MA", "MO"]);
  const nowhere = { AddressKeyFormat: { PoliticalDivision2: "Atlantis", CountryCode: "US" } };
  const reply = await ups.post(`${locate}/1`, request({ origin: nowhere }));
  expect([reply.status, reply.body.LocatorResponse.Response.Error.ErrorCode]).toEqual([200, "350103"]);
});

it("finds nothing near Nuuk, which is a failure inside a 200", async () => {
  const nuuk = { Geocode: { Latitude: "64.1814", Longitude: "-51.6941" }, AddressKeyFormat: { CountryCode: "GL" } };
  expect((await search(1, { origin: nuuk })).LocatorResponse).toMatchObject({
    Response: { ResponseStatusCode: "0", Error: { ErrorSeverity: "Hard", ErrorCode: "350201" } },
  });
});

it("closes an access point when told to, and remembers it after a restart", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "places-"));
  const first = await startUps({ dataDir });
  await first.control.setAccessPointStatus("U30000001", "07");
  await first.simulator.close();
  const again = await startUps({ dataDir });
  const { body } = await again.post(`${locate}/64`, request(byPointId("U30000001")));
  expect(found(body)[0]?.AccessPointInformation.AccessPointStatus.Code).toBe("07");
  await again.simulator.close();
  await expect(ups.control.setAccessPointStatus("U99999999", "07")).rejects.toThrow("No access point");
});

it("leaves closed access points out of a search for open ones", async () => {
  await ups.control.setAccessPointStatus("U10000003", "07");
  const open = await search(64, { criteria: { AccessPointSearch: { AccessPointStatus: "01" } } });
  expect(ids(open)).toEqual(["100002", "100004"]);
  expect(ids(await search(64, byPointId("U99999999")))).toEqual([]);
});

it("writes odd shapes for an app that asks for them", async () => {
  const [plain, odd] = await Promise.all([
    search(64, byPointId("U30000001")),
    search(64, byPointId("U30000001"), await ups.token("app odd-locations")),
  ]);
  expect(found(plain)[0]).toMatchObject({
    PhoneNumber: ["493055550150"],
    SpecialInstructions: [{ Segment: ["At the counter."] }],
  });
  expect(found(odd)[0]).toMatchObject({
    PhoneNumber: "493055550150",
    SpecialInstructions: "At the counter.",
    Distance: { UnitOfMeasurement: "MI" },
  });
});

it("refuses unknown names and an app without the product", async () => {
  const unknown = await ups.post(`${locate}/1`, { LocatorRequest: { FreightIndicator: "" } });
  expect([unknown.status, errorCode(unknown)]).toEqual([400, "10002"]);
  const reply = await ups.post(`${locate}/1`, request({}), await ups.token("app without-locator"));
  expect([reply.status, errorCode(reply)]).toEqual([401, "250002"]);
});
