import { newYork, paris, type RequestParts, shipRequest, zurich } from "./requests.js";
import { type Body, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const microscope = {
  Description: ["Laboratory microscope"],
  Unit: { Number: "2", UnitOfMeasurement: { Code: "PCS" }, Value: "2900.00" },
  CommodityCode: "9011.80",
  PartNumber: "SCOPE-1",
  OriginCountryCode: "US",
};
const invoice: Body = {
  FormType: ["01"],
  Contacts: { SoldTo: { Name: "Louvre", AttentionName: "Louvre", Address: paris } },
  Product: [microscope],
  InvoiceNumber: "INV-7",
  InvoiceDate: "20260302",
  ReasonForExport: "SALE",
  CurrencyCode: "USD",
};

interface Asked extends RequestParts {
  forms?: Body;
  product?: Body;
  options?: Body;
  shipFrom?: Body;
}

/** From New York to Paris, with the parts merged in. */
async function ship({ forms = {}, product = {}, options = {}, shipFrom = {}, shipment, ...parts }: Asked = {}) {
  const InternationalForms = { ...invoice, Product: [{ ...microscope, ...product }], ...forms };
  const body = shipRequest({
    ...{ to: paris, service: "65", ...parts },
    shipment: {
      ShipFrom: { Name: "Museum Shop", Address: parts.from ?? newYork, ...shipFrom },
      ShipmentServiceOptions: { InternationalForms, ...options },
      ...shipment,
    },
  });
  const answer = await ups.post(shipPath, body);
  return answer.body.response?.errors?.[0]?.code ?? answer.status;
}
const booked = async () => (await ups.control.ledger()).at(-1)?.invoice;

const itn = { Code: "1", ShipperFiled: { Code: "A", PreDepartureITNNumber: "X20260301123456" } };
const exempt = { Code: "1", ShipperFiled: { Code: "B", ExemptionLegend: "30.37(h)" } };
const byUps = { Code: "3", UPSFiled: { POA: { Code: "2" } } };
const exportForm: Body = {
  FormType: ["01", "11"],
  EEIFilingOption: byUps,
  Contacts: {
    ...invoice.Contacts,
    UltimateConsignee: { CompanyName: "Louvre", Address: paris, UltimateConsigneeType: { Code: "O" } },
  },
  ...{ ExportDate: "20260302", InBondCode: "70", PointOfOrigin: "NY", PointOfOriginType: "S" },
  ...{ ModeOfTransport: "Air", PartiesToTransaction: "N" },
};
const exported: Body = {
  ProductWeight: { UnitOfMeasurement: { Code: "LBS" }, Weight: "10.0" },
  ScheduleB: { Number: "9011800000", Quantity: ["2"], UnitOfMeasurement: [{ Code: "NO" }] },
  ...{ ExportType: "D", SEDTotalValue: "5800.00" },
  EEIInformation: { ExportInformation: "OS", License: { Code: "C33", ECCNNumber: "EAR99" } },
};

describe("how the export from the United States is reported", () => {
  it("is not asked for", async () => {
    expect(await ship()).toBe(200);
    expect((await booked())?.filing).toBeNull();
  });

  it.each([
    ["a number", itn, { code: "1", shipperCode: "A", itn: "X20260301123456", exemption: "" }],
    ["an exemption", exempt, { code: "1", shipperCode: "B", itn: "", exemption: "30.37(h)" }],
  ])("is booked: %s", async (_, EEIFilingOption, filing) => {
    expect(await ship({ forms: { EEIFilingOption } })).toBe(200);
    expect((await booked())?.filing).toEqual(filing);
  });

  it("is done by UPS from the EEI form", async () => {
    expect(await ship({ forms: exportForm, product: exported })).toBe(200);
    expect((await booked())?.filing).toMatchObject({ code: "3" });
  });

  const refused: [string, Asked, string][] = [
    ["no option with the form", { forms: { ...exportForm, EEIFilingOption: undefined }, product: exported }, "128126"],
    ["an unknown option", { forms: { EEIFilingOption: { Code: "4" } } }, "128126"],
    ["a number that is none", { forms: { EEIFilingOption: { ...itn, ShipperFiled: { Code: "A" } } } }, "128126"],
    [
      "a paragraph that is none",
      { forms: { EEIFilingOption: { Code: "1", ShipperFiled: { Code: "B", ExemptionLegend: "30.37(z)" } } } },
      "128126",
    ],
    ["UPS without a power of attorney", { forms: { ...exportForm, EEIFilingOption: { Code: "3" } } }, "128126"],
    ["UPS without the form", { forms: { EEIFilingOption: byUps } }, "128126"],
    ["an export from elsewhere", { from: zurich, forms: { EEIFilingOption: itn } }, "128103"],
    ["no day", { forms: { ...exportForm, ExportDate: undefined }, product: exported }, "128078"],
    ["no parties", { forms: { ...exportForm, PartiesToTransaction: undefined }, product: exported }, "128088"],
    ["no Schedule B number", { forms: exportForm, product: { ...exported, ScheduleB: undefined } }, "128059"],
    ["no weight", { forms: exportForm, product: { ...exported, ProductWeight: undefined } }, "128057"],
  ];
  it.each(refused)("refuses %s", async (_, parts, code) => {
    const metric = parts.from && { pkg: { PackageWeight: { UnitOfMeasurement: { Code: "KGS" }, Weight: "5" } } };
    expect(await ship({ ...parts, ...metric })).toBe(code);
  });
});

const taxNumber = {
  ...{ IdentificationNumber: "DE136695976", IDNumberCustomerRole: "05", IDNumberTypeCode: "1002" },
  ...{ IDNumberPurposeCode: "01", IDNumberEncryptionIndicator: "0", IDNumberIssuingCntryCd: "DE" },
};
const taxed = (AgentRole: string, over: Body = {}) => ({
  GlobalTaxInformation: {
    AgentTaxIdentificationNumber: [{ AgentRole, TaxIdentificationNumber: [{ ...taxNumber, ...over }] }],
  },
});

describe("what customs are told of the parties", () => {
  it("is booked and printed", async () => {
    const VendorInfo = { VendorCollectIDTypeCode: "0356", VendorCollectIDNumber: "IM2760000001", ConsigneeType: "02" };
    const options = { EUDeMinimisIndicator: "N" };
    expect(await ship({ shipFrom: { VendorInfo }, options })).toBe(200);
    expect((await booked())?.facts).toMatchObject({ vendor: { type: "0356" }, deMinimis: "N" });
    expect(await ship({ shipment: { ShipperType: "01", ConsigneeType: "02", ...taxed("30") } })).toBe(200);
    expect((await booked())?.facts).toMatchObject({
      shipperType: "01",
      consigneeType: "02",
      taxNumbers: [{ agent: "30", role: "05", type: "1002", purpose: "01", number: "DE136695976", issuer: "DE" }],
    });
  });

  const refused: [string, Asked, string][] = [
    ["an unknown kind of recipient", { shipment: { ConsigneeType: "03" } }, "10006"],
    ["an unknown answer on the value", { options: { EUDeMinimisIndicator: "X" } }, "10006"],
    ["a registration without its number", { shipFrom: { VendorInfo: { VendorCollectIDTypeCode: "0356" } } }, "20007"],
    [
      "HMRC's deprecated kind",
      { shipFrom: { VendorInfo: { VendorCollectIDTypeCode: "0358", VendorCollectIDNumber: "GB1" } } },
      "10006",
    ],
    ["a consignee's number of another type", { shipment: taxed("30", { IDNumberTypeCode: "0002" }) }, "10006"],
    ["a role that is none", { shipment: taxed("40") }, "10006"],
    ["no number", { shipment: taxed("20", { IdentificationNumber: "" }) }, "20007"],
    ["an identifier of no known type", { product: { ProductIdentifier: [{ ProductID: "1" }] } }, "10006"],
    [
      "no word of a missing standard identifier",
      { product: { ProductIdentifier: [{ ProductID: "1", ProductIDTypeCode: "0100" }] } },
      "20007",
    ],
  ];
  it.each(refused)("refuses %s", async (_, parts, code) => expect(await ship(parts)).toBe(code));
});
