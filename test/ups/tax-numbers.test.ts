import type { CustomsRole, TaxNumber, TaxNumberKind } from "../../src/carrier/tax-numbers.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { anAccount, anAddress, aPackage, aShipRequest, someDetails } from "./builders.js";
import { aDeclaration } from "./customs-builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const taxNumber = (
  kind: TaxNumberKind,
  number: string,
  role: CustomsRole = "SELLER",
  countryCode: string | null = null,
): TaxNumber => ({ role, kind, number, countryCode });

const to: Record<string, Partial<ReturnType<typeof anAddress>>> = {
  DE: {},
  NO: { city: "Oslo", postalCode: "0150", countryCode: "NO" },
  GB: { city: "London", postalCode: "SW1A1AA", countryCode: "GB" },
};
const toCountry = (country: string, taxNumbers: TaxNumber[]) =>
  someDetails({
    shipTo: anAddress("berlin", to[country]),
    packages: [aPackage({ description: "Books" })],
    customs: aDeclaration({ taxNumbers }),
  });
const problems = (country: string, ...taxNumbers: TaxNumber[]) =>
  checkShipment(toCountry(country, taxNumbers), "UPS_WORLDWIDE_EXPRESS", new Date("2026-03-02T12:00:00Z")).map(
    ({ code, path }) => `${code} ${path.join(".")}`,
  );
const at = (part: string) => `customs.taxNumbers.0${part && `.${part}`}`;

describe("a tax number", () => {
  const TAKEN: [country: string, TaxNumber][] = [
    ["DE", taxNumber("IOSS", "IM2760000001")],
    ["DE", taxNumber("IOSS", "im 276 000 0001")],
    ["NO", taxNumber("VOEC", "1234567")],
    ["NO", taxNumber("VOEC", "VOEC1234567")],
    ["GB", taxNumber("HMRC", "GB 980 7806 84")],
    ["GB", taxNumber("PVA", "980780684", "SELLER")],
    ["DE", taxNumber("COLLECTED_OTHER", "ABC-1")],
    ["DE", taxNumber("EORI", "DE123456789012345", "IMPORTER")],
    ["DE", taxNumber("EORI", "GB123456789000")],
    ["DE", taxNumber("VAT", "DE136695976", "BUYER")],
    ["DE", taxNumber("VAT", "136695976", "BUYER", "DE")],
    ["DE", taxNumber("VAT", "EL094259216", "BUYER")],
    ["GB", taxNumber("VAT", "XI980780684", "IMPORTER")],
    ["DE", taxNumber("BUSINESS_TAX_ID", "12-3456789", "SELLER", "US")],
    ["DE", taxNumber("PERSONAL_TAX_ID", "02476291358", "BUYER", "DE")],
  ];
  it.each(TAKEN)("to %s is taken: %o", (country, number) => expect(problems(country, number)).toEqual([]));

  const REFUSED: [country: string, TaxNumber, string][] = [
    ["DE", taxNumber("IOSS", "IM276000001"), `INVALID ${at("number")}`],
    ["DE", taxNumber("IOSS", "DE2760000001"), `INVALID ${at("number")}`],
    ["NO", taxNumber("IOSS", "IM2760000001"), `OPTION_NOT_ALLOWED ${at("kind")}`],
    ["NO", taxNumber("VOEC", "123456"), `INVALID ${at("number")}`],
    ["DE", taxNumber("VOEC", "1234567"), `OPTION_NOT_ALLOWED ${at("kind")}`],
    ["GB", taxNumber("HMRC", "GB12"), `INVALID ${at("number")}`],
    ["DE", taxNumber("IOSS", "IM2760000001", "BUYER"), `INVALID ${at("role")}`],
    ["DE", taxNumber("EORI", "US123456"), `INVALID ${at("number")}`],
    ["DE", taxNumber("EORI", "DE1234567890123456"), `INVALID ${at("number")}`],
    ["DE", taxNumber("VAT", "DE13669597", "BUYER"), `INVALID ${at("number")}`],
    ["DE", taxNumber("VAT", "136695976", "BUYER"), `REQUIRED ${at("countryCode")}`],
    ["DE", taxNumber("BUSINESS_TAX_ID", " "), `REQUIRED ${at("number")}`],
    ["DE", taxNumber("BUSINESS_TAX_ID", "x".repeat(36)), `TOO_LONG ${at("number")}`],
    ["DE", taxNumber("BUSINESS_TAX_ID", "1", "SELLER", "XX"), `INVALID ${at("countryCode")}`],
  ];
  it.each(REFUSED)("to %s is refused: %o", (country, number, refusal) => {
    expect(problems(country, number)).toEqual([refusal]);
  });

  it("of collected tax is one, and eight are of each side", () => {
    const two = [taxNumber("IOSS", "IM2760000001"), taxNumber("COLLECTED_OTHER", "ABC1")];
    expect(problems("DE", ...two)).toEqual(["INVALID customs.taxNumbers"]);
    const nine = Array.from({ length: 9 }, () => taxNumber("BUSINESS_TAX_ID", "12", "BUYER"));
    expect(problems("DE", ...nine)).toEqual(["TOO_LONG customs.taxNumbers"]);
  });
});

