import { accessPoint, inBerlin, inNewYork, locate, reachable } from "../support/locations.js";
import { aKey, aShipment, bought, buy, draft } from "../support/purchases.js";
import { berlin, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let locationId: string;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  locationId = await accessPoint(service);
});
beforeEach(async () => {
  await service.control.setAccessPointStatus("U10000003", "01");
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(() => service.close());

const toPoint = (parts: Record<string, unknown> = {}) =>
  aShipment({ shipTo: reachable, carrierLocationId: locationId, ...parts });

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Answer = any;

const problems = ({ userErrors }: { userErrors: { code: string; field: string[] | null }[] }) =>
  userErrors.map(({ code, field }) => [code, field?.join(".")]);

const saved = `shipment { id carrierLocation { id name accessPointId } } userErrors { code message field }`;

const create = async (input: Record<string, unknown>): Promise<Answer> =>
  (
    await service.run(`mutation ($input: CreateShipmentInput!) { createShipment(input: $input) { ${saved} } }`, {
      input,
    })
  ).createShipment;

const update = async (input: Record<string, unknown>): Promise<Answer> =>
  (
    await service.run(`mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) { ${saved} } }`, {
      input,
    })
  ).updateShipment;

const rate = async (input: Record<string, unknown>): Promise<Answer> =>
  (
    await service.run(
      `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
        quotes { id service { code } } userErrors { code message field } } }`,
      { input },
    )
  ).shippingRates;

const operations = async () => (await service.control.requests()).map(({ operation }) => operation);
const sentTo = async (operation: string): Promise<Answer> =>
  (await service.control.requests()).find((request) => request.operation === operation)?.body;
const lastBooked = async () => (await service.control.ledger()).at(-1);
const purchaseRows = async () => {
  const { data } = await service.execute(`{ shipments(first: 100) { nodes { id purchases { id } } } }`);
  return data.shipments.nodes.flatMap(({ purchases }: { purchases: object[] }) => purchases).length;
};

it("buys for an access point by its id alone, and the carrier gets everything it wants", async () => {
  const { shipment } = await bought(service, { shipment: toPoint() });
  expect(await lastBooked()).toMatchObject({ accessPointId: "U10000003" });
  expect((await sentTo("SHIP")).ShipmentRequest.Shipment).toMatchObject({
    ShipTo: { Name: "City Hall", EMailAddress: reachable.email },
    ShipmentIndicationType: [{ Code: "01" }],
    AlternateDeliveryAddress: {
      Name: "Grand Central Newsstand",
      AttentionName: "Front Desk",
      UPSAccessPointID: "U10000003",
      Address: { AddressLine: ["89 E 42nd St"], City: "New York", PostalCode: "10017", CountryCode: "US" },
    },
    ShipmentServiceOptions: {
      Notification: [{ NotificationCode: "012", EMail: { EMailAddress: [reachable.email] } }],
    },
  });
  const read = await service.run(`query ($id: ID!) { shipment(id: $id) { carrierLocation { id name } } }`, {
    id: shipment.id,
  });
  expect(read.shipment.carrierLocation).toEqual({ id: locationId, name: "Grand Central Newsstand" });
});

it("looks at the point once, before it buys, and not again when the request is repeated", async () => {
  const input = { idempotencyKey: aKey(), shipment: toPoint() };
  const first = await bought(service, input);
  expect(await operations()).toEqual(["LOCATE", "SHIP"]);
  await service.control.setAccessPointStatus("U10000003", "07");
  const again = await bought(service, input);
  expect(again.purchase.id).toBe(first.purchase.id);
  expect(await operations()).toEqual(["LOCATE", "SHIP"]);
});

it("a delivery to the door is never looked at", async () => {
  await bought(service);
  expect(await operations()).toEqual(["SHIP"]);
});

describe("refuses, before anything is claimed or spent,", () => {
  const nothingHappened = async (work: () => Promise<Answer>) => {
    const booked = (await service.control.ledger()).length;
    const before = await purchaseRows();
    const answer = await work();
    expect(answer.purchase).toBeNull();
    expect(await purchaseRows()).toBe(before);
    expect(await service.control.ledger()).toHaveLength(booked);
    expect(await operations()).not.toContain("SHIP");
    return problems(answer);
  };

  it.each(["06", "07", "08"] as const)("a point of the state %s", async (status) => {
    await service.control.setAccessPointStatus("U10000003", status);
    expect(await nothingHappened(() => buy(service, { shipment: toPoint() }))).toEqual([
      ["LOCATION_UNAVAILABLE", "input.shipment.carrierLocationId"],
    ]);
  });

  it("a stored draft's point that has closed, at the draft's id; and buys it with the same key when it is open", async () => {
    const shipmentId = await draft(service, toPoint());
    await service.control.setAccessPointStatus("U10000003", "07");
    const input = { idempotencyKey: aKey(), shipmentId };
    const answer = await buy(service, input);
    expect(answer.userErrors).toMatchObject([{ code: "LOCATION_UNAVAILABLE", field: ["input", "shipmentId"] }]);
    expect(answer.userErrors[0].message).toMatch(/^carrierLocationId: /);
    await service.control.setAccessPointStatus("U10000003", "01");
    await bought(service, input);
    expect(await lastBooked()).toMatchObject({ accessPointId: "U10000003" });
  });

  it("when the carrier does not say: CARRIER_UNAVAILABLE", async () => {
    await service.control.addFault({ operation: "LOCATE", kind: "RESET_BEFORE", times: 20 });
    expect(await nothingHappened(() => buy(service, { shipment: toPoint() }))).toEqual([
      ["CARRIER_UNAVAILABLE", "input.shipment.carrierLocationId"],
    ]);
  });

  it("a point without a word from the recipient: an e-mail address is needed", async () => {
    expect(await nothingHappened(() => buy(service, { shipment: toPoint({ shipTo: newYork }) }))).toEqual([
      ["REQUIRED", "input.shipment.shipTo.email"],
    ]);
    expect(await operations()).toEqual([]);
  });

  it("a price above the limit", async () => {
    const maxTotalPrice = { amount: "0.01", currencyCode: "USD" };
    expect(await nothingHappened(() => buy(service, { shipment: toPoint(), maxTotalPrice }))).toEqual([
      ["PRICE_CHANGED", "input.maxTotalPrice"],
    ]);
  });
});

describe("refuses to save", () => {
  it.each([
    ["an unknown place", "loc_01990000-0000-7000-8000-00000000dead", "NOT_FOUND"],
    ["what is no place", "shp_1", "NOT_FOUND"],
  ])("%s", async (_, carrierLocationId, code) => {
    const answer = await create(toPoint({ carrierLocationId }));
    expect([answer.shipment, problems(answer)]).toEqual([null, [[code, "input.carrierLocationId"]]]);
  });

  it("somebody else's place", async () => {
    const stranger = { tenantId: service.otherTenantId };
    await seedAccount(service, {}, stranger);
    const carrierLocationId = await accessPoint(service, "U10000003", inNewYork, stranger);
    expect(problems(await create(toPoint({ carrierLocationId })))).toEqual([["NOT_FOUND", "input.carrierLocationId"]]);
  });

  it("a place that takes no packages for others", async () => {
    const { locations } = await locate(service, { ...inNewYork, kinds: ["DROP_BOX"], first: 1 });
    const answer = await create(toPoint({ carrierLocationId: locations[0].id }));
    expect(problems(answer)).toEqual([["NOT_ALLOWED", "input.carrierLocationId"]]);
  });

  it("a place in another country than the recipient", async () => {
    const carrierLocationId = await accessPoint(service, "U30000001", inBerlin);
    expect(problems(await create(toPoint({ carrierLocationId })))).toEqual([["INVALID", "input.carrierLocationId"]]);
    const rated = await rate({ shipTo: newYork, packages: toPoint().packages, carrierLocationId });
    expect(problems(rated)).toEqual([["INVALID", "input.carrierLocationId"]]);
  });
});

describe("a draft", () => {
  it("keeps its place, changes it, and loses it only when told so", async () => {
    const { shipment } = await create(toPoint());
    expect(shipment.carrierLocation.accessPointId).toBe("U10000003");
    const shipmentId = shipment.id;
    const kept = await update({ shipmentId, reference: "changed" });
    expect(kept.shipment.carrierLocation.accessPointId).toBe("U10000003");
    const other = await accessPoint(service, "U10000002");
    const changed = await update({ shipmentId, carrierLocationId: other });
    expect(changed.shipment.carrierLocation.accessPointId).toBe("U10000002");
    const abroad = await update({ shipmentId, shipTo: { ...berlin, email: reachable.email } });
    expect(problems(abroad).map(([, field]) => field)).toContain("input.carrierLocationId");
    const toDoor = await update({ shipmentId, carrierLocationId: null });
    expect(toDoor.shipment.carrierLocation).toBeNull();
  });
});

describe("a quote", () => {
  const packages = aShipment().packages;

  it("for a place is bought for that place", async () => {
    const { quotes, userErrors } = await rate({ shipTo: reachable, packages, carrierLocationId: locationId });
    expect(userErrors).toEqual([]);
    expect((await sentTo("RATE")).RateRequest.Shipment).toMatchObject({
      ShipmentIndicationType: [{ Code: "01" }],
      AlternateDeliveryAddress: { Name: "Grand Central Newsstand", Address: { PostalCode: "10017" } },
    });
    const rateQuoteId = quotes.find((quote: Answer) => quote.service.code === "UPS_GROUND").id;
    await bought(service, { rateQuoteId, shipment: {} });
    expect(await lastBooked()).toMatchObject({ accessPointId: "U10000003" });
  });

  it("to the door is not bought for a place, and a quote for a place stays one, where null says nothing", async () => {
    const door = (await rate({ shipTo: reachable, packages })).quotes[0].id;
    const point = (await rate({ shipTo: reachable, packages, carrierLocationId: locationId })).quotes[0].id;
    const toOther = await buy(service, { rateQuoteId: door, shipment: { carrierLocationId: locationId } });
    expect(problems(toOther)).toEqual([["QUOTE_MISMATCH", "input.rateQuoteId"]]);
    const other = await accessPoint(service, "U10000002");
    const elsewhere = await buy(service, { rateQuoteId: point, shipment: { carrierLocationId: other } });
    expect(problems(elsewhere)).toEqual([["QUOTE_MISMATCH", "input.rateQuoteId"]]);
    await bought(service, { rateQuoteId: point, shipment: { carrierLocationId: null } });
    expect(await lastBooked()).toMatchObject({ accessPointId: "U10000003" });
  });

  it("of a draft is a quote for its place", async () => {
    const shipmentId = await draft(service, toPoint());
    const { quotes } = await rate({ shipmentId });
    await bought(service, { shipmentId, rateQuoteId: quotes[0].id });
    expect(await lastBooked()).toMatchObject({ accessPointId: "U10000003" });
    const both = await rate({ shipmentId: await draft(service), carrierLocationId: locationId });
    expect(problems(both)).toEqual([["INVALID", "input.carrierLocationId"]]);
  });
});
