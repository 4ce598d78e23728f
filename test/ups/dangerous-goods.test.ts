import type { DangerousGoods, DangerousSubstance } from "../../src/carrier/dangerous-goods.js";
import { plainSubstance } from "../../src/carrier/dangerous-goods.js";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import { checkDangerousGoods } from "../../src/ups/checks/check-dangerous-goods.js";
import { serialiseRating } from "../../src/ups/rating/serialise-rating.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { findServiceRow } from "../../src/ups/words/codes.js";
import { type addresses, anAccount, anAddress, aPackage, aRateRequest, aShipRequest, someDetails } from "./builders.js";

type Place = keyof typeof addresses;

const battery: DangerousSubstance = {
  ...plainSubstance,
  level: "LIGHTLY_REGULATED",
  properShippingName: "Lithium ion batteries",
  identificationNumber: "UN3480",
};
const paint: DangerousSubstance = {
  ...plainSubstance,
  ...{ level: "LIMITED_QUANTITY", properShippingName: "Paint", identificationNumber: "un1263", hazardClass: "3" },
  ...{ packingGroup: "II", quantity: "0.5", quantityUnit: "L", packagingType: "FIBERBOARD BOX", packagingCount: 1 },
};
const someGoods = (over: Partial<DangerousGoods> = {}): DangerousGoods => ({
  ...{ regulation: "CFR", transportMode: "GROUND", substances: [battery], packing: null, dryIce: null },
  ...{ emergencyPhone: null, emergencyContact: null },
  ...over,
});
const ice = { weight: { value: 1, unit: "LB" as const }, isForMedicalUse: false };
const details = (
  goods: DangerousGoods,
  from: Place = "newYork",
  to: Place = "sanFrancisco",
  over: Partial<ShipmentDetails> = {},
) =>
  someDetails({
    shipFrom: anAddress(from),
    shipTo: anAddress(to),
    packages: [aPackage({ dangerousGoods: goods })],
    ...over,
  });
const faults = (shipment: ShipmentDetails, service: string | null = "UPS_GROUND") =>
  checkDangerousGoods(shipment, service === null ? null : findServiceRow(service)).map(
    ({ code, path }) => `${code} ${path.slice(3).join(".")}`,
  );

describe("lanes and services", () => {
  const iata = someGoods({ regulation: "IATA", transportMode: "PASSENGER_AIRCRAFT" });
  const adr = someGoods({ regulation: "ADR", transportMode: null });
  const tdg = someGoods({ regulation: "TDG" });
  it.each<[string, DangerousGoods, Place, Place, string | null, string[]]>([
    ["US ground", someGoods(), "newYork", "sanFrancisco", "UPS_GROUND", []],
    ["US ground, of all services", someGoods(), "newYork", "sanFrancisco", null, []],
    ["US ground by air", someGoods(), "newYork", "sanFrancisco", "UPS_2ND_DAY_AIR", ["NOT_ALLOWED transportMode"]],
    ["US air", someGoods({ transportMode: "PASSENGER_AIRCRAFT" }), "newYork", "sanFrancisco", "UPS_2ND_DAY_AIR", []],
    ["US ground to Canada", someGoods(), "newYork", "toronto", "UPS_STANDARD", []],
    ["US rules abroad", someGoods(), "newYork", "paris", null, ["NOT_ALLOWED regulation"]],
    ["the air", iata, "newYork", "paris", "UPS_WORLDWIDE_SAVER", []],
    [
      "the air by road",
      iata,
      "newYork",
      "toronto",
      "UPS_STANDARD",
      ["NOT_ALLOWED regulation", "NOT_ALLOWED transportMode"],
    ],
    ["Europe's roads", adr, "berlin", "paris", "UPS_STANDARD", []],
    ["Europe's roads by air", adr, "berlin", "paris", "UPS_WORLDWIDE_SAVER", ["NOT_ALLOWED regulation"]],
    ["Europe's rules in the US", adr, "newYork", "sanFrancisco", "UPS_GROUND", ["NOT_ALLOWED regulation"]],
    ["Canada's roads", tdg, "toronto", "newYork", "UPS_STANDARD", []],
    [
      "Canada's rules by air",
      tdg,
      "toronto",
      "newYork",
      "UPS_WORLDWIDE_SAVER",
      ["NOT_ALLOWED regulation", "NOT_ALLOWED transportMode"],
    ],
    [
      "a mode with ADR",
      { ...adr, transportMode: "GROUND" },
      "berlin",
      "paris",
      "UPS_STANDARD",
      ["INVALID transportMode"],
    ],
    ["no mode", { ...tdg, transportMode: null }, "toronto", "newYork", "UPS_STANDARD", ["REQUIRED transportMode"]],
  ])("knows %s", (_, goods, from, to, service, expected) => {
    expect(faults(details(goods, from, to), service)).toEqual(expected);
  });

  it("takes none back, none to an access point, and one set of rules a shipment", () => {
    const returnService = { kind: "PRINT_RETURN_LABEL" as const, email: null, boxNumber: null };
    expect(faults(details(someGoods(), "newYork", "sanFrancisco", { returnService }))).toEqual(["NOT_ALLOWED "]);
    const packages = [someGoods(), someGoods({ regulation: "IATA", transportMode: "PASSENGER_AIRCRAFT" })].map(
      (dangerousGoods) => aPackage({ dangerousGoods }),
    );
    expect(faults(someDetails({ packages }), null)).toEqual(["INVALID regulation", "INVALID regulation"]);
  });
});

