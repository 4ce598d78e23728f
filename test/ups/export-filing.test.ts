import type { CustomsItem } from "../../src/carrier/customs.js";
import type { CarrierFiling, ExportFiling } from "../../src/carrier/export-filing.js";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { exportNotices } from "../../src/ups/customs/export-notices.js";
import { serialiseInvoice } from "../../src/ups/customs/serialise-invoice.js";
import { type addresses, anAccount, anAddress, aPackage, aShipRequest, someDetails } from "./builders.js";
import { aCustomsItem, aDeclaration } from "./customs-builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

type Place = keyof typeof addresses;

const worth = (amount: string, currencyCode = "USD") => ({ amount, currencyCode });
const microscope = (over: Partial<CustomsItem> = {}) =>
  aCustomsItem({ description: "Microscope", hsCode: "9011.80", unitValue: worth("2900.00"), ...over });
const filing = (over: Partial<ExportFiling>): ExportFiling => ({
  itn: null,
  exemption: null,
  carrierFiling: null,
  ...over,
});
const carrierFiling: CarrierFiling = {
  ...{ powerOfAttorney: "BLANKET", ultimateConsignee: "RESELLER", isBetweenRelatedParties: true },
  ...{ licenseCode: "C33", eccn: "EAR99" },
};

/** From New York to Berlin, declared, unless told otherwise. */
const exported = (
  items: CustomsItem[],
  exportFiling: ExportFiling | null = null,
  over: Partial<ShipmentDetails> = {},
) =>
  someDetails({
    shipTo: anAddress("berlin"),
    packages: [aPackage({ description: "Goods" })],
    customs: aDeclaration({ items, exportFiling, currencyCode: items[0]?.unitValue?.currencyCode ?? "USD" }),
    ...over,
  });
const at = (from: Place, to: Place) => ({ shipFrom: anAddress(from), shipTo: anAddress(to) });
const services: Partial<Record<Place, string>> = { toronto: "UPS_STANDARD", sanJuan: "UPS_GROUND" };
const problems = (details: ShipmentDetails, to: Place = "berlin") =>
  checkShipment(details, services[to] ?? "UPS_WORLDWIDE_EXPRESS", new Date("2026-03-02T12:00:00Z")).map(
    ({ code, path }) => `${code} ${path.join(".")}`,
  );
const told = (details: ShipmentDetails) => exportNotices(details).map(({ code }) => code);

