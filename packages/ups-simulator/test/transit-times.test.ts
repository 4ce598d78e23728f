import { rateRequest } from "./requests.js";
import { type Body, errorCode, ratePath, type SimulatedUps, startUps, transitTimesPath } from "./simulator-client.js";

let ups: SimulatedUps;
beforeEach(async () => {
  // A Monday.
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterEach(() => ups.simulator.close());

const domestic = {
  originCountryCode: "US",
  originPostalCode: "10007",
  destinationCountryCode: "US",
  destinationPostalCode: "60601",
};
const abroad = { weight: "10.5", weightUnitOfMeasure: "KGS", billType: "03" };
const ask = (over: object) => ups.post(transitTimesPath, { ...domestic, ...over });
const levels = ({ body }: { body: Body }): string[] =>
  body.emsResponse.services.map(({ serviceLevel }: Body) => serviceLevel);

it("tells the days of each service of a lane, under codes of its own", async () => {
  const answer = await ask({});
  expect(answer.status).toBe(200);
  expect(levels(answer)).toEqual(["1DM", "1DA", "1DP", "2DM", "2DA", "3DS", "GND"]);
  const { emsResponse } = answer.body;
  expect(emsResponse).toMatchObject({ shipDate: "2026-03-02", serviceLevel: "A", numberOfServices: 7 });
  expect(emsResponse.services[1]).toMatchObject({
    serviceLevelDescription: "UPS Next Day Air",
    deliveryDate: "2026-03-03",
    commitTime: "10:30:00",
    deliveryDayOfWeek: "TUE",
    guaranteeIndicator: "1",
    businessTransitDays: 1,
    totalTransitDays: 1,
  });
});

it("agrees with what Rating says of the same lane", async () => {
  const shipment = { DeliveryTimeInformation: { PackageBillType: "03" } };
  const rated = await ups.post(`${ratePath}?additionalinfo=timeintransit`, rateRequest({ shipment }));
  const { EstimatedArrival } = rated.body.RateResponse.RatedShipment[0].TimeInTransit.ServiceSummary;
  const { services } = (await ask({})).body.emsResponse;
  const ground = services.find(({ serviceLevel }: Body) => serviceLevel === "GND");
  expect(String(ground.businessTransitDays)).toBe(EstimatedArrival.BusinessDaysInTransit);
  expect(ground.deliveryDate.replaceAll("-", "")).toBe(EstimatedArrival.Arrival.Date);
});

it.each([
  [
    "within Germany",
    {
      originCountryCode: "DE",
      originPostalCode: "10117",
      destinationCountryCode: "DE",
      destinationPostalCode: "80331",
    },
    ["23", "24", "26", "25"],
  ],
  [
    "within the European Union",
    {
      originCountryCode: "DE",
      originPostalCode: "10117",
      destinationCountryCode: "PL",
      destinationPostalCode: "00-001",
      ...abroad,
    },
    ["22", "10", "18", "08"],
  ],
  [
    "out of the European Union",
    {
      originCountryCode: "DE",
      originPostalCode: "10117",
      destinationCountryCode: "CH",
      destinationPostalCode: "8001",
      ...abroad,
    },
    ["21", "01", "28", "05", "68"],
  ],
  [
    "out of the United States",
    { destinationCountryCode: "DE", destinationPostalCode: "10117", ...abroad },
    ["21", "01", "28", "05"],
  ],
])("uses the codes that go %s", async (_, over, expected) => {
  expect(levels(await ask(over))).toEqual(expected);
});

it.each([
  ["no origin", { originCountryCode: "" }, "20007"],
  ["no postal code at home", { destinationPostalCode: "" }, "20007"],
  [
    "no weight abroad",
    { destinationCountryCode: "DE", destinationPostalCode: "10117", ...abroad, weight: "" },
    "20007",
  ],
  ["a postal code of elsewhere", { destinationPostalCode: "EC1A 1BB" }, "10006"],
  ["a bill type that is none", { billType: "09" }, "10006"],
  ["a day too far ahead", { shipDate: "2026-05-02" }, "10006"],
  ["a day in UPS's other form", { shipDate: "20260303" }, "10006"],
  ["a name it does not know", { shipday: "2026-03-03" }, "10002"],
])("refuses %s", async (_, over, code) => {
  const answer = await ask(over);
  expect([answer.status, errorCode(answer)]).toEqual([400, code]);
});

it("insists on transId and transactionSrc", async () => {
  const headers = { authorization: `Bearer ${await ups.token()}`, "content-type": "application/json", transId: "1" };
  const init = { method: "POST", headers, body: JSON.stringify(domestic) };
  expect((await fetch(ups.simulator.url + transitTimesPath, init)).status).toBe(400);
});
