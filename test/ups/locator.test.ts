import type { LocationSearch } from "../../src/carrier/locations.js";
import { checkLocationSearch } from "../../src/ups/locations/check-locations.js";
import { parseLocator } from "../../src/ups/locations/parse-locator.js";
import { locatorRequests } from "../../src/ups/locations/serialise-locator.js";
import { answered } from "../../src/ups/words/alerts.js";
import { anAccount } from "./builders.js";
import { fixture } from "./fixtures.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const newYork = { lines: [], city: "New York", region: "ny", postalCode: "10017-1234", countryCode: "US" };

const aSearch = (over: Partial<LocationSearch> = {}): LocationSearch => ({
  origin: { by: "ADDRESS", address: newYork },
  radius: null,
  distanceUnit: "MI",
  kinds: [],
  services: [],
  first: 10,
  ...over,
});

const parts = (query: Parameters<typeof locatorRequests>[0]) =>
  locatorRequests(query).map(({ path, body }) => [path, (body as { LocatorRequest: object }).LocatorRequest] as const);

describe("the request", () => {
  it("asks both of UPS's searches when every kind is wanted", () => {
    const made = parts(aSearch());
    expect(made.map(([path]) => path)).toEqual([
      "/api/locations/v3/search/availabilities/1?Locale=en_US",
      "/api/locations/v3/search/availabilities/64?Locale=en_US",
    ]);
    expect(made[1]?.[1]).toEqual({
      Request: { RequestAction: "Locator" },
      OriginAddress: {
        AddressKeyFormat: {
          PoliticalDivision2: "New York",
          PoliticalDivision1: "NY",
          PostcodePrimaryLow: "100171234",
          CountryCode: "US",
        },
      },
      Translate: { Locale: "en_US" },
      UnitOfMeasurement: { Code: "MI" },
      LocationSearchCriteria: {
        MaximumListSize: "10",
        SearchRadius: "100",
        AccessPointSearch: { AccessPointStatus: "01" },
      },
      SortCriteria: { SortType: "01" },
    });
  });

  it("names types and services for the kinds wanted, and asks once", () => {
    const made = parts(
      aSearch({ kinds: ["STORE", "CUSTOMER_CENTER"], services: ["AIR"], radius: 20, distanceUnit: "KM" }),
    );
    expect(made).toHaveLength(1);
    expect(made[0]?.[1]).toMatchObject({
      UnitOfMeasurement: { Code: "KM" },
      LocationSearchCriteria: {
        SearchRadius: "20",
        SearchOption: [{ OptionType: { Code: "01" }, OptionCode: [{ Code: "002" }, { Code: "001" }] }],
        ServiceSearch: { ServiceCode: [{ Code: "02" }] },
      },
    });
  });

  it("goes by geo point with the country beside it", () => {
    const origin = { by: "GEO_POINT", latitude: 48.8566, longitude: 2.3522, countryCode: "FR" } as const;
    const [[, request]] = parts(aSearch({ origin, kinds: ["LOCKER"] })) as [readonly [string, object]];
    expect(request).toMatchObject({
      OriginAddress: {
        Geocode: { Latitude: "48.85660000", Longitude: "2.35220000" },
        AddressKeyFormat: { CountryCode: "FR" },
      },
    });
  });

  it("names one access point by its public id", () => {
    const [[path, request]] = parts({ accessPointId: "U10000003", countryCode: "US" }) as [readonly [string, object]];
    expect(path).toContain("/64?");
    expect(request).toMatchObject({
      LocationSearchCriteria: { AccessPointSearch: { PublicAccessPointID: "U10000003" } },
    });
  });
});

