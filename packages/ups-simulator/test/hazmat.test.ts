import { chicago, munich, newYork, ottawa, paris, type RequestParts, rateRequest, shipRequest } from "./requests.js";
import { errorCode, ratePath, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const battery = {
  ChemicalRecordIdentifier: "1",
  RegulationSet: "CFR",
  TransportationMode: "Ground",
  CommodityRegulatedLevelCode: "LR",
  IDNumber: "UN3480",
  ProperShippingName: "Lithium ion batteries",
};
const paint = {
  ...battery,
  CommodityRegulatedLevelCode: "LQ",
  IDNumber: "UN1263",
  ProperShippingName: "Paint",
  ClassDivisionNumber: "3",
  Quantity: "0.5",
  UOM: "L",
  PackagingType: "FIBERBOARD BOX",
  PackagingTypeQuantity: "1",
};
const without = (record: object, name: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
const shipped = (records: object[], parts: RequestParts = {}, over: object = {}): RequestParts => ({
  ...parts,
  pkg: { PackageServiceOptions: { HazMat: records, PackageIdentifier: "1" }, ...over },
});
const ice = (over: object = {}, Weight = "2.0"): RequestParts => ({
  pkg: {
    PackageServiceOptions: {
      DryIce: { RegulationSet: "CFR", DryIceWeight: { UnitOfMeasurement: { Code: "LBS" }, Weight }, ...over },
    },
  },
});
const abroad = { to: paris, service: "07" };
const iata = { ...battery, RegulationSet: "IATA", TransportationMode: "PAX" };

it.each<[string, string, RequestParts]>([
  ["no identifier of the package", "20007", { pkg: { PackageServiceOptions: { HazMat: [battery] } } }],
  ["no identifier of the record", "20007", shipped([without(battery, "ChemicalRecordIdentifier")])],
  ["no level", "10006", shipped([without(battery, "CommodityRegulatedLevelCode")])],
  ["no mode", "20007", shipped([without(battery, "TransportationMode")])],
  ["no number of a lightly regulated good", "20007", shipped([without(battery, "IDNumber")])],
  ["a number without its letters", "10006", shipped([{ ...battery, IDNumber: "3480" }])],
  ["a limited quantity without its class", "20007", shipped([without(paint, "ClassDivisionNumber")])],
  ["a limited quantity of two decimals", "10006", shipped([{ ...paint, Quantity: "0.55" }])],
  ["a limited quantity without its packaging", "20007", shipped([without(paint, "PackagingType")])],
  ["two goods that nobody says how they are packed", "20007", shipped([battery, paint])],
  ["four goods", "10006", shipped([battery, battery, battery, battery])],
  ["ground goods by air", "10006", shipped([battery], { service: "01" })],
  ["air goods by ground", "10006", shipped([{ ...battery, TransportationMode: "PAX" }])],
  ["rules of US roads to France", "121211", shipped([battery], abroad)],
  ["rules of the air by Ground", "121211", shipped([iata])],
  ["European rules from the US", "121211", shipped([{ ...battery, RegulationSet: "ADR" }])],
  ["Canadian rules from the US", "121211", shipped([{ ...battery, RegulationSet: "TDG" }])],
  ["two sets of rules", "10006", shipped([battery, { ...battery, RegulationSet: "IATA" }])],
  ["an emergency phone without its contact", "20007", shipped([{ ...iata, EmergencyPhone: "12125550100" }], abroad)],
  ["more dry ice than the package weighs", "10006", ice({}, "5.1")],
  ["dry ice under Canadian rules", "121211", ice({ RegulationSet: "TDG" })],
  [
    "medical dry ice by the rules of the air",
    "10006",
    { ...abroad, ...ice({ RegulationSet: "IATA", MedicalUseIndicator: "" }) },
  ],
])("refuses %s with %s", async (_, code, parts) => {
  const answer = await ups.post(shipPath, shipRequest(parts));
  expect([answer.status, errorCode(answer)]).toEqual([400, code]);
});

it.each<[string, RequestParts]>([
  ["by ground in the US", shipped([battery])],
  ["by air in the US", shipped([{ ...battery, TransportationMode: "Passenger Aircraft" }], { service: "01" })],
  ["by air to France", shipped([iata], abroad)],
  [
    "by road in Europe",
    shipped([{ ...without(paint, "TransportationMode"), RegulationSet: "ADR" }], {
      from: munich,
      to: munich,
      service: "11",
    }),
  ],
  ["by road in Canada", shipped([{ ...battery, RegulationSet: "TDG" }], { from: ottawa, to: ottawa, service: "11" })],
  ["two in one package", shipped([battery, paint], {}, { HazMatPackageInformation: { OverPackedIndicator: "" } })],
  ["with dry ice", ice({ MedicalUseIndicator: "" })],
])("ships dangerous goods %s", async (_, parts) => {
  expect((await ups.post(shipPath, shipRequest(parts))).status).toBe(200);
});

it("prices them by Rate's own names, and charges for them", async () => {
  const rated = { ...battery, TransportationMode: "02" };
  const options = { HazMat: { PackageIdentifier: "1", HazMatChemicalRecord: [rated] } };
  const plain = await ups.post(ratePath, rateRequest({ from: newYork, to: chicago }));
  const answer = await ups.post(ratePath, rateRequest({ pkg: { PackageServiceOptions: options } }));
  const total = ({ body }: typeof answer) => Number(body.RateResponse.RatedShipment[0].TotalCharges.MonetaryValue);
  expect(total(answer)).toBeGreaterThan(total(plain));
  const byAir = { HazMat: { PackageIdentifier: "1", HazMatChemicalRecord: [{ ...rated, TransportationMode: "03" }] } };
  expect(errorCode(await ups.post(ratePath, rateRequest({ pkg: { PackageServiceOptions: byAir } })))).toBe("10006");
});
