import { munich, paris, type RequestParts, rateRequest, shipRequest } from "./requests.js";
import { type Body, ratePath, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const alertsOf = (response: Body) => [response.Response.Alert ?? []].flat().map(({ Code }: { Code: string }) => Code);
const priceOf = (body: Body) =>
  Number([body.RateResponse.RatedShipment].flat()[0].TotalCharges.MonetaryValue as string);

async function both(code: string, Weight: string, unit: "LBS" | "KGS", parts: RequestParts) {
  const PackageWeight = { UnitOfMeasurement: { Code: unit }, Weight };
  const rate = { PackagingType: { Code: code }, PackageWeight };
  const ship = { Packaging: { Code: code }, PackageWeight };
  const rated = (await ups.post(ratePath, rateRequest({ ...parts, pkg: rate }))).body;
  const shipped = (await ups.post(shipPath, shipRequest({ ...parts, pkg: ship }))).body;
  const codes = [...alertsOf(rated.RateResponse), ...alertsOf(shipped.ShipmentResponse)];
  return { codes: codes.filter((alert) => /(3060|1515)$/.test(alert)), price: priceOf(rated) };
}

it.each([
  ["letter", "01", "0.5", "5", "LBS", { service: "01" }, "3060"],
  ["letter in Europe", "01", "0.5", "2", "KGS", { service: "07", from: munich, to: paris }, "3060"],
  ["10 KG box", "25", "10", "12", "KGS", { service: "07", from: munich, to: paris }, "1515"],
  ["25 KG box", "24", "25", "27", "KGS", { service: "07", from: munich, to: paris }, "1515"],
] as const)(
  "carries a %s that is too heavy for its rate by weight, and says so",
  async (_, code, most, more, unit, parts, ending) => {
    const light = await both(code, most, unit, parts);
    const heavy = await both(code, more, unit, parts);
    expect([light.codes, heavy.codes]).toEqual([[], [`11${ending}`, `12${ending}`]]);
    expect(heavy.price).toBeGreaterThan(light.price);
  },
);