const needed = ["REQUIRED customs.exportFiling"];
const Needs: [string, ShipmentDetails, string[], string[]][] = [
  ["one line over the limit", exported([microscope()]), needed, ["EXPORT_FILING_NEEDED"]],
  ["a line of the limit", exported([microscope({ unitValue: worth("1250.00") })]), [], []],
  [
    "a line a cent over it",
    exported([microscope({ quantity: 1, unitValue: worth("2500.01") })]),
    needed,
    ["EXPORT_FILING_NEEDED"],
  ],
  [
    "one code in several items",
    exported([
      microscope({ quantity: 1, unitValue: worth("1300") }),
      microscope({ quantity: 1, unitValue: worth("1300"), hsCode: "901180" }),
    ]),
    needed,
    ["EXPORT_FILING_NEEDED"],
  ],
  [
    "two codes below it",
    exported([microscope({ unitValue: worth("1200") }), aCustomsItem({ unitValue: worth("1200") })]),
    [],
    [],
  ],
  [
    "two long codes of one short one",
    exported([
      microscope({ unitValue: worth("1200"), hsCode: "9011.80.0000" }),
      microscope({ unitValue: worth("1200"), hsCode: "9011.80.4000" }),
    ]),
    [],
    ["EXPORT_FILING_UNCLEAR"],
  ],
  [
    "euros that may be over it",
    exported([microscope({ unitValue: worth("2000", "EUR") })]),
    [],
    ["EXPORT_FILING_UNCLEAR"],
  ],
  ["euros that cannot be", exported([microscope({ unitValue: worth("100", "EUR") })]), [], []],
  ["Canada", exported([microscope()], null, { ...at("newYork", "toronto") }), [], []],
  ["an export from elsewhere", exported([microscope()], null, at("berlin", "newYork")), [], []],
  [
    "Puerto Rico",
    someDetails({
      ...at("newYork", "sanJuan"),
      packages: [aPackage({ contentsValue: worth("5800.00"), description: "Goods" })],
      customs: aDeclaration({ isDerived: true, items: [microscope()] }),
    }),
    needed,
    ["EXPORT_FILING_NEEDED"],
  ],
  [
    "the way back from there, where UPS takes no declaration",
    someDetails({
      ...at("sanJuan", "newYork"),
      packages: [aPackage({ contentsValue: worth("5800.00"), description: "Goods" })],
      customs: aDeclaration({ isDerived: true, items: [microscope()] }),
    }),
    [],
    ["EXPORT_FILING_NEEDED"],
  ],
  [
    "a declaration to Puerto Rico, which UPS takes",
    exported([microscope()], null, at("newYork", "sanJuan")),
    needed,
    ["EXPORT_FILING_NEEDED"],
  ],
  [
    "the Virgin Islands",
    exported([microscope()], null, {
      shipTo: anAddress("sanJuan", { region: "VI", postalCode: "00802", countryCode: "US" }),
    }),
    needed,
    ["EXPORT_FILING_NEEDED"],
  ],
  [
    "Guam",
    exported([microscope()], null, {
      shipTo: anAddress("sanJuan", { region: "GU", postalCode: "96910", countryCode: "US" }),
    }),
    [],
    [],
  ],
  [
    "the Canary Islands",
    exported([microscope()], null, { shipTo: anAddress("berlin", { countryCode: "ES", postalCode: "38003" }) }),
    needed,
    ["EXPORT_FILING_NEEDED"],
  ],
  [
    "what is packed and not declared",
    exported([], null, { customs: aDeclaration({ isDerived: true, items: [microscope()] }) }),
    needed,
    ["EXPORT_FILING_NEEDED"],
  ],
  [
    "a package of which only the value is known",
    exported([], null, { customs: null, packages: [aPackage({ description: "Goods", declaredValue: worth("5000") })] }),
    [],
    ["EXPORT_FILING_UNCLEAR"],
  ],
];

describe("an export from the United States", () => {
  it.each(Needs)("%s", (_, details, refusals, notices) => {
    const to =
      details.shipTo.countryCode === "CA" ? "toronto" : details.shipTo.countryCode === "US" ? "sanJuan" : "berlin";
    expect(problems(details, to)).toEqual(
      refusals.length > 0 ? expect.arrayContaining(refusals) : expect.not.arrayContaining(needed),
    );
    expect(told(details)).toEqual(notices);
  });

  it("is told of a return, and not refused", () => {
    const returned = exported([microscope()], null, {
      returnService: { kind: "PRINT_RETURN_LABEL", email: null, boxNumber: null },
    });
    expect(problems(returned)).not.toContain(needed[0]);
    expect(told(returned)).toEqual(["EXPORT_FILING_NEEDED"]);
  });

  it.each([
    ["an ITN", filing({ itn: "AES X20261130123456" })],
    ["an exemption", filing({ exemption: "NOEEI 30.37(h)" })],
  ])("goes with %s", (_, exportFiling) => {
    const details = exported([microscope()], exportFiling);
    expect([problems(details), told(details)]).toEqual([[], []]);
  });

  const REFUSED: [string, ExportFiling, string][] = [
    ["nothing", filing({}), "INVALID customs.exportFiling"],
    ["two at once", filing({ itn: "X20261130123456", exemption: "30.37(h)" }), "INVALID customs.exportFiling"],
    ["a number that is none", filing({ itn: "12345" }), "INVALID customs.exportFiling.itn"],
    ["an ITN of no day", filing({ itn: "X20261330123456" }), "INVALID customs.exportFiling.itn"],
    ["a paragraph that is none", filing({ exemption: "30.37(z)" }), "INVALID customs.exportFiling.exemption"],
    ["the exemption of low values", filing({ exemption: "30.37(a)" }), "INVALID customs.exportFiling.exemption"],
    ["the exemption of Canada", filing({ exemption: "30.36" }), "INVALID customs.exportFiling.exemption"],
    ["UPS without the sender's number", filing({ carrierFiling }), "REQUIRED shipFrom.taxId"],
    ["UPS by six digits", filing({ carrierFiling }), "INVALID customs.items.0.hsCode"],
    ["UPS without a weight", filing({ carrierFiling }), "REQUIRED customs.items.0.weight"],
    [
      "an unknown ECCN",
      filing({ carrierFiling: { ...carrierFiling, eccn: "9" } }),
      "INVALID customs.exportFiling.carrierFiling.eccn",
    ],
  ];
  it.each(REFUSED)("is refused with %s", (_, exportFiling, refusal) => {
    expect(problems(exported([microscope()], exportFiling))).toContain(refusal);
  });

  it("is filed nowhere else", () => {
    const elsewhere = exported([microscope()], filing({ itn: "X20261130123456" }), at("berlin", "newYork"));
    expect(problems(elsewhere)).toContain("OPTION_NOT_ALLOWED customs.exportFiling");
  });

  it("has no room for comments that leave none for its number", () => {
    const details = exported([microscope()], filing({ itn: "X20261130123456" }));
    const customs = { ...details.customs!, comments: "x".repeat(140) };
    expect(problems({ ...details, customs })).toEqual(["TOO_LONG customs.comments"]);
  });
});

