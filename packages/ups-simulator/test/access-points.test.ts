import { CHICAGO, NEW_YORK, rateRequest, shipRequest } from "./requests.js";
import { errorCode, RATE, SHIP, type SimulatedUps, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeEach(async () => {
  ups = await startUps();
});
afterEach(() => ups.simulator.close());

const INDICATION = { ShipmentIndicationType: [{ Code: "01" }] };
const ALTERNATE = { Name: "Loop Corner Store", Address: CHICAGO };
const POINT = { ...ALTERNATE, AttentionName: "Ada Example", UPSAccessPointID: "U10000101" };
const NOTIFIED = {
  ShipmentServiceOptions: {
    Notification: [{ NotificationCode: "012", EMail: { EMailAddress: ["ada@example.com"] } }],
  },
};

const shipped = async (shipment: object) => ups.post(SHIP, shipRequest({ shipment: shipment as never }));

it("sells what goes to an access point and keeps where", async () => {
  const reply = await shipped({ ...INDICATION, AlternateDeliveryAddress: POINT, ...NOTIFIED });
  expect(reply.status).toBe(200);
  expect((await ups.control.ledger())[0]).toMatchObject({ accessPointId: "U10000101" });
});

it("prices it too", async () => {
  const shipment = { ...INDICATION, AlternateDeliveryAddress: ALTERNATE } as never;
  expect((await ups.post(RATE, rateRequest({ shipment }))).status).toBe(200);
  expect(errorCode(await ups.post(RATE, rateRequest({ shipment: INDICATION as never })))).toBe("111526");
});

it.each([
  ["an indication alone", { ...INDICATION, ...NOTIFIED }, "111526"],
  ["an address alone", { AlternateDeliveryAddress: POINT, ...NOTIFIED }, "121526"],
  [
    "a point nobody knows",
    { ...INDICATION, AlternateDeliveryAddress: { ...POINT, UPSAccessPointID: "U9" }, ...NOTIFIED },
    "121527",
  ],
  ["no id of a point", { ...INDICATION, AlternateDeliveryAddress: ALTERNATE, ...NOTIFIED }, "20007"],
  ["nobody to write to", { ...INDICATION, AlternateDeliveryAddress: POINT }, "20007"],
  [
    "another country",
    { ...INDICATION, AlternateDeliveryAddress: { ...POINT, Address: { ...NEW_YORK, CountryCode: "CA" } }, ...NOTIFIED },
    "121527",
  ],
])("refuses %s", async (_, shipment, code) => {
  expect(errorCode(await shipped(shipment))).toBe(code);
  expect(await ups.control.ledger()).toEqual([]);
});

it("refuses a point that takes no packages now, and takes them again later", async () => {
  const shipment = { ...INDICATION, AlternateDeliveryAddress: POINT, ...NOTIFIED };
  for (const status of ["06", "07", "08"] as const) {
    await ups.control.setAccessPointStatus("U10000101", status);
    expect(errorCode(await shipped(shipment))).toBe("121527");
  }
  await ups.control.setAccessPointStatus("U10000101", "01");
  expect((await shipped(shipment)).status).toBe(200);
});
