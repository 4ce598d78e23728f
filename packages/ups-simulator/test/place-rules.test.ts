import { chicago, munich, newYork, paris, type RequestParts, rateRequest, shipRequest, zurich } from "./requests.js";
import { type Body, errorCode, ratePath, type SimulatedUps, shipPath, shopPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const inState = (StateProvinceCode: string, PostalCode: string) => ({ ...chicago, StateProvinceCode, PostalCode });
const abroad = (CountryCode: string, PostalCode: string) => ({ ...paris, CountryCode, PostalCode });

const misplaced: [string, object, [rate: string, ship: string]][] = [
  ["the US Virgin Islands as a state", inState("VI", "00802"), ["111286", "120206"]],
  ["Guam as a state", inState("GU", "96910"), ["111286", "120206"]],
  ["the armed forces as a state", inState("AE", "09012"), ["111286", "120206"]],
  ["a postal code of Guam in a state", inState("HI", "96910"), ["111285", "120207"]],
  ["a postal code of the armed forces in a state", inState("CA", "96201"), ["111285", "120207"]],
  ["Ceuta in Spain", abroad("ES", "51001"), ["118400", "128400"]],
  ["the Canary Islands in Spain", abroad("ES", "38003"), ["118400", "128400"]],
  ["Jersey in the United Kingdom", abroad("GB", "JE2 3AB"), ["118400", "128400"]],
  ["Reunion in France", abroad("FR", "97400"), ["118400", "128400"]],
];

it.each(misplaced)("refuses %s, to and from, in Rate and Ship", async (_, place, [rate, ship]) => {
  expect(errorCode(await ups.post(shopPath, rateRequest({ to: place as RequestParts["to"] })))).toBe(rate);
  expect(errorCode(await ups.post(ratePath, rateRequest({ from: place as RequestParts["from"] })))).toBe(rate);
  expect(errorCode(await ups.post(shipPath, shipRequest({ to: place as RequestParts["to"] })))).toBe(ship);
  expect(await ups.control.ledger()).toEqual([]);
});

async function shop(parts: RequestParts) {
  const { body } = await ups.post(shopPath, rateRequest(parts));
  return body.RateResponse.RatedShipment.map(({ Service }: { Service: { Code: string } }) => Service.Code);
}

it("sends only international services to the territories of the United States", async () => {
  for (const [CountryCode, PostalCode] of [
    ["VI", "00802"],
    ["GU", "96910"],
    ["AS", "96799"],
    ["MP", "96950"],
  ]) {
    expect(await shop({ to: abroad(CountryCode!, PostalCode!) })).toEqual(["54", "07", "65", "08"]);
  }
});

it("offers Standard inside Europe and North America alone", async () => {
  const hasStandard = async (from: object, to: object) =>
    (await shop({ from: from as RequestParts["from"], to: to as RequestParts["to"] })).includes("11");
  expect(await hasStandard(munich, zurich)).toBe(true);
  expect(await hasStandard(zurich, abroad("GB", "EC1A 1BB"))).toBe(true);
  expect(await hasStandard(munich, abroad("IC", "38003"))).toBe(true);
  expect(await hasStandard(munich, newYork)).toBe(false);
  expect(await hasStandard(abroad("JP", "1000001"), abroad("KR", "04524"))).toBe(false);
  expect(await hasStandard(abroad("MX", "06000"), chicago)).toBe(true);
});

it("reaches Alaska and Hawaii with all of the mainland's services but 3 Day Select", async () => {
  const honolulu = inState("HI", "96813");
  expect(await shop({ to: chicago })).toContain("12");
  expect(await shop({ to: honolulu })).toEqual(["14", "01", "13", "59", "02", "03"]);
  expect(errorCode(await ups.post(shipPath, shipRequest({ to: honolulu, service: "12" })))).toBe("121210");
});

it("refuses a post office box, and what goes out of another country than the account's", async () => {
  const box = (...AddressLine: string[]) => shipRequest({ to: { ...chicago, AddressLine } });
  expect(errorCode(await ups.post(shipPath, box("P.O. Box 12")))).toBe("120202");
  expect((await ups.post(shipPath, box("233 S Wacker Dr", "PO Box 12"))).status).toBe(200);
  const elsewhere: Body = shipRequest({ to: munich, service: "07" });
  elsewhere.ShipmentRequest.Shipment.ShipFrom = { ...elsewhere.ShipmentRequest.Shipment.ShipFrom, Address: zurich };
  expect(errorCode(await ups.post(shipPath, elsewhere))).toBe("120317");
});

it.each([
  ["Cuba", abroad("CU", "10100")],
  ["Iran", abroad("IR", "1136843511")],
  ["North Korea", abroad("KP", "")],
  ["Syria", abroad("SY", "")],
  ["Russia", abroad("RU", "101000")],
  ["Belarus", abroad("BY", "220030")],
  ["the Crimea", abroad("UA", "95000")],
  ["Sevastopol", abroad("UA", "99011")],
  ["Donetsk", { ...abroad("UA", ""), StateProvinceCode: "14" }],
  ["Luhansk", abroad("UA", "91000")],
])("carries nothing to %s", async (_, to) => {
  expect(errorCode(await ups.post(shopPath, rateRequest({ to })))).toBe("111210");
  for (const service of ["07", "72"]) {
    expect(errorCode(await ups.post(ratePath, rateRequest({ to, service })))).toBe("111210");
    expect(errorCode(await ups.post(shipPath, shipRequest({ to, service })))).toBe("121210");
  }
});

it("carries to the rest of Ukraine", async () => {
  expect(await shop({ to: abroad("UA", "01001") })).toContain("07");
});

it("asks for no invoice between Büsingen and Switzerland, and for one to the rest of Germany", async () => {
  const buesingen = { ...munich, City: "Büsingen", PostalCode: "78266" };
  const missing = async (from: typeof munich, to: typeof munich) => {
    const { body } = await ups.post(shipPath, shipRequest({ from, to, service: "11" }));
    return JSON.stringify(body.ShipmentResponse.Response).includes("120016");
  };
  expect([await missing(buesingen, zurich), await missing(zurich, buesingen)]).toEqual([false, false]);
  expect([await missing(buesingen, munich), await missing(munich, buesingen)]).toEqual([true, true]);
  expect(await missing(munich, zurich)).toBe(true);
});