const fileable = microscope({ hsCode: "9011.80.0000", weight: { value: 3, unit: "LB" } });
const byUps = exported([fileable], filing({ carrierFiling }), {
  shipFrom: anAddress("newYork", { taxId: "12-3456789" }),
});

describe("the filing in the Ship request", () => {
  it.each([
    [
      filing({ itn: "aes x20261130123456" }),
      { Code: "A", PreDepartureITNNumber: "X20261130123456" },
      "AES X20261130123456; Fragile",
    ],
    [filing({ exemption: "No EEI § 30.37(H)" }), { Code: "B", ExemptionLegend: "30.37(h)" }, "NOEEI 30.37(h); Fragile"],
  ])("names what the shipper did: %o", (exportFiling, ShipperFiled, Comments) => {
    const details = exported([microscope()], exportFiling);
    const customs = { ...details.customs!, comments: "Fragile" };
    expect(serialiseInvoice(aShipRequest({ details: { ...details, customs } }))).toMatchObject({
      FormType: ["01"],
      EEIFilingOption: { Code: "1", ShipperFiled },
      Comments,
    });
  });

  it("tells UPS all that it files", () => {
    const forms = serialiseInvoice(aShipRequest({ details: byUps, serviceCode: "UPS_WORLDWIDE_EXPRESS" }));
    expect(problems(byUps)).toEqual([]);
    expect(forms).toMatchObject({
      FormType: ["01", "11"],
      EEIFilingOption: { Code: "3", UPSFiled: { POA: { Code: "2" } } },
      Contacts: { UltimateConsignee: { UltimateConsigneeType: { Code: "R" }, Address: { CountryCode: "DE" } } },
      ...{ ExportDate: "20260302", InBondCode: "70", PointOfOrigin: "NY", PointOfOriginType: "S" },
      ...{ ModeOfTransport: "Air", PartiesToTransaction: "R" },
      Product: [
        {
          ScheduleB: { Number: "9011800000", Quantity: ["2"], UnitOfMeasurement: [{ Code: "NO" }] },
          ...{ ExportType: "D", SEDTotalValue: "5800.00" },
          EEIInformation: {
            ExportInformation: "OS",
            License: { Code: "C33", LicenseLineValue: "5800", ECCNNumber: "EAR99" },
          },
          ProductWeight: { Weight: "6.0" },
        },
      ],
    });
  });
});

describe("the filing against the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  afterAll(() => ups.close());

  it.each([
    [
      "an ITN",
      exported([microscope()], filing({ itn: "X20261130123456" })),
      { shipperCode: "A", itn: "X20261130123456" },
    ],
    [
      "an exemption",
      exported([microscope()], filing({ exemption: "30.37(h)" })),
      { shipperCode: "B", exemption: "30.37(h)" },
    ],
    ["UPS", byUps, { code: "3" }],
  ])("books with %s", async (_, details, booked) => {
    const request = aShipRequest({ details, serviceCode: "UPS_WORLDWIDE_EXPRESS" });
    const outcome = await ups.adapter.ship(anAccount(), request, { purchaseId: null });
    expect(outcome.kind).toBe("ANSWERED");
    expect((await ups.control.ledger()).at(-1)?.invoice?.filing).toMatchObject(booked);
  });
});
