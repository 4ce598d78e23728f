import { statementsDuring } from "../support/count-statements.js";
import { accessPoint, carrierLocations, inBerlin, inNewYork, locate } from "../support/locations.js";
import { newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
beforeEach(async () => {
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(() => service.close());

type Place = { id: string; name: string; kinds: string[]; distance: number; distanceUnit: string };

const names = ({ locations }: { locations: Place[] }) => locations.map(({ name }) => name);
const problems = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => [code, field.join(".")]);

it("finds an access point with everything a checkout shows, in the carrier's country and units", async () => {
  const { locations, candidates, userErrors } = await locate(service, { ...inBerlin, kinds: ["ACCESS_POINT"] });
  expect([candidates, userErrors]).toEqual([[], []]);
  expect(locations[1]).toEqual({
    id: expect.stringMatching(/^loc_/),
    name: "Kiosk am Pariser Platz",
    kinds: ["ACCESS_POINT"],
    accessPointId: "U30000001",
    isAccessPoint: true,
    isAvailable: true,
    distance: expect.any(Number),
    distanceUnit: "KM",
    phone: "493055550150",
    latitude: 52.5163,
    longitude: 13.3777,
    address: {
      company: "Kiosk am Pariser Platz",
      lines: ["Pariser Platz 1"],
      city: "Berlin",
      region: null,
      postalCode: "10117",
      countryCode: "DE",
    },
    serviceNames: ["UPS Express", "Direct To Retail", "Drop Off"],
    instructions: "At the counter.",
    refreshedAt: expect.stringMatching(/Z$/),
    openingHours: [
      ...[1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, opens: "09:30", closes: "12:30" },
        { weekday, opens: "14:00", closes: "18:30" },
      ]),
      { weekday: 6, opens: "09:00", closes: "13:00" },
    ],
    latestDropOff: [],
    carrier: { code: "UPS" },
  });
});

it("finds the same place under the same id from an address, a point and a city", async () => {
  const kinds = ["LOCKER"];
  const origins = [
    inNewYork,
    { address: { lines: ["350 5th Ave"], city: "New York", region: "NY", postalCode: "10118", countryCode: "US" } },
    { geoPoint: { latitude: 40.75, longitude: -73.99 } },
  ];
  const found = await Promise.all(origins.map((origin) => locate(service, { ...origin, kinds })));
  expect(found.map(names)).toEqual([["Parcel Locker Penn"], ["Parcel Locker Penn"], ["Parcel Locker Penn"]]);
  expect(new Set(found.map(({ locations }) => locations[0].id)).size).toBe(1);
});

it("finds nothing of no kind without asking the carrier, and checks the search all the same", async () => {
  await service.control.clearRequests();
  expect(await locate(service, { ...inBerlin, kinds: [] })).toEqual({ locations: [], candidates: [], userErrors: [] });
  const { userErrors } = await locate(service, { ...inBerlin, kinds: [], first: 51 });
  expect(userErrors).toMatchObject([{ code: "INVALID", field: ["input", "first"] }]);
  expect(await service.control.requests()).toEqual([]);
  expect((await locate(service, { ...inBerlin, services: [] })).locations).not.toEqual([]);
});

it("finds by kind, and each place has the kinds it has", async () => {
  const store = await locate(service, { ...inNewYork, kinds: ["STORE"] });
  expect(names(store)).toEqual(["The UPS Store Rockefeller"]);
  const counters = await locate(service, { ...inNewYork, kinds: ["CUSTOMER_CENTER", "AUTHORIZED_OUTLET"] });
  expect(counters.locations.map(({ kinds }: Place) => kinds)).toEqual([["AUTHORIZED_OUTLET"], ["CUSTOMER_CENTER"]]);
  const [point] = (await locate(service, { ...inNewYork, kinds: ["ACCESS_POINT"], first: 2 })).locations.slice(1);
  expect(point.kinds).toEqual(["ACCESS_POINT", "STORE"]);
});

it("finds by what can be handed in", async () => {
  const air = await locate(service, { ...inNewYork, kinds: ["STORE", "CUSTOMER_CENTER"], services: ["AIR"] });
  expect(names(air)).toEqual(["The UPS Store Rockefeller", "UPS Customer Center 34th Street"]);
  const abroad = { ...inNewYork, kinds: ["STORE", "CUSTOMER_CENTER"], services: ["AIR", "INTERNATIONAL"] };
  expect(names(await locate(service, abroad))).toEqual(["UPS Customer Center 34th Street"]);
  expect(await service.control.requests()).toHaveLength(2);
});