describe("what UPS must be told", () => {
  const of = (over: Partial<DangerousGoods>) => faults(details(someGoods(over)));
  it.each<[string, Partial<DangerousGoods>, string[]]>([
    ["nothing at all", { substances: [] }, ["REQUIRED substances"]],
    ["dry ice alone", { substances: [], dryIce: ice, transportMode: null }, []],
    [
      "more dry ice than package",
      { dryIce: { ...ice, weight: { value: 3, unit: "LB" } } },
      ["INVALID dryIce.weight.value"],
    ],
    ["no dry ice", { dryIce: { ...ice, weight: { value: 0, unit: "LB" } } }, ["INVALID dryIce.weight.value"]],
    [
      "a number without letters",
      { substances: [{ ...battery, identificationNumber: "3480" }] },
      ["INVALID substances.0.identificationNumber"],
    ],
    [
      "no number",
      { substances: [{ ...battery, identificationNumber: null }] },
      ["REQUIRED substances.0.identificationNumber"],
    ],
    [
      "a blank name",
      { substances: [{ ...battery, properShippingName: "" }] },
      ["REQUIRED substances.0.properShippingName"],
    ],
    ["a limited quantity", { substances: [paint] }, []],
    [
      "a limited quantity of which little is said",
      { substances: [{ ...paint, hazardClass: null, quantity: null, packagingType: null, packagingCount: null }] },
      ["hazardClass", "quantity", "packagingType", "packagingCount"].map((part) => `REQUIRED substances.0.${part}`),
    ],
    ["a quantity of two decimals", { substances: [{ ...paint, quantity: "0.55" }] }, ["INVALID substances.0.quantity"]],
    ["two that nobody says how they are packed", { substances: [battery, paint] }, ["REQUIRED packing"]],
    ["two, overpacked", { substances: [battery, paint], packing: "OVERPACKED" }, []],
    ["four", { substances: [battery, battery, battery, battery], packing: "OVERPACKED" }, ["TOO_LONG substances"]],
    ["no phone", { emergencyPhone: "911" }, ["INVALID emergencyPhone"]],
    ["a phone", { emergencyPhone: "212 555 0100" }, []],
  ])("says of %s", (_, over, expected) => {
    expect(of(over)).toEqual(expected);
  });

  it("refuses limited quantities by air, which need papers, and wants a contact for the phone", () => {
    const byAir = someGoods({ substances: [paint], transportMode: "PASSENGER_AIRCRAFT" });
    expect(faults(details(byAir), "UPS_NEXT_DAY_AIR")).toEqual(["NOT_ALLOWED substances.0.level"]);
    const iata = someGoods({ regulation: "IATA", transportMode: "PASSENGER_AIRCRAFT", emergencyPhone: "2125550100" });
    expect(faults(details(iata, "newYork", "paris"), "UPS_WORLDWIDE_SAVER")).toEqual(["REQUIRED emergencyContact"]);
  });
});

describe("requests", () => {
  const declared = details(
    someGoods({ substances: [battery, paint], packing: "OVERPACKED", dryIce: ice, emergencyPhone: "212 555 0100" }),
  );

  it("tells Ship in its words", () => {
    const { Package } = serialiseShip(anAccount(), aShipRequest({ details: declared }), "").ShipmentRequest.Shipment;
    expect(Package).toMatchObject([
      {
        HazMatPackageInformation: { OverPackedIndicator: "" },
        PackageServiceOptions: {
          PackageIdentifier: "1",
          HazMat: [
            { ChemicalRecordIdentifier: "1", CommodityRegulatedLevelCode: "LR", EmergencyPhone: "12125550100" },
            {
              ...{
                ChemicalRecordIdentifier: "2",
                CommodityRegulatedLevelCode: "LQ",
                IDNumber: "UN1263",
                Quantity: "0.5",
              },
              ...{ UOM: "L", PackagingTypeQuantity: "1", PackagingGroupType: "II", TransportationMode: "Ground" },
            },
          ],
          DryIce: { RegulationSet: "CFR", DryIceWeight: { UnitOfMeasurement: { Code: "01" }, Weight: "1" } },
        },
      },
    ]);
  });

  it("tells Rate in its numbers", () => {
    const { Package } = serialiseRating(anAccount(), aRateRequest({ details: declared })).RateRequest.Shipment;
    expect(Package).toMatchObject([
      {
        PackageServiceOptions: {
          HazMat: {
            PackageIdentifier: "1",
            OverPackedIndicator: "",
            HazMatChemicalRecord: [{ TransportationMode: "02", IDNumber: "UN3480" }, { TransportationMode: "02" }],
          },
        },
      },
    ]);
  });

  it("says nothing of goods that are ordinary", () => {
    const plain = serialiseShip(anAccount(), aShipRequest(), "").ShipmentRequest.Shipment.Package;
    expect(JSON.stringify(plain)).not.toContain("HazMat");
  });
});