const ioss = taxNumber("IOSS", "IM2760000001");
const hmrc = taxNumber("HMRC", "GB980780684");
const voec = taxNumber("VOEC", "1234567");
const outside = ["OPTION_NOT_ALLOWED customs.taxNumbers.0.kind"];
it.each<[where: string, TaxNumber, countryCode: string, postalCode: string, expected: string[]]>([
  ["Northern Ireland", ioss, "GB", "BT1 5GS", []],
  ["Northern Ireland", hmrc, "GB", "BT1 5GS", []],
  ["Great Britain", ioss, "GB", "EC1A 1BB", outside],
  ["the Isle of Man", hmrc, "GB", "IM1 1AA", []],
  ["Jersey", hmrc, "GB", "JE2 3AB", outside],
  ["Monaco", ioss, "FR", "98000", []],
  ["the Canary Islands", ioss, "ES", "38003", outside],
  ["Ceuta", ioss, "ES", "51001", outside],
  ["Åland", ioss, "FI", "22100", outside],
  ["Heligoland", ioss, "DE", "27498", outside],
  ["Livigno", ioss, "IT", "23041", outside],
  ["Réunion", ioss, "FR", "97400", outside],
  ["Norway", voec, "NO", "0150", []],
  ["Svalbard", voec, "NO", "9170", outside],
])("to %s is judged by its tax area: %o", (_, number, countryCode, postalCode, expected) => {
  const details = {
    ...toCountry("DE", [number]),
    shipTo: anAddress("berlin", { countryCode, postalCode, city: "Town" }),
  };
  const found = checkShipment(details, "UPS_WORLDWIDE_EXPRESS", new Date("2026-03-02T12:00:00Z"))
    .map(({ code, path }) => `${code} ${path.join(".")}`)
    .filter((problem) => problem.includes("taxNumbers"));
  expect(found).toEqual(expected);
});

const all = [
  taxNumber("IOSS", "im2760000001"),
  taxNumber("EORI", "GB123456789000"),
  taxNumber("VAT", "DE136695976", "BUYER"),
  taxNumber("EORI", "DE123456789012345", "IMPORTER"),
];
const common = { IDNumberEncryptionIndicator: "0", IncludeIDNumberOnShippingBrokerageDocs: "01" };

describe("tax numbers in the Ship request", () => {
  it("stand where UPS reads them", () => {
    const ship = serialiseShip(anAccount(), aShipRequest({ details: toCountry("DE", all) }), "context");
    const { ShipFrom, GlobalTaxInformation } = ship.ShipmentRequest.Shipment as Record<string, unknown>;
    expect(ShipFrom).toMatchObject({
      VendorInfo: { VendorCollectIDTypeCode: "0356", VendorCollectIDNumber: "IM2760000001" },
    });
    expect(GlobalTaxInformation).toEqual({
      AgentTaxIdentificationNumber: [
        {
          AgentRole: "20",
          TaxIdentificationNumber: [
            {
              ...common,
              ...{ IdentificationNumber: "GB123456789000", IDNumberCustomerRole: "06", IDNumberIssuingCntryCd: "GB" },
              ...{ IDNumberPurposeCode: "02", IDNumberRequestingCntryCd: "US", IDNumberTypeCode: "0002" },
            },
          ],
        },
        {
          AgentRole: "30",
          TaxIdentificationNumber: [
            {
              ...common,
              ...{ IdentificationNumber: "DE136695976", IDNumberCustomerRole: "18", IDNumberIssuingCntryCd: "DE" },
              ...{ IDNumberPurposeCode: "01", IDNumberRequestingCntryCd: "DE", IDNumberTypeCode: "1002" },
            },
            {
              ...common,
              ...{
                IdentificationNumber: "DE123456789012345",
                IDNumberCustomerRole: "05",
                IDNumberIssuingCntryCd: "DE",
              },
              ...{ IDNumberPurposeCode: "02", IDNumberRequestingCntryCd: "DE", IDNumberTypeCode: "1002" },
            },
          ],
        },
      ],
    });
  });

  it.each([
    ["NO", taxNumber("VOEC", "1234567"), "0357", "VOEC1234567"],
    ["GB", taxNumber("HMRC", "980 7806 84"), "0000", "GB980780684"],
    ["GB", taxNumber("PVA", "GB980780684"), "0359", "GB980780684"],
  ])("to %s: %o", (country, number, VendorCollectIDTypeCode, VendorCollectIDNumber) => {
    const ship = serialiseShip(anAccount(), aShipRequest({ details: toCountry(country, [number]) }), "context");
    expect(ship.ShipmentRequest.Shipment.ShipFrom).toMatchObject({
      VendorInfo: { VendorCollectIDTypeCode, VendorCollectIDNumber },
    });
  });
});

describe("tax numbers against the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  afterAll(() => ups.close());

  it("are booked", async () => {
    const request = aShipRequest({ details: toCountry("DE", all), serviceCode: "UPS_WORLDWIDE_EXPRESS" });
    expect((await ups.adapter.ship(anAccount(), request, { purchaseId: null })).kind).toBe("ANSWERED");
    expect((await ups.control.ledger()).at(-1)?.invoice?.facts).toMatchObject({
      vendor: { type: "0356", number: "IM2760000001" },
      taxNumbers: [{ agent: "20" }, { agent: "30", role: "18" }, { agent: "30", role: "05", purpose: "02" }],
    });
  });
});
