import { chicago, newYork, rateRequest, shipRequest } from "./requests.js";
import { errorCode, ratePath, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeEach(async () => {
  ups = await startUps();
});
afterEach(() => ups.simulator.close());

const indication = { ShipmentIndicationType: [{ Code: "01" }] };
const alternate = { Name: "Loop Corner Store", Address: chicago };
const point = { ...alternate, AttentionName: "Ada Example", UPSAccessPointID: "U10000101" };
const notified = {
  ShipmentServiceOptions: {
    Notification: [{ NotificationCode: "012", EMail: { EMailAddress: ["ada@example.com"] } }],
  },
};

const shipped = async (shipment: object) => ups.post(shipPath, shipRequest({ shipment: shipment as never }));

it("sells what goes to an access point and keeps where", async () => {
  const reply = await shipped({ ...indication, AlternateDeliveryAddress: point, ...notified });
  expect(reply.status).toBe(200);
  expect((await ups.control.ledger())[0]).toMatchObject({ accessPointId: "U10000101" });
});

it("prices it too", async () => {
  const shipment = { ...indication, AlternateDeliveryAddress: alternate } as never;
  expect((await ups.post(ratePath, rateRequest({ shipment }))).status).toBe(200);
  expect(errorCode(await ups.post(ratePath, rateRequest({ shipment: indication as never })))).toBe("111526");
});

it.each([
  ["an indication alone", { ...indication, ...notified }, "111526"],
  ["an address alone", { AlternateDeliveryAddress: point, ...notified }, "20007"],
  [
    "a point nobody knows",
    { ...indication, AlternateDeliveryAddress: { ...point, UPSAccessPointID: "U9" }, ...notified },
    "20008",
  ],
  ["no id of a point", { ...indication, AlternateDeliveryAddress: alternate, ...notified }, "20007"],
  ["nobody to write to", { ...indication, AlternateDeliveryAddress: point }, "20007"],
  [
    "another country",
    { ...indication, AlternateDeliveryAddress: { ...point, Address: { ...newYork, CountryCode: "CA" } }, ...notified },
    "20008",
  ],
])("refuses %s", async (_, shipment, code) => {
  expect(errorCode(await shipped(shipment))).toBe(code);
  expect(await ups.control.ledger()).toEqual([]);
});

it("refuses a point that takes no packages now, and takes them again later", async () => {
  const shipment = { ...indication, AlternateDeliveryAddress: point, ...notified };
  for (const status of ["06", "07", "08"] as const) {
    await ups.control.setAccessPointStatus("U10000101", status);
    expect(errorCode(await shipped(shipment))).toBe("20008");
  }
  await ups.control.setAccessPointStatus("U10000101", "01");
  expect((await shipped(shipment)).status).toBe(200);
});
