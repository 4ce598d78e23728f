import { chicago, munich, newYork, ottawa, paris, type RequestParts, rateRequest } from "./requests.js";
import { errorCode, ratePath, type SimulatedUps, shopPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const weight = (code: string, value: string) => ({
  PackageWeight: { UnitOfMeasurement: { Code: code }, Weight: value },
});
const size = (code: string) => ({
  Dimensions: { UnitOfMeasurement: { Code: code }, Length: "1", Width: "1", Height: "1" },
});
const sized = (code: string, Length: string, Width: string, Height: string) => ({
  Dimensions: { UnitOfMeasurement: { Code: code }, Length, Width, Height },
});
const metric = (Length: string, Width: string, Height: string) => ({
  from: munich,
  to: munich,
  service: "11",
  pkg: { ...weight("KGS", "20"), ...sized("CM", Length, Width, Height) },
});
const withOptions = (options: object) => ({ PackageServiceOptions: options });
const shipmentOptions = (options: object) => ({ shipment: { ShipmentServiceOptions: options } });
const declared = (CurrencyCode: string, MonetaryValue: string) => ({
  DeclaredValue: { CurrencyCode, MonetaryValue },
});
const cod = { COD: { CODFundsCode: "0", CODAmount: { CurrencyCode: "USD", MonetaryValue: "50" } } };
const codInEuros = { COD: { CODFundsCode: "1", CODAmount: { CurrencyCode: "EUR", MonetaryValue: "50" } } };

const refusals: [string, string, RequestParts][] = [
  ["no package", "110002", { packages: [] }],
  ["more than 200 packages", "10006", { packages: Array.from({ length: 201 }, () => ({})) }],
  ["no destination country", "110208", { to: { ...chicago, CountryCode: "" } }],
  ["no origin country", "110308", { from: { ...newYork, CountryCode: "" } }],
  ["pounds with centimetres", "110548", { pkg: size("CM") }],
  ["kilograms in one package and pounds in the next", "110548", { packages: [{}, weight("KGS", "1")] }],
  ["metric measures from the United States", "111057", { pkg: { ...weight("KGS", "2"), ...size("CM") } }],
  [
    "pounds from France",
    "111057",
    { from: paris, to: munich, service: "11", pkg: { ...weight("LBS", "2"), ...size("IN") } },
  ],
  ["no weight", "110601", { pkg: weight("LBS", "") }],
  ["a weight of nothing", "111030", { pkg: weight("LBS", "0") }],
  ["a side of nothing", "110609", { pkg: sized("IN", "5", "0", "5") }],
  ["a package over 150 lb", "111035", { pkg: weight("LBS", "150.5") }],
  ["a side of over 108 in, whichever it is called", "111055", { pkg: sized("IN", "5", "109", "5") }],
  ["length and girth of over 165 in", "111050", { pkg: sized("IN", "100", "17", "16") }],
  ["a side of over 274 cm", "111056", metric("275", "5", "5")],
  ["length and girth of over 400 cm", "111050", metric("161", "60", "60")],
  ["a declared value over 50,000 dollars", "111025", { pkg: withOptions(declared("USD", "50000.01")) }],
  [
    "a declared value in euros that is worth more than 50,000 dollars",
    "111025",
    {
      from: paris,
      to: munich,
      service: "11",
      pkg: { ...weight("KGS", "2"), ...withOptions(declared("EUR", "60000")) },
    },
  ],
  ["an unknown packaging", "111500", { pkg: { PackagingType: { Code: "99" } } }],
  ["a malformed origin postal code", "111107", { from: { ...newYork, PostalCode: "1002" } }],
  ["a malformed destination postal code", "113021", { to: { ...ottawa, PostalCode: "K1N 9N4" }, service: "11" }],
  [
    "a British postal code in lower case",
    "113021",
    { to: { ...paris, CountryCode: "GB", PostalCode: "e161ze" }, service: "07" },
  ],
  [
    "a Dutch postal code without its letters",
    "113021",
    { to: { ...paris, CountryCode: "NL", PostalCode: "1011" }, service: "07" },
  ],
  ["a state with its country", "111286", { to: { ...chicago, StateProvinceCode: "US-IL" } }],
  ["a territory for a state", "111286", { to: { ...chicago, StateProvinceCode: "GU" } }],
  ["a service that the origin does not have", "111100", { service: "74" }],
  ["a service that does not reach the destination", "111210", { to: paris, service: "03" }],
  ["no service at all", "20007", { service: "" }],
  ["a shipper number of five signs", "112111", { account: "A1B2C" }],
  ["package signature level 1", "110599", { pkg: withOptions({ DeliveryConfirmation: { DCISType: "1" } }) }],
  ["a shipment signature inside the US", "111211", shipmentOptions({ DeliveryConfirmation: { DCISType: "1" } })],
  [
    "a package signature across borders",
    "110598",
    { to: paris, service: "07", pkg: withOptions({ DeliveryConfirmation: { DCISType: "2" } }) },
  ],
  [
    "COD together with a signature",
    "111262",
    { pkg: withOptions({ ...cod, DeliveryConfirmation: { DCISType: "2" } }) },
  ],
  ["package COD to France", "111156", { to: paris, service: "07", pkg: withOptions(cod) }],
  ["Saturday delivery by Ground", "111045", shipmentOptions({ SaturdayDeliveryIndicator: "" })],
];

it.each(refusals)("refuses %s with %s", async (_, code, parts) => {
  const answer = await ups.post(ratePath, rateRequest(parts));
  expect([answer.status, errorCode(answer)]).toEqual([400, code]);
});

it("accepts signatures and COD where and how UPS has them", async () => {
  const accepted: RequestParts[] = [
    { pkg: withOptions({ DeliveryConfirmation: { DCISType: "3" } }) },
    { to: paris, service: "07", ...shipmentOptions({ DeliveryConfirmation: { DCISType: "2" } }) },
    { pkg: withOptions(cod) },
    { from: paris, to: munich, service: "11", ...shipmentOptions(codInEuros) },
    { service: "01", ...shipmentOptions({ SaturdayDeliveryIndicator: "" }) },
  ];
  for (const parts of accepted) expect((await ups.post(ratePath, rateRequest(parts))).status).toBe(200);
});

it("takes packages up to UPS's sizes", async () => {
  const accepted: RequestParts[] = [
    { pkg: sized("IN", "108", "14", "14") },
    metric("274", "31", "32"),
    metric("160", "60", "60"),
  ];
  for (const parts of accepted) expect((await ups.post(ratePath, rateRequest(parts))).status).toBe(200);
});

it("lets Canada measure either way", async () => {
  for (const pkg of [
    { ...weight("LBS", "2"), ...size("IN") },
    { ...weight("KGS", "2"), ...size("CM") },
  ]) {
    const answer = await ups.post(ratePath, rateRequest({ from: ottawa, to: { ...ottawa }, service: "11", pkg }));
    expect(answer.status).toBe(200);
  }
});

it("refuses names it does not know and says where they stand", async () => {
  const answer = await ups.post(ratePath, rateRequest({ pkg: { Packaging: { Code: "02" } } }));
  expect(errorCode(answer)).toBe("10002");
  expect(answer.body.response.errors[0].message).toContain("RateRequest.Shipment.Package[0].Packaging");
});

it("refuses bodies that are empty or not JSON", async () => {
  expect(errorCode(await ups.post(ratePath, ""))).toBe("10003");
  expect(errorCode(await ups.post(ratePath, '{"RateRequest":'))).toBe("10001");
});

const times = "/api/rating/v2409/ratetimeintransit";
const deliveryTime = { DeliveryTimeInformation: { PackageBillType: "03", Pickup: { Date: "20260303" } } };

it("needs delivery time information for times, and a value and a weight across borders", async () => {
  expect(errorCode(await ups.post(times, rateRequest()))).toBe("20007");
  const abroad = { to: paris, service: "07" };
  const total = { ShipmentTotalWeight: { UnitOfMeasurement: { Code: "LBS" }, Weight: "5" } };
  const value = { InvoiceLineTotal: { CurrencyCode: "USD", MonetaryValue: "100" } };
  const ask = async (shipment: object) =>
    ups.post(times, rateRequest({ ...abroad, shipment: { ...deliveryTime, ...shipment } }));
  expect(errorCode(await ask({}))).toBe("20007");
  expect(errorCode(await ask(total))).toBe("111549");
  expect((await ask({ ...total, ...value })).status).toBe(200);
});

it.each(["20260101", "20260601", "2026-03-03"])(
  "refuses a pickup on %s: outside 35 days back and 60 ahead",
  async (date) => {
    const information = { DeliveryTimeInformation: { PackageBillType: "03", Pickup: { Date: date } } };
    expect(errorCode(await ups.post(times, rateRequest({ shipment: information })))).toBe("10006");
  },
);

it("ignores the service when shopping", async () => {
  expect((await ups.post(shopPath, rateRequest({ service: "74" }))).status).toBe(200);
});
