import { aShipment, bought, buy, sql } from "../support/purchases.js";
import { addMethod, shippingRates, toronto } from "../support/rate-setup.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { aPlace, createPlace } from "../support/ship-from-places.js";

let service: TestService;
let accountId: string;
let methodId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
  methodId = (await addMethod(service, accountId, { service: "UPS_GROUND" })).id;
});
beforeEach(() => service.control.clearRequests());
afterEach(() => makeDefault(null));
afterAll(() => service.close());

const details = `shipFromPlace {
  id name address { name company lines city region postalCode countryCode phone } timeZone
  openingHours { weekday opens closes } defaultCarrierAccount { id } defaultShippingMethod { id } archivedAt }`;
const run = async (name: string, input: object, as = {}) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const cleared = name.startsWith("update") ? "clearedFields" : "";
  const source = `mutation ($input: ${type}!) { ${name}(input: $input) { ${details} ${cleared} userErrors { code field message } } }`;
  return (await service.run(source, { input }, as))[name];
};
const refusals = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => [code, field.join(".")]);
const placeId = async (over: object = {}) => (await createPlace(service, over)).shipFromPlace.id as string;
const makeDefault = async (defaultShipFromPlaceId: string | null) => {
  const source = `mutation ($input: UpdateShippingSettingsInput!) { updateShippingSettings(input: $input) {
    shippingSettings { defaultShipFromPlace { id } } clearedFields userErrors { code field } } }`;
  return (await service.run(source, { input: { defaultShipFromPlaceId } })).updateShippingSettings;
};
const inCity = (city: string) => ({ address: { ...aPlace.address, city } });

describe("a place", () => {
  it("is kept as it was entered, and found by id, in the list and as an entity", async () => {
    const links = { defaultCarrierAccountId: accountId, defaultShippingMethodId: methodId };
    const { shipFromPlace, userErrors } = await run("createShipFromPlace", { ...aPlace, ...links });
    expect(userErrors).toEqual([]);
    const { id } = shipFromPlace;
    expect(shipFromPlace).toEqual({
      ...{ ...aPlace, id: expect.stringMatching(/^sfp_/), archivedAt: null },
      ...{ defaultCarrierAccount: { id: accountId }, defaultShippingMethod: { id: methodId } },
    });
    const found = await service.run(
      `query ($id: ID!, $of: [_Any!]!) { shipFromPlace(id: $id) { name } shipFromPlaces { totalCount nodes { id } }
        _entities(representations: $of) { ... on ShipFromPlace { name } } }`,
      { id, of: [{ __typename: "ShipFromPlace", id }] },
    );
    expect(found).toEqual({
      shipFromPlace: { name: aPlace.name },
      shipFromPlaces: { totalCount: 1, nodes: [{ id }] },
      _entities: [{ name: aPlace.name }],
    });
  });

  const open = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
  it.each([
    ["an empty name", { name: " " }, [["REQUIRED", "input.name"]]],
    [
      "an address without a phone",
      { address: { ...aPlace.address, phone: null } },
      [["REQUIRED", "input.address.phone"]],
    ],
    [
      "an address without a street",
      { address: { ...aPlace.address, lines: [] } },
      [["REQUIRED", "input.address.lines"]],
    ],
    ["a time zone that nobody has", { timeZone: "America/Reno" }, [["INVALID", "input.timeZone"]]],
    ["an offset for a time zone", { timeZone: "+01:00" }, [["INVALID", "input.timeZone"]]],
    [
      "hours that are none, overlap, or are too many",
      {
        openingHours: [
          ...[
            open(8, "08:00", "09:00"),
            open(1, "09:00", "09:00"),
            open(2, "08:00", "12:00"),
            open(2, "11:59", "13:00"),
          ],
          ...[open(3, "08:00", "09:00"), open(3, "09:00", "10:00"), open(3, "11:00", "12:00")],
        ],
      },
      [
        ["INVALID", "input.openingHours.0.weekday"],
        ["INVALID", "input.openingHours.1.closes"],
        ["INVALID", "input.openingHours.3.opens"],
        ["INVALID", "input.openingHours.6.weekday"],
      ],
    ],
    [
      "an account and a method that do not exist",
      { defaultCarrierAccountId: "cac_none", defaultShippingMethodId: "shm_none" },
      [
        ["NOT_FOUND", "input.defaultCarrierAccountId"],
        ["NOT_FOUND", "input.defaultShippingMethodId"],
      ],
    ],
  ])("is refused with %s", async (_, over, expected) => {
    const answer = await run("createShipFromPlace", { ...aPlace, ...over });
    expect(refusals(answer)).toEqual(expected);
    expect(answer.shipFromPlace).toBeNull();
  });

  it("keeps what is absent, is cleared by null, and is audited without name and address", async () => {
    const shipFromPlaceId = await placeId({ defaultCarrierAccountId: accountId });
    const changes = { shipFromPlaceId, ...inCity("Sparks"), openingHours: null, defaultCarrierAccountId: null };
    const { shipFromPlace, clearedFields } = await run("updateShipFromPlace", changes);
    expect(shipFromPlace).toMatchObject({ name: aPlace.name, address: { city: "Sparks" }, openingHours: [] });
    expect(clearedFields.sort()).toEqual(["defaultCarrierAccountId", "openingHours"]);
    expect(refusals(await run("updateShipFromPlace", { shipFromPlaceId, name: null, timeZone: null }))).toEqual([
      ["INVALID", "input.name"],
      ["INVALID", "input.timeZone"],
    ]);
    const { auditEvents } = await service.run(
      `query ($filter: AuditEventFilter) { auditEvents(filter: $filter) { nodes { changes { field before after } } } }`,
      { filter: { targetId: shipFromPlaceId, kind: ["SHIP_FROM_PLACE_UPDATED"] } },
    );
    expect(auditEvents.nodes[0].changes).toMatchObject([
      { field: "address", before: null, after: null },
      { field: "defaultCarrierAccountId", before: accountId, after: null },
      { field: "openingHours", after: "[]" },
    ]);
  });

  it("is archived once, after which nothing new leaves from it and it is not changed", async () => {
    const shipFromPlaceId = await placeId();
    const first = await run("archiveShipFromPlace", { shipFromPlaceId });
    expect(first.shipFromPlace.archivedAt).toEqual(expect.any(String));
    expect(await run("archiveShipFromPlace", { shipFromPlaceId })).toEqual(first);
    const denied = [["NOT_ALLOWED", "input.shipFromPlaceId"]];
    expect(refusals(await run("updateShipFromPlace", { shipFromPlaceId, name: "New" }))).toEqual(denied);
    expect(refusals(await rate({ shipFromPlaceId }))).toEqual(denied);
    expect(refusals(await makeDefault(shipFromPlaceId))).toEqual([["NOT_ALLOWED", "input.defaultShipFromPlaceId"]]);
  });
});