describe("the limits of a search", () => {
  const faults = (over: Partial<LocationSearch>) =>
    checkLocationSearch(aSearch(over)).map(({ code, path }) => [code, path.join(".")]);

  it.each([
    [{ radius: 4 }, [["INVALID", "radius"]]],
    [{ radius: 101 }, [["INVALID", "radius"]]],
    [{ radius: 7.5 }, [["INVALID", "radius"]]],
    [{ radius: 150, distanceUnit: "KM" as const }, []],
    [{ radius: 151, distanceUnit: "KM" as const }, [["INVALID", "radius"]]],
    [{ first: 51 }, [["INVALID", "first"]]],
    [{ first: 0 }, [["INVALID", "first"]]],
    [{ first: 50, radius: 100 }, []],
    [{ kinds: ["ACCESS_POINT" as const], services: ["AIR" as const] }, [["OPTION_NOT_ALLOWED", "services"]]],
    [
      { origin: { by: "GEO_POINT" as const, latitude: 91, longitude: Number.NaN, countryCode: "USA" } },
      [
        ["INVALID", "origin.countryCode"],
        ["INVALID", "origin.latitude"],
        ["INVALID", "origin.longitude"],
      ],
    ],
    [
      { origin: { by: "ADDRESS" as const, address: { ...newYork, city: null, postalCode: null } } },
      [["REQUIRED", "origin.city"]],
    ],
    [
      { origin: { by: "ADDRESS" as const, address: { ...newYork, lines: ["x".repeat(101)] } } },
      [["TOO_LONG", "origin.lines"]],
    ],
    [
      {
        origin: {
          by: "ADDRESS" as const,
          address: { ...newYork, city: "x".repeat(51), region: "x".repeat(51), postalCode: "1".repeat(11) },
        },
      },
      [
        ["TOO_LONG", "origin.city"],
        ["TOO_LONG", "origin.region"],
        ["TOO_LONG", "origin.postalCode"],
      ],
    ],
  ])("%j are told as %j", (over, expected) => {
    expect(faults(over)).toEqual(expected);
  });
});