it("reads opening hours around the clock, past midnight and until midnight", async () => {
  const chicago = { city: { city: "Chicago", countryCode: "US" }, kinds: ["ACCESS_POINT"], radius: 5 };
  const [late] = (await locate(service, chicago)).locations;
  expect(late.openingHours.slice(0, 3)).toEqual([
    { weekday: 1, opens: "18:00", closes: "00:00" },
    { weekday: 2, opens: "00:00", closes: "02:00" },
    { weekday: 2, opens: "18:00", closes: "00:00" },
  ]);
  const [locker] = (await locate(service, { ...inNewYork, kinds: ["LOCKER"] })).locations;
  expect(locker.openingHours).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: "00:00", closes: "00:00" })),
  );
  const [counter] = (await locate(service, { ...inNewYork, kinds: ["CUSTOMER_CENTER"] })).locations;
  expect(counter.latestDropOff.filter(({ weekday }: { weekday: number }) => weekday === 5)).toEqual([
    { weekday: 5, service: "GROUND", time: "17:30" },
    { weekday: 5, service: "AIR", time: "18:30" },
  ]);
});

it("keeps to the radius in either unit", async () => {
  const near = async (radius: number, distanceUnit: string) =>
    (await locate(service, { ...inBerlin, kinds: ["CUSTOMER_CENTER", "ACCESS_POINT"], radius, distanceUnit }))
      .locations;
  const [nearest] = await near(5, "MI");
  const [same] = await near(8, "KM");
  expect([nearest.id, nearest.distanceUnit, same.distanceUnit]).toEqual([same.id, "MI", "KM"]);
  expect(same.distance).toBeGreaterThanOrEqual(nearest.distance);
});

it("finds at most fifty, each once, the nearest first", async () => {
  const { locations } = await locate(service, { ...inNewYork, first: 50 });
  expect(locations).toHaveLength(50);
  expect(new Set(locations.map(({ id }: Place) => id)).size).toBe(50);
  const distances = locations.map(({ distance }: Place) => distance);
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  expect((await locate(service)).locations).toHaveLength(10);
});

it("finds none where there are none, which is no error", async () => {
  const geoPoint = { latitude: 64.18, longitude: -51.69, countryCode: "GL" };
  expect(await locate(service, { geoPoint })).toEqual({ locations: [], candidates: [], userErrors: [] });
});

it("names the candidates of an unclear city, and each of them is clear", async () => {
  const { locations, candidates, userErrors } = await locate(service, {
    city: { city: "Springfield", countryCode: "US" },
  });
  expect([locations, userErrors]).toEqual([[], []]);
  expect(candidates.map(({ region }: { region: string }) => region)).toEqual(["IL", "MA", "MO"]);
  expect(candidates[0]).toMatchObject({ city: "Springfield", countryCode: "US", lines: [], postalCode: null });
  const again = await locate(service, { city: { city: "Springfield", region: "MA", countryCode: "US" } });
  expect(again).toEqual({ locations: [], candidates: [], userErrors: [] });
});

it.each([
  [{}, [["REQUIRED", "input.address"]]],
  [{ ...inNewYork, geoPoint: { latitude: 1, longitude: 1 } }, [["INVALID", "input.city"]]],
  [{ ...inNewYork, radius: 4 }, [["INVALID", "input.radius"]]],
  [{ ...inNewYork, radius: 101 }, [["INVALID", "input.radius"]]],
  [{ ...inBerlin, radius: 151 }, [["INVALID", "input.radius"]]],
  [{ ...inNewYork, first: 51 }, [["INVALID", "input.first"]]],
  [{ geoPoint: { latitude: 91, longitude: 0 } }, [["INVALID", "input.geoPoint.latitude"]]],
  [{ city: { city: " ", countryCode: "US" } }, [["REQUIRED", "input.city.city"]]],
  [{ city: { city: "Bonn", countryCode: "Germany" } }, [["INVALID", "input.city.countryCode"]]],
  [{ address: { lines: ["x".repeat(101)], city: "Bonn", countryCode: "DE" } }, [["TOO_LONG", "input.address.lines"]]],
  [{ ...inNewYork, kinds: ["LOCKER"], services: ["AIR"] }, [["OPTION_NOT_ALLOWED", "input.services"]]],
  [{ ...inNewYork, carrierAccountId: "cac_unknown" }, [["NOT_FOUND", "input.carrierAccountId"]]],
])("refuses %j without asking the carrier", async (input, expected) => {
  const answer = await locate(service, input);
  expect(problems(answer)).toEqual(expected);
  expect(answer.locations).toEqual([]);
  expect(await service.control.requests()).toEqual([]);
});

