import type { AccessPoint } from "../../src/carrier/access-point.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { anAccount, anAddress, aRateRequest, aShipRequest, someDetails, someOptions } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const now = new Date("2025-06-02T12:00:00Z");

const aPoint = (over: Partial<AccessPoint> = {}): AccessPoint => ({
  carrierLocationId: "U10000101",
  name: "Loop Corner Store",
  address: anAddress("newYork", {
    name: null,
    company: "Loop Corner Store",
    lines: ["233 S Wacker Dr"],
    city: "Chicago",
    region: "IL",
    postalCode: "60606",
  }),
  ...over,
});

const toPoint = (accessPoint: AccessPoint | null = aPoint(), email: string | null = "ada@example.com") =>
  someDetails({ shipTo: anAddress("sanFrancisco", { email }), accessPoint });

const shipmentOf = (details = toPoint()) =>
  serialiseShip(anAccount(), aShipRequest({ details }), "purchase-1").ShipmentRequest.Shipment;

it("is the alternate delivery address, with indication, whom to ask for, and a letter to the recipient", () => {
  expect(shipmentOf()).toMatchObject({
    ShipmentIndicationType: [{ Code: "01" }],
    AlternateDeliveryAddress: {
      Name: "Loop Corner Store",
      AttentionName: "Grace Sample",
      UPSAccessPointID: "U10000101",
      Address: {
        AddressLine: ["233 S Wacker Dr"],
        City: "Chicago",
        StateProvinceCode: "IL",
        PostalCode: "60606",
        CountryCode: "US",
      },
    },
    ShipmentServiceOptions: {
      Notification: [{ NotificationCode: "012", EMail: { EMailAddress: ["ada@example.com"] } }],
    },
  });
});

it("is nothing at all for a delivery to the door", () => {
  const names = Object.keys(shipmentOf(toPoint(null)));
  expect(names).not.toContain("AlternateDeliveryAddress");
  expect(names).not.toContain("ShipmentIndicationType");
  expect(names).not.toContain("ShipmentServiceOptions");
});

it("is priced by its address alone", () => {
  const { Shipment } = serialiseRating(anAccount(), aRateRequest({ details: toPoint() })).RateRequest;
  expect(Shipment).toMatchObject({ ShipmentIndicationType: [{ Code: "01" }] });
  expect(Object.keys((Shipment as { AlternateDeliveryAddress?: object }).AlternateDeliveryAddress ?? {})).toEqual([
    "Name",
    "Address",
  ]);
});

it("fits a long street and a long name of UPS's own into what Ship takes", () => {
  const street = "1234 Boulevard of the Extraordinarily Long Names, Building 17";
  const name = "A Shop With A Name That Nobody Could Ever Remember";
  const point = aPoint({ name, address: { ...aPoint().address, lines: [street] } });
  const { AlternateDeliveryAddress } = shipmentOf(toPoint(point)) as {
    AlternateDeliveryAddress?: { Name: string; Address: { AddressLine?: string[] } };
  };
  expect(AlternateDeliveryAddress?.Name).toBe("A Shop With A Name That Nobody Coul");
  expect(AlternateDeliveryAddress?.Address.AddressLine).toEqual([
    "1234 Boulevard of the",
    "Extraordinarily Long Names,",
    "Building 17",
  ]);
});

describe("what UPS wants of it", () => {
  const faults = (details = toPoint(), service: string | null = "UPS_GROUND") =>
    checkShipment(details, service, now).map(({ code, path }) => [code, path.join(".")]);

  it("is met by a point in the recipient's country and an address to write to", () => {
    expect(faults()).toEqual([]);
  });

  it("is an e-mail address, though not for a price", () => {
    expect(faults(toPoint(aPoint(), null))).toEqual([["REQUIRED", "shipTo.email"]]);
    expect(faults(toPoint(aPoint(), "nobody"))).toEqual([["INVALID", "shipTo.email"]]);
    expect(faults(toPoint(aPoint(), null), null)).toEqual([]);
  });

  it("is the recipient's country, also for a price", () => {
    const abroad = toPoint(aPoint({ address: anAddress("berlin") }));
    expect(faults(abroad)).toEqual([["INVALID", "accessPoint"]]);
    expect(faults(abroad, null)).toEqual([["INVALID", "accessPoint"]]);
  });

  it("is room for its own letter among the notifications", () => {
    const notifications = (["SHIPPED", "EXCEPTION", "DELIVERED"] as const).map((event) => ({
      event,
      emails: ["ada@example.com"],
      memo: null,
    }));
    const details = { ...toPoint(), options: someOptions({ notifications }) };
    expect(faults(details)).toEqual([["INVALID", "options.notifications"]]);
    expect(faults({ ...details, options: someOptions({ notifications: notifications.slice(1) }) })).toEqual([]);
  });
});

describe("against the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  beforeEach(() => ups.reset());
  afterAll(() => ups.close());

  const context = { purchaseId: null };
  const ship = (details = toPoint()) => ups.adapter.ship(anAccount(), aShipRequest({ details }), context);

  it("is rated and bought, and the ledger knows where the package is fetched", async () => {
    const rated = await ups.adapter.rate(anAccount(), aRateRequest({ details: toPoint() }), context);
    expect(rated.kind).toBe("ANSWERED");
    expect((await ship()).kind).toBe("ANSWERED");
    expect((await ups.control.ledger()).at(-1)).toMatchObject({ accessPointId: "U10000101" });
  });

  it("is refused when it is closed, unknown, or in another country; nothing is booked", async () => {
    const booked = (await ups.control.ledger()).length;
    await ups.control.setAccessPointStatus("U10000003", "07");
    const abroad = aPoint({ carrierLocationId: "U30000001", address: anAddress("berlin") });
    for (const point of [
      aPoint({ carrierLocationId: "U10000003" }),
      aPoint({ carrierLocationId: "U99999999" }),
      abroad,
    ]) {
      expect(await ship(toPoint(point))).toMatchObject({ kind: "REJECTED", messages: [{ code: "20008" }] });
    }
    expect(await ups.control.ledger()).toHaveLength(booked);
  });
});