describe("the answer", () => {
  const wrapped = (SearchResults: unknown, Response: object = { ResponseStatusCode: "1" }) => ({
    LocatorResponse: { Response, SearchResults },
  });
  const asLists = {
    LocationID: "7001",
    Geocode: { Latitude: "40.7", Longitude: "-73.9" },
    AddressKeyFormat: {
      ConsigneeName: "Corner Shop",
      AddressLine: ["350 5th Ave"],
      PoliticalDivision2: "New York",
      PoliticalDivision1: "NY",
      PostcodePrimaryLow: "10118",
      CountryCode: "us",
    },
    PhoneNumber: ["2125550100"],
    LocationAttribute: [
      {
        OptionType: { Code: "01" },
        OptionCode: [{ Code: "018", Description: "UPS Access Point" }],
      },
      { OptionType: { Code: "03" }, OptionCode: [{ Code: "013", Name: "Saturday Pickup" }] },
    ],
    Distance: { Value: "1.2", UnitOfMeasurement: { Code: "MI", Description: "Miles" } },
    SpecialInstructions: [{ Segment: ["Next to the station."] }],
    LatestGroundDropOffTime: ["Mon: 5:00pm"],
    OperatingHours: {
      StandardHours: [
        {
          HoursType: "10",
          DayOfWeek: [
            { Day: "2", OpenHours: ["930", "1400"], CloseHours: ["1230", "0"] },
            { Day: "3", ClosedIndicator: "" },
          ],
        },
        { HoursType: "50", DayOfWeek: [{ Day: "3", LatestDropOffHours: "900" }] },
      ],
    },
    ServiceOfferingList: { ServiceOffering: [{ Code: "006", Description: "Drop Off" }] },
    AccessPointInformation: {
      PublicAccessPointID: "U70010001",
      AccessPointStatus: { Code: "01", Description: "Active-available" },
      Availability: { ShippingAvailability: { AvailableIndicator: "" } },
    },
  };
  const read = {
    carrierLocationId: "7001",
    accessPointId: "U70010001",
    isAvailable: true,
    kinds: ["ACCESS_POINT"],
    name: "Corner Shop",
    address: {
      name: null,
      company: "Corner Shop",
      lines: ["350 5th Ave"],
      city: "New York",
      region: "NY",
      postalCode: "10118",
      countryCode: "US",
      phone: "2125550100",
      email: null,
      taxId: null,
      residentialStatus: "COMMERCIAL",
    },
    latitude: 40.7,
    longitude: -73.9,
    distance: 1.2,
    distanceUnit: "MI",
    phone: "2125550100",
    openingHours: [
      { weekday: 1, opens: "09:30", closes: "12:30" },
      { weekday: 1, opens: "14:00", closes: "00:00" },
    ],
    latestDropOff: [
      { weekday: 1, service: "GROUND", time: "17:00" },
      { weekday: 2, service: "ANY", time: "09:00" },
    ],
    serviceNames: ["Saturday Pickup", "Drop Off"],
    instructions: "Next to the station.",
  };

  it("is read from lists", () => {
    expect(parseLocator(wrapped({ DropLocation: [asLists] }))).toEqual(answered({ locations: [read], candidates: [] }));
  });

  it("is read from single objects and texts too", () => {
    const [regular, dropOff] = asLists.OperatingHours.StandardHours;
    const odd = {
      ...asLists,
      AddressKeyFormat: { ...asLists.AddressKeyFormat, AddressLine: "350 5th Ave" },
      PhoneNumber: "2125550100",
      LocationAttribute: asLists.LocationAttribute.map((attribute) => ({
        ...attribute,
        OptionCode: attribute.OptionCode[0],
      })),
      Distance: { Value: "1.2", UnitOfMeasurement: "MI" },
      SpecialInstructions: "Next to the station.",
      LatestGroundDropOffTime: "Mon: 5:00pm",
      OperatingHours: { StandardHours: [regular, { ...dropOff, DayOfWeek: dropOff?.DayOfWeek[0] }] },
      ServiceOfferingList: { ServiceOffering: { Code: "006", Description: "Drop Off" } },
    };
    expect(parseLocator(wrapped({ DropLocation: odd }))).toEqual(answered({ locations: [read], candidates: [] }));
  });

  it("is read where everything that can be empty is", () => {
    const { LocationID, AddressKeyFormat } = asLists;
    const bare = {
      LocationID,
      AddressKeyFormat: { AddressLine: "", CountryCode: "US" },
      Geocode: "",
      PhoneNumber: "",
      LocationAttribute: "",
      Distance: "",
      SpecialInstructions: "",
      OperatingHours: "",
      ServiceOfferingList: "",
      AccessPointInformation: "",
    };
    expect(AddressKeyFormat.CountryCode).toBe("us");
    expect(parseLocator(wrapped({ DropLocation: [bare] }))).toMatchObject({
      value: { locations: [{ kinds: ["OTHER"], accessPointId: null, phone: null, openingHours: [], distance: null }] },
    });
  });

  it.each(["", undefined, { DropLocation: "" }, { DropLocation: [] }])("of nothing found is %j", (results) => {
    expect(parseLocator(wrapped(results))).toEqual(answered({ locations: [], candidates: [] }));
  });

  it("of nothing near is an empty list where UPS calls it a failure", () => {
    const body = fixture("locator", "nothing-near");
    expect(parseLocator(body)).toEqual(answered({ locations: [], candidates: [] }));
  });

  it("loses the place that cannot be read, and no other", () => {
    const found = parseLocator(wrapped({ DropLocation: [{ LocationID: null }, asLists, "?"] }));
    expect(found).toEqual(answered({ locations: [read], candidates: [] }));
  });

  it("has the country that was searched in where UPS names none", () => {
    const AddressKeyFormat = { ...asLists.AddressKeyFormat, CountryCode: null };
    const found = parseLocator(wrapped({ DropLocation: [{ ...asLists, AddressKeyFormat }] }), "US");
    expect(found).toEqual(answered({ locations: [read], candidates: [] }));
  });

  it("has no hours where shifts are half told", () => {
    const DayOfWeek = [{ Day: "2", OpenHours: [null, "1300"], CloseHours: ["1200", "1800"] }];
    const odd = { ...asLists, OperatingHours: { StandardHours: [{ HoursType: "10", DayOfWeek }] } };
    expect(parseLocator(wrapped({ DropLocation: [odd] }))).toMatchObject({
      value: { locations: [{ openingHours: [] }] },
    });
  });

  it("knows a point that takes no packages now", () => {
    const closed = (AccessPointInformation: object) =>
      parseLocator(wrapped({ DropLocation: [{ ...asLists, AccessPointInformation }] }));
    const reason = { ShippingAvailability: { UnavailableReason: { Code: "02", Description: "Location Full" } } };
    for (const information of [
      { PublicAccessPointID: "U1", AccessPointStatus: { Code: "07" } },
      { PublicAccessPointID: "U1", AccessPointStatus: { Code: "01" }, Availability: reason },
    ]) {
      expect(closed(information)).toMatchObject({ value: { locations: [{ isAvailable: false }] } });
    }
  });

  it("of an unclear origin names the candidates", () => {
    const candidate = {
      AddressKeyFormat: { PoliticalDivision2: "Springfield", PoliticalDivision1: "IL", CountryCode: "US" },
      Geocode: { Latitude: "39.78", Longitude: "-89.65" },
    };
    const expected = {
      lines: [],
      city: "Springfield",
      region: "IL",
      postalCode: null,
      countryCode: "US",
      latitude: 39.78,
      longitude: -89.65,
    };
    for (const GeocodeCandidate of [candidate, [candidate]]) {
      expect(parseLocator(wrapped({ GeocodeCandidate }))).toMatchObject({ value: { candidates: [expected] } });
    }
  });

  it("that fails inside a 200 is a refusal, or unavailable where UPS calls it transient", () => {
    const failed = (fault: unknown) => parseLocator(wrapped("", { ResponseStatusCode: "0", Error: fault }));
    const hard = { ErrorSeverity: "Hard", ErrorCode: "350103", ErrorDescription: "No such place" };
    expect(failed(hard)).toEqual({
      kind: "REJECTED",
      messages: [{ code: "350103", severity: "ERROR", text: "No such place" }],
    });
    const transient = { ErrorSeverity: "Transient", ErrorCode: "350001", MinimumRetrySeconds: "5" };
    expect(failed([transient])).toMatchObject({ kind: "UNAVAILABLE", reason: "CARRIER_FAULT", retryAfterSeconds: 5 });
    expect(failed("")).toMatchObject({ kind: "UNAVAILABLE", reason: "PROTOCOL_ERROR" });
    const hardly = { ErrorSeverity: "Hard", ErrorCode: "20001" };
    expect(failed(hardly)).toMatchObject({ kind: "UNAVAILABLE", reason: "CARRIER_FAULT" });
    const credentials = { ErrorSeverity: "Hard", ErrorCode: "250003" };
    expect(failed(credentials)).toMatchObject({ kind: "ACCOUNT_REFUSED", reason: "BAD_CREDENTIALS" });
  });

  it.each([null, {}, { LocatorResponse: {} }, wrapped({ DropLocation: [{ Geocode: {} }] })])(
    "that cannot be read is none: %j",
    (body) => expect(parseLocator(body)).toBeNull(),
  );
});