it("tells what the carrier refuses and when it is away, at the place that was searched", async () => {
  const refused = await locate(service, { city: { city: "Atlantis", countryCode: "US" } });
  expect(refused.userErrors).toMatchObject([
    { code: "CARRIER_REJECTED", field: ["input", "city"], carrierErrorCode: "350103" },
  ]);
  await service.control.addFault({ operation: "LOCATE", kind: "RESET_BEFORE", times: 20 });
  expect(problems(await locate(service))).toEqual([["CARRIER_UNAVAILABLE", "input.city"]]);
});

it("reads odd shapes as it reads the others", async () => {
  const odd = await seedAccount(service, { accountNumber: "0DD000", clientId: "app-odd-locations" });
  const input = { ...inBerlin, kinds: ["ACCESS_POINT"] };
  const facts = async (carrierAccountId: string) => {
    const { locations } = await locate(service, { ...input, carrierAccountId });
    return locations.map(({ refreshedAt: _, ...place }: { refreshedAt: string }) => place);
  };
  expect(await facts(odd)).toEqual(await facts(accountId));
});

it("asks with an account of its choice where there are several, since buyers know of none", async () => {
  const before = (await service.control.requests()).length;
  expect((await locate(service)).locations).toHaveLength(10);
  expect((await service.control.requests()).length).toBeGreaterThan(before);
  expect((await locate(service, { ...inNewYork, carrierAccountId: accountId })).locations).toHaveLength(10);
});

describe("what was found", () => {
  const entities = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on CarrierLocation { id name kinds isAccessPoint openingHours { weekday } }
    } }`;
  const input = {
    ...inNewYork,
    first: 20,
    get carrierAccountId() {
      return accountId;
    },
  };
  const representations = (ids: string[]) => ids.map((id) => ({ __typename: "CarrierLocation", id }));

  it("is stored with one statement, however much it is", async () => {
    const statements = await statementsDuring(() => service.run(carrierLocations, { input }));
    expect(statements.filter((text) => text.includes("insert into carrier_location"))).toHaveLength(1);
  });

  it("is stored by searches at once without one waiting in a circle for another", async () => {
    const origins = [inNewYork.city, { ...inNewYork.city, city: "new york" }];
    const searches = Array.from({ length: 20 }, (_, index) =>
      locate(service, { ...input, city: origins[index % 2], first: 30 + index }),
    );
    const found = (await Promise.all(searches)).map(({ locations }) => locations.map(({ id }: Place) => id));
    for (const ids of found) expect(found.at(-1)).toEqual(expect.arrayContaining(ids));
  });

  it("is an entity: many keys cost one statement and never ask the carrier", async () => {
    const { locations } = await locate(service, input);
    await service.control.clearRequests();
    const keys = [...locations.map(({ id }: Place) => id), "loc_unknown"];
    let data: { _entities: (Place | null)[] } = { _entities: [] };
    const statements = await statementsDuring(async () => {
      data = await service.run(entities, { representations: representations(keys) });
    });
    expect(statements).toHaveLength(1);
    expect(data._entities.map((entity) => entity?.name ?? null)).toEqual([...names({ locations }), null]);
    expect(await service.control.requests()).toEqual([]);
  });

  it("stays an access point although a search for stores does not say so", async () => {
    const id = await accessPoint(service, "U10000002", { ...inNewYork, carrierAccountId: accountId });
    const [store] = (await locate(service, { ...input, kinds: ["STORE"] })).locations;
    expect([store.id, store.isAccessPoint, store.kinds]).toEqual([id, true, ["STORE", "ACCESS_POINT"]]);
  });

  it("is nobody else's", async () => {
    const { locations } = await locate(service, input);
    const ids = locations.map(({ id }: Place) => id);
    const stranger = { tenantId: service.otherTenantId };
    const { _entities } = await service.run(entities, { representations: representations(ids) }, stranger);
    expect(_entities).toEqual(ids.map(() => null));
    const own = await seedAccount(service, { address: newYork }, stranger);
    const theirs = await locate(service, { ...inNewYork, first: 20, carrierAccountId: own }, stranger);
    expect(theirs.locations.map(({ id }: Place) => id).filter((id: string) => ids.includes(id))).toEqual([]);
    const foreign = await locate(service, { ...inNewYork, carrierAccountId: accountId }, stranger);
    expect(problems(foreign)).toEqual([["NOT_FOUND", "input.carrierAccountId"]]);
  });

  it("can be searched and read by a storefront, not by a token that only ships", async () => {
    const buyer = await locate(service, input, { scopes: ["quote"] });
    expect(buyer.locations).toHaveLength(20);
    const shipper = await service.execute(carrierLocations, { input }, { scopes: ["ship"] });
    expect(shipper.errors?.[0]?.message).toBe("This needs one of the scopes: quote, read.");
  });
});
