import { chicago, munich, rateRequest, shipRequest, toronto } from "./requests.js";
import { type Body, errorCode, ratePath, type SimulatedUps, shipPath, shopPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const weighing = (Weight: string, Code: string) => ({ PackageWeight: { UnitOfMeasurement: { Code }, Weight } });
const abroad = { to: munich };
const rated = ({ body }: { body: Body }) => body.RateResponse.RatedShipment[0];

const services = [
  ["92", { service: "92", pkg: weighing("8.5", "OZS") }],
  ["93", { service: "93", pkg: weighing("3", "LBS") }],
  ["17", { service: "17", pkg: weighing("24", "OZS"), ...abroad }],
  ["72", { service: "72", pkg: weighing("1.5", "LBS"), ...abroad }],
] as const;

describe.each(services)("Service %s", (code, parts) => {
  it("is priced by its name, without times, and sold at that price", async () => {
    const offer = rated(await ups.post(ratePath, rateRequest(parts)));
    expect(offer.Service.Code).toBe(code);
    expect(offer).not.toHaveProperty("TimeInTransit");
    const { status, body } = await ups.post(shipPath, shipRequest(parts));
    expect(status).toBe(200);
    const { ShipmentResults } = body.ShipmentResponse;
    expect(ShipmentResults.ShipmentCharges.TotalCharges).toEqual(offer.TotalCharges);
    expect(ShipmentResults.PackageResults[0].TrackingNumber).toMatch(/^1Z/);
  });

  it("is not among what Shop lists", async () => {
    const { body } = await ups.post(shopPath, rateRequest({ ...parts, pkg: weighing("3", "LBS") }));
    expect(body.RateResponse.RatedShipment.map(({ Service }: Body) => Service.Code)).not.toContain(code);
  });

  it.each([
    ["two packages", { ...parts, packages: [{}, {}] }, "10006"],
    ["the other unit", { ...parts, pkg: weighing("15", code === "92" || code === "17" ? "LBS" : "OZS") }, "111057"],
    ["UPS's own packaging", { ...parts, pkg: { ...parts.pkg, PackagingType: { Code: "04" } } }, "111500"],
    ["another origin", { ...parts, from: toronto }, "111057"],
    ["a return", { ...parts, shipment: { ShipmentServiceOptions: { ReturnService: { Code: "9" } } } }, "111211"],
  ])("is refused with %s", async (_what, wrong, expected) => {
    const answer = await ups.post(ratePath, rateRequest(wrong));
    const codes = expected === "111057" ? ["111057", "110548", "111100"] : [expected];
    expect(codes).toContain(errorCode(answer));
  });
});

it.each(["GIF", "ZPL", "EPL", "SPL"])("prints the label of Ground Saver as %s", async (labelFormat) => {
  const { status } = await ups.post(shipPath, shipRequest({ service: "93", pkg: weighing("3", "LBS"), labelFormat }));
  expect(status).toBe(200);
});

it("sends Ground Saver nowhere but inside the United States, and Economy nowhere but abroad", async () => {
  const saver = rateRequest({ service: "93", pkg: weighing("3", "LBS"), ...abroad });
  expect(errorCode(await ups.post(ratePath, saver))).toBe("111210");
  const economy = rateRequest({ service: "72", pkg: weighing("3", "LBS"), to: chicago });
  expect(errorCode(await ups.post(ratePath, economy))).toBe("111210");
});

it.each([
  ["92", "16", "OZS"],
  ["93", "0.9", "LBS"],
  ["93", "70.1", "LBS"],
])("takes no package by %s of %s %s", async (service, weight, unit) => {
  expect(errorCode(await ups.post(ratePath, rateRequest({ service, pkg: weighing(weight, unit) })))).toBe("110601");
});

it("takes no package by Ground Saver above 130 inches of length and girth", async () => {
  const Dimensions = { UnitOfMeasurement: { Code: "IN" }, Length: "40", Width: "30", Height: "20" };
  expect(errorCode(await ups.post(ratePath, rateRequest({ service: "93", pkg: { Dimensions } })))).toBe("111050");
});

const simple = (Code: string, more: object = {}) => ({ pkg: { SimpleRate: { Code }, ...more } });

describe("Simple Rate", () => {
  const price = async (parts: Parameters<typeof rateRequest>[0]) =>
    rated(await ups.post(ratePath, rateRequest(parts))).TotalCharges.MonetaryValue;

  it("goes by size, whatever it weighs and wherever it goes", async () => {
    const small = await price(simple("S"));
    expect(await price(simple("S", weighing("40", "LBS")))).toBe(small);
    expect(await price({ ...simple("S"), to: { ...chicago, PostalCode: "60699" } })).toBe(small);
    expect(Number(await price(simple("XL")))).toBeGreaterThan(Number(small));
  });

  it("is sold at its price, and both answers name the size", async () => {
    const offer = rated(await ups.post(ratePath, rateRequest(simple("M"))));
    const { body } = await ups.post(shipPath, shipRequest(simple("M")));
    const { ShipmentCharges, PackageResults } = body.ShipmentResponse.ShipmentResults;
    expect(ShipmentCharges.TotalCharges).toEqual(offer.TotalCharges);
    expect([offer.RatedPackage[0].SimpleRate, PackageResults[0].SimpleRate]).toEqual([{ Code: "M" }, { Code: "M" }]);
  });

  it.each([
    ["an unknown size", simple("XXL"), "10006"],
    ["two packages", { ...simple("S"), packages: [{}, {}] }, "10006"],
    ["UPS's own packaging", simple("S", { PackagingType: { Code: "04" } }), "111500"],
    ["Next Day Air Early", { ...simple("S"), service: "14" }, "111211"],
    ["a parcel to abroad", { ...simple("S"), service: "07", ...abroad }, "111211"],
  ])("is refused with %s", async (_what, parts, expected) => {
    expect(errorCode(await ups.post(ratePath, rateRequest(parts)))).toBe(expected);
  });
});
