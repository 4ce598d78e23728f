import {
  chicago,
  munich,
  newYork,
  paris,
  type RequestParts,
  rateRequest,
  recoveryRequest,
  shipRequest,
} from "./requests.js";
import { errorCode, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const rate = "/api/rating/v2409/rate";
const pkg = { Description: "Posters" };
/** From Chicago to the shipper in New York. */
const aReturn = (code: string, { shipment, ...parts }: RequestParts = {}, options: object = {}) =>
  shipRequest({
    ...{ from: chicago, to: newYork, pkg },
    ...parts,
    shipment: {
      ReturnService: { Code: code },
      ...(Object.keys(options).length > 0 && { ShipmentServiceOptions: options }),
      ...shipment,
    },
  });
const email = { LabelDelivery: { EMail: { EMailAddress: "returns@example.com" } } };
const ship = (body: object) => ups.post(shipPath, body);
const resultsOf = async (body: object) => (await ship(body)).body.ShipmentResponse.ShipmentResults;

it.each(["9", "10"])("gives the label of code %s, marked as a return, under a number of its own kind", async (code) => {
  const { PackageResults } = await resultsOf(aReturn(code));
  expect(PackageResults[0].TrackingNumber).toMatch(/^1ZA1B2C390/);
  const label = Buffer.from(PackageResults[0].ShippingLabel.GraphicImage, "base64").toString("latin1");
  expect(label).toContain(code === "9" ? "RETURN SERVICE" : "EXCHANGE");
});

it.each(["2", "3", "5", "8", "11", "20"])("gives no image of code %s, nor later", async (code) => {
  const { PackageResults } = await resultsOf(aReturn(code, {}, code === "8" ? email : {}));
  expect(PackageResults[0]).not.toHaveProperty("ShippingLabel");
  for (const format of ["ZPL", "PDF"]) {
    const again = recoveryRequest({ trackingNumber: PackageResults[0].TrackingNumber }, format);
    const { LabelResults } = (await ups.post("/api/labels/v1/recovery", again)).body.LabelRecoveryResponse;
    expect(LabelResults).toEqual([{ TrackingNumber: PackageResults[0].TrackingNumber, Receipt: "" }]);
  }
});

it("writes down where the label goes", async () => {
  const { ShipmentIdentificationNumber } = await resultsOf(aReturn("8", {}, email));
  const booked = (await ups.control.ledger()).find(
    (booking) => booking.shipmentIdentificationNumber === ShipmentIdentificationNumber,
  );
  expect(booked?.returnService).toEqual({ code: "8", email: "returns@example.com" });
});

it("charges the service by its own number, alike in Rate and Ship", async () => {
  const { ShipmentCharges } = await resultsOf(aReturn("5"));
  expect(ShipmentCharges.ItemizedCharges).toContainEqual(expect.objectContaining({ Code: "290" }));
  const rated = await ups.post(
    rate,
    rateRequest({
      ...{ from: chicago, to: newYork },
      shipment: { ShipmentServiceOptions: { ReturnService: { Code: "5" } } },
    }),
  );
  expect(rated.body.RateResponse.RatedShipment[0].TotalCharges).toEqual(ShipmentCharges.TotalCharges);
});

it("has no price for Print and Mail", async () => {
  const options = { ShipmentServiceOptions: { ReturnService: { Code: "2" } } };
  expect(errorCode(await ups.post(rate, rateRequest({ shipment: options })))).toBe("10006");
});

const receiverPays = { Type: "01", BillReceiver: { AccountNumber: "ZZZZZZ" } };

it.each<[string, string, object]>([
  ["a service that is none", "10006", aReturn("4")],
  ["two packages from the United States", "10006", aReturn("9", { packages: [{}, {}] })],
  ["a service that brings nothing back", "121320", aReturn("9", { service: "13" })],
  [
    "three countries",
    "121210",
    aReturn("9", {
      ...{ from: munich, to: paris, service: "11" },
      shipment: {
        Shipper: {
          ...{ Name: "Museum Shop", AttentionName: "Pat Example", Phone: { Number: "2125357710" } },
          ...{ ShipperNumber: "A1B2C3", Address: newYork },
        },
      },
    }),
  ],
  [
    "a signature",
    "121020",
    aReturn("9", { pkg: { ...pkg, PackageServiceOptions: { DeliveryConfirmation: { DCISType: "2" } } } }),
  ],
  ["Saturday", "121015", aReturn("9", { service: "01" }, { SaturdayDeliveryIndicator: "" })],
  [
    "the receiver paying",
    "121211",
    aReturn("9", { shipment: { PaymentInformation: { ShipmentCharge: [receiverPays] } } }),
  ],
  ["packages of unknown contents", "20007", aReturn("9", { pkg: {} })],
  ["an electronic label to nobody", "20007", aReturn("8")],
  ["an e-mail that nobody would send", "10006", aReturn("9", {}, email)],
])("refuses %s with %s", async (_, code, body) => {
  expect(errorCode(await ship(body))).toBe(code);
});

it("voids a return as a whole only", async () => {
  const { ShipmentIdentificationNumber: number } = await resultsOf(aReturn("9"));
  const path = `/api/shipments/v2409/void/cancel/${number}`;
  expect(errorCode(await ups.delete(`${path}?trackingnumber=${number}`))).toBe("190112");
  expect((await ups.delete(path)).status).toBe(200);
});

it("gives a label for thirty days", async () => {
  const late = await startUps();
  const booked = await late.post(shipPath, aReturn("9"));
  const number = booked.body.ShipmentResponse.ShipmentResults.ShipmentIdentificationNumber;
  const recover = async () =>
    late.post("/api/labels/v1/recovery", recoveryRequest({ trackingNumber: number }), await late.token());
  await late.control.advanceClock(29 * 86_400);
  expect((await recover()).status).toBe(200);
  await late.control.advanceClock(2 * 86_400);
  expect(errorCode(await recover())).toBe("9801031");
  await late.simulator.close();
});