describe("against the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(() => ups.reset());
  afterAll(() => ups.close());

  const context = { purchaseId: null };
  const find = async (query: Parameters<SimulatedUps["adapter"]["locations"]["find"]>[1], clientId?: string) => {
    const account = clientId ? anAccount({ clientId, accountId: clientId }) : anAccount();
    const outcome = await ups.adapter.locations.find(account, query, context);
    if (outcome.kind !== "ANSWERED") throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };

  it("finds each place once, the nearest first, a store as the access point that it is too", async () => {
    const { locations } = await find(aSearch({ radius: 5, first: 50 }));
    const numbers = locations.map((place) => place.carrierLocationId);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(locations).toHaveLength(50);
    expect(locations.find((place) => place.carrierLocationId === "100002")).toMatchObject({
      kinds: ["ACCESS_POINT", "STORE"],
      accessPointId: "U10000002",
      isAvailable: true,
    });
    const distances = locations.map((place) => place.distance ?? -1);
    expect(distances).toEqual([...distances].sort((left, right) => left - right));
  });

  it("keeps to the kinds wanted", async () => {
    const { locations } = await find(aSearch({ kinds: ["LOCKER"] }));
    expect(locations.map((place) => [place.name, place.kinds])).toEqual([
      ["Parcel Locker Penn", ["ACCESS_POINT", "LOCKER"]],
    ]);
  });

  it("reads the same from odd shapes and from collapsed lists", async () => {
    const query = aSearch({
      origin: {
        by: "ADDRESS",
        address: { ...newYork, city: "Berlin", region: null, postalCode: "10117", countryCode: "DE" },
      },
      kinds: ["ACCESS_POINT"],
      first: 2,
    });
    const plain = await find(query);
    expect(plain.locations[1]?.openingHours).toHaveLength(11);
    expect(await find(query, "app-odd-locations")).toEqual(plain);
    await ups.control.addFault({ operation: "LOCATE", kind: "SHAPE" });
    expect(await find(query)).toEqual(plain);
  });

  it("asks again after a fault that passes, and gives up when UPS stays away", async () => {
    await ups.control.addFault({ operation: "LOCATE", kind: "STATUS", status: 503 });
    expect((await find(aSearch({ kinds: ["LOCKER"] }))).locations).toHaveLength(1);
    await ups.control.addFault({ operation: "LOCATE", kind: "RESET_BEFORE", times: 20 });
    const outcome = await ups.adapter.locations.find(anAccount(), aSearch(), context);
    expect(outcome).toMatchObject({ kind: "UNAVAILABLE", reason: "UNREACHABLE" });
  });

  it.each([
    ["a body", { kind: "REFUSE", code: "350201" }],
    ["headers alone", { kind: "HEADER_REFUSAL", code: "350201" }],
  ] as const)("finds nothing where UPS says so in %s", async (_where, fault) => {
    await ups.control.addFault({ operation: "LOCATE", ...fault, times: 2 });
    expect(await find(aSearch())).toEqual({ locations: [], candidates: [] });
  });

  it("tells what UPS refuses, and an app without the product", async () => {
    const atlantis = { ...newYork, city: "Atlantis", postalCode: null };
    const refused = await ups.adapter.locations.find(
      anAccount(),
      aSearch({ origin: { by: "ADDRESS", address: atlantis } }),
      context,
    );
    expect(refused).toMatchObject({ kind: "REJECTED", messages: [{ code: "350103" }] });
    const without = await ups.adapter.locations.find(
      anAccount({ clientId: "app-without-locator", accountId: "account-2" }),
      aSearch(),
      context,
    );
    expect(without).toMatchObject({ kind: "ACCOUNT_REFUSED", reason: "PRODUCT_NOT_ADDED" });
  });

  it("finds nothing where UPS says so as a refusal too", async () => {
    await ups.control.addFault({ operation: "LOCATE", kind: "REFUSE", code: "350201", times: 2 });
    expect(await find(aSearch({}))).toEqual({ locations: [], candidates: [] });
  });

  it("finds one access point by its public id, whatever its state", async () => {
    const query = { accessPointId: "U20000002", countryCode: "CA" };
    await ups.control.setAccessPointStatus("U20000002", "07");
    expect((await find(query)).locations).toMatchObject([{ accessPointId: "U20000002", isAvailable: false }]);
    expect((await find({ ...query, accessPointId: "U99999999" })).locations).toEqual([]);
  });
});