const rate = async (input: object = {}) => {
  const parts = { shipTo: newYork, packages: [aPackage], shippingMethodIds: [methodId] };
  return (await service.run(shippingRates, { input: { ...parts, ...input } })).shippingRates;
};

/** Cities that UPS was told packages leave from, each once. */
const citiesTold = async (operation: "RATE" | "SHIP") => {
  const root = operation === "RATE" ? "RateRequest" : "ShipmentRequest";
  const requests = (await service.control.requests()).filter((request) => request.operation === operation);
  // biome-ignore lint/suspicious/noExplicitAny: the request as UPS saw it
  return [...new Set(requests.map(({ body }) => (body as any)[root].Shipment.ShipFrom.Address.City))];
};
const { service: _, ...unchosen } = aShipment();
const create = async (input: object) => {
  const source = `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) { shipment {
    id shipFrom { city } carrierAccount { id } shippingMethod { id } } userErrors { code field message } } }`;
  return (await service.run(source, { input: { ...unchosen, ...input } })).createShipment;
};

describe("where packages leave from", () => {
  const ownCity = "San Francisco";

  it("is the account's address while there is no place", async () => {
    expect((await create({ shippingMethodId: methodId })).shipment.shipFrom.city).toBe(ownCity);
  });

  it("is what is stated, else the stated place, else the method's, else the tenant's default", async () => {
    const [stated, ofMethod, fallback] = [
      await placeId(inCity("Stated")),
      await placeId(inCity("Methods")),
      await placeId(inCity("Fallback")),
    ];
    const placed = await addMethod(service, accountId, { service: "UPS_GROUND" }, { shipFromPlaceId: ofMethod });
    expect(await makeDefault(fallback)).toEqual({
      shippingSettings: { defaultShipFromPlace: { id: fallback } },
      ...{ clearedFields: [], userErrors: [] },
    });
    const shipFrom = { ...aPlace.address, city: "Given" };
    const cases: [object, string][] = [
      [{ shippingMethodId: placed.id, shipFromPlaceId: stated, shipFrom }, "Given"],
      [{ shippingMethodId: placed.id, shipFromPlaceId: stated }, "Stated"],
      [{ shippingMethodId: placed.id }, "Methods"],
      [{ shippingMethodId: methodId }, "Fallback"],
    ];
    for (const [{ shippingMethodId, ...input }, city] of cases as [{ shippingMethodId: string }, string][]) {
      expect((await create({ ...input, shippingMethodId })).shipment.shipFrom.city).toBe(city);
      await service.control.clearRequests();
      await rate({ ...input, shippingMethodIds: [shippingMethodId] });
      expect(await citiesTold("RATE")).toEqual([city]);
    }
  });

  it("is no default of another country than the account's, which ships from its own", async () => {
    await makeDefault(await placeId(inCity("Fallback")));
    const abroad = await seedAccount(service, { accountNumber: "C4N4D4", address: toronto });
    const input = { carrierAccountId: abroad, shipTo: { ...toronto, city: "Ottawa" } };
    expect((await create({ ...input, service: "UPS_STANDARD" })).shipment.shipFrom.city).toBe("Toronto");
    await service.control.clearRequests();
    await rate({ ...input, shippingMethodIds: null });
    expect(await citiesTold("RATE")).toEqual(["Toronto"]);
  });

  it("is bought from there, inline and by a quote, and a quote of elsewhere is refused", async () => {
    const [stated, other] = [await placeId(inCity("Sparks")), await placeId(inCity("Elko"))];
    await bought(service, { shipment: { ...unchosen, shippingMethodId: methodId, shipFromPlaceId: stated } });
    const [{ id: rateQuoteId }] = (await rate({ shipFromPlaceId: stated })).quotes;
    await bought(service, { shipment: {}, rateQuoteId });
    expect(await citiesTold("SHIP")).toEqual(["Sparks"]);
    const elsewhere = await buy(service, { shipment: { shipFromPlaceId: other }, rateQuoteId });
    expect(elsewhere.userErrors).toMatchObject([{ code: "QUOTE_MISMATCH" }]);
  });

  it("stays with a shipment whose place is changed or archived, until a change states another", async () => {
    const [first, second] = [await placeId(inCity("Sparks")), await placeId(inCity("Elko"))];
    const { shipment } = await create({ shippingMethodId: methodId, shipFromPlaceId: first });
    await run("archiveShipFromPlace", { shipFromPlaceId: first });
    await makeDefault(second);
    const source = `mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) {
      shipment { shipFrom { city } } userErrors { code field message } } }`;
    const update = async (input: object) =>
      (await service.run(source, { input: { shipmentId: shipment.id, ...input } })).updateShipment.shipment.shipFrom
        .city;
    expect(await update({ reference: "R1" })).toBe("Sparks");
    expect(await update({ shipFromPlaceId: second })).toBe("Elko");
  });

  it("brings the place's account and method where none is named, and of a return where it comes back to", async () => {
    const own = await seedAccount(service, { name: "Warehouse account", clientId: "warehouse-client" });
    const ownMethod = await addMethod(service, own, { service: "UPS_GROUND" });
    const shipFromPlaceId = await placeId({
      ...{ ...inCity("Sparks"), defaultCarrierAccountId: own, defaultShippingMethodId: ownMethod.id },
    });
    expect((await create({ shipFromPlaceId })).shipment).toMatchObject({
      ...{ carrierAccount: { id: own }, shippingMethod: { id: ownMethod.id } },
    });
    expect((await create({ shipFromPlaceId, service: "UPS_2ND_DAY_AIR" })).shipment).toMatchObject({
      ...{ carrierAccount: { id: own }, shippingMethod: null },
    });
    const back = { shipTo: null, shipFrom: newYork, returnService: { kind: "PRINT_RETURN_LABEL" } };
    const { quotes } = await rate({ ...back, shipFromPlaceId, shippingMethodIds: [ownMethod.id] });
    const [row] = await sql(service, "select details->'shipTo'->>'city' as city from rate_quote where id = $1", [
      quotes[0].id,
    ]);
    expect(row).toEqual({ city: "Sparks" });
    const other = await create({ shipFromPlaceId, carrierAccountId: accountId });
    expect(other.shipment).toMatchObject({ carrierAccount: { id: accountId }, shippingMethod: null });
  });

  it("is no other tenant's place", async () => {
    const foreign = await createPlace({
      run: (source, variables) => service.run(source, variables, { tenantId: service.otherTenantId }),
    });
    const { id: shipFromPlaceId } = foreign.shipFromPlace;
    const missing = [["NOT_FOUND", "input.shipFromPlaceId"]];
    expect(refusals(await create({ shipFromPlaceId }))).toEqual(missing);
    expect(refusals(await rate({ shipFromPlaceId }))).toEqual(missing);
    expect(refusals(await makeDefault(shipFromPlaceId))).toEqual([["NOT_FOUND", "input.defaultShipFromPlaceId"]]);
  });
});
