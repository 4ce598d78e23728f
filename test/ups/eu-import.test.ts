import type { CustomsDeclaration, CustomsItem } from "../../src/carrier/customs.js";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import type { CollectedTaxKind } from "../../src/carrier/tax-numbers.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { shipmentNotices } from "../../src/ups/checks/shipment-notices.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { type addresses, anAccount, anAddress, aPackage, aShipRequest, someDetails } from "./builders.js";
import { aCustomsItem, aDeclaration } from "./customs-builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

type Place = keyof typeof addresses;

const euros = (amount: string) => ({ unitValue: { amount, currencyCode: "EUR" } });
const item = (over: Partial<CustomsItem> = {}) =>
  aCustomsItem({ quantity: 1, ...euros("150.00"), gtin: "9783161484100", ...over });
const complete = (over: Partial<CustomsDeclaration> = {}) =>
  aDeclaration({ recipientKind: "CONSUMER", items: [item()], currencyCode: "EUR", ...over });
const lane = (customs: CustomsDeclaration | null, over: Partial<ShipmentDetails> = {}) =>
  someDetails({
    shipTo: anAddress("berlin"),
    packages: [aPackage({ description: "Books" })],
    customs,
    ...over,
  });
const at = (from: Place, to: Place) => ({ shipFrom: anAddress(from), shipTo: anAddress(to) });
const afterwards = new Date("2026-11-30T12:00:00Z");
const missing = (details: ShipmentDetails, now = afterwards) =>
  shipmentNotices(details, now)
    .filter(({ code }) => code === "EU_IMPORT_INCOMPLETE")
    .map(({ text }) => text.replace(/^.* lacks: (.*?)\. Customs.*$/, "$1"));
const dollars = (amount: string) => ({ unitValue: { amount, currencyCode: "USD" } });

describe("what an import into the European Union lacks", () => {
  const TOLD: [string, ShipmentDetails, string[]][] = [
    ["nothing", lane(complete()), []],
    ["the declaration", lane(null), ["the declaration"]],
    ["who receives it", lane(complete({ recipientKind: null })), ["recipientKind, business or consumer"]],
    [
      "what its goods are known by",
      lane(complete({ items: [item(), item({ gtin: null }), item({ sku: null })] })),
      ["sku of item 3; gtin or manufacturerProductId of item 2"],
    ],
    [
      "the maker's number alone where the sku is given",
      lane(complete({ items: [item({ gtin: null }), item({ gtin: null })] })),
      ["gtin or manufacturerProductId of item 1, 2"],
    ],
    [
      "nothing where the maker's number is known",
      lane(complete({ items: [item({ gtin: null, manufacturerProductId: "M-1" })] })),
      [],
    ],
    [
      "nothing more to a business",
      lane(complete({ recipientKind: "BUSINESS", items: [item({ gtin: null, sku: null })] })),
      [],
    ],
    [
      "nothing more of a gift",
      lane(complete({ reasonForExport: "GIFT", items: [item({ gtin: null, sku: null })] })),
      [],
    ],
    [
      "whether it is of low value",
      lane(complete({ currencyCode: "USD", items: [item(dollars("170.00"))] })),
      ["isLowValue, at most 150 EUR"],
    ],
    [
      "nothing where a low value is stated",
      lane(complete({ isLowValue: true, currencyCode: "USD", items: [item(dollars("170.00"))] })),
      [],
    ],
    ["nothing inside the Union", lane(complete(), at("berlin", "paris")), []],
    ["nothing on the way out", lane(complete(), at("berlin", "newYork")), []],
    [
      "nothing of letters",
      lane(null, { packages: [aPackage({ packageType: "UPS_LETTER", weight: { value: 0.4, unit: "LB" } })] }),
      [],
    ],
    [
      "nothing of returns",
      lane(null, { returnService: { kind: "PRINT_RETURN_LABEL", email: null, boxNumber: null } }),
      [],
    ],
  ];
  it.each(TOLD)("is %s", (_, details, texts) => expect(missing(details)).toEqual(texts));

  it("is no identifier before UPS asks for them", () => {
    const unidentified = lane(complete({ items: [item({ gtin: null })] }));
    expect(missing(unidentified, new Date("2026-10-24T12:00:00Z"))).toEqual([]);
    expect(missing({ ...unidentified, shipDate: "2026-10-25" }, new Date("2026-10-24T12:00:00Z"))).toHaveLength(1);
  });
});

const problems = (customs: CustomsDeclaration) =>
  checkShipment(lane(customs), "UPS_WORLDWIDE_EXPRESS", new Date("2026-03-02T12:00:00Z")).map(
    ({ code, path }) => `${code} ${path.join(".")}`,
  );

it.each([
  ["9783161484100", true],
  ["978-3-16-148410-0", true],
  ["96385074", true],
  ["036000291452", true],
  ["9783161484101", false],
  ["12345", false],
])("takes %s for a GTIN: %s", (gtin, isTaken) => {
  expect(problems(complete({ items: [item({ gtin })] }))).toEqual(isTaken ? [] : ["INVALID customs.items.0.gtin"]);
});

it("refuses IOSS over 150 EUR", () => {
  const taxNumbers = [{ role: "SELLER", kind: "IOSS", number: "IM2760000001", countryCode: null }] as const;
  const customs = complete({ taxNumbers: [...taxNumbers] });
  expect(problems(customs)).toEqual([]);
  const dear = { ...customs, items: [item(euros("150.01"))] };
  expect(problems(dear)).toEqual(["OPTION_NOT_ALLOWED customs.taxNumbers.0.kind"]);
});

describe("what a seller's registration is for", () => {
  const registered = (kind: CollectedTaxKind, number: string, over: Partial<CustomsDeclaration>) =>
    complete({ taxNumbers: [{ role: "SELLER", kind, number, countryCode: null }], ...over });
  const ioss = (over: Partial<CustomsDeclaration>) => registered("IOSS", "IM2760000001", over);
  const worth = (amount: string, currencyCode: string, quantity = 1) => ({
    currencyCode,
    items: [item({ unitValue: { amount, currencyCode }, quantity })],
  });
  const told = (customs: CustomsDeclaration, countryCode = "DE") =>
    shipmentNotices(lane(customs, { shipTo: anAddress("berlin", { countryCode, postalCode: "0150" }) }), afterwards)
      .filter(({ code }) => code === "TAX_SCHEME_LIMIT")
      .map(({ text }) => text);

  it.each([
    ["150 EUR", ioss({}), []],
    ["100 GBP", ioss(worth("100.00", "GBP")), []],
    ["400 USD", ioss(worth("400.00", "USD")), ["OPTION_NOT_ALLOWED customs.taxNumbers.0.kind"]],
    ["300 GBP", ioss(worth("300.00", "GBP")), ["OPTION_NOT_ALLOWED customs.taxNumbers.0.kind"]],
    [
      "160 EUR that are called low",
      ioss({ ...worth("160.00", "EUR"), isLowValue: true }),
      ["OPTION_NOT_ALLOWED customs.taxNumbers.0.kind", "INVALID customs.isLowValue"],
    ],
    ["160 EUR less a discount of 10", ioss({ ...worth("160.00", "EUR"), discount: euros("10.00").unitValue }), []],
  ])("IOSS is judged by what goods are worth, %s", (_, customs, expected) => {
    expect(problems(customs)).toEqual(expected);
  });

  it("is told where another currency leaves it open, unless the seller says", () => {
    expect(told(ioss(worth("200.00", "USD")))).toEqual([
      "IOSS is for consignments of at most 150 EUR; here the goods together are perhaps over that, in another currency than EUR. " +
        "Above it the tax is due at the border.",
    ]);
    expect(told(ioss({ ...worth("200.00", "USD"), isLowValue: true }))).toEqual([]);
    expect(told(ioss(worth("120.00", "USD")))).toEqual([]);
  });

  it.each([
    ["VOEC", "1234567", "NO", "3000.00", "NOK", 1, 0],
    ["VOEC", "1234567", "NO", "2000.00", "NOK", 3, 0],
    ["VOEC", "1234567", "NO", "3000.01", "NOK", 1, 1],
    ["VOEC", "1234567", "NO", "400.00", "EUR", 1, 1],
    ["VOEC", "1234567", "NO", "100.00", "EUR", 9, 0],
    ["HMRC", "GB980780684", "GB", "100.00", "GBP", 2, 1],
    ["HMRC", "GB980780684", "GB", "135.00", "GBP", 1, 0],
    ["PVA", "GB980780684", "GB", "9000.00", "GBP", 1, 0],
    ["SG_GST", "M90312345A", "SG", "500.00", "SGD", 1, 1],
    ["AU_ARN", "123456789012", "AU", "1100.00", "AUD", 1, 1],
    ["NZ_IRD", "123456789", "NZ", "1100.00", "NZD", 1, 1],
    ["MY_LVG", "LVG123", "MY", "600.00", "MYR", 1, 1],
  ] as const)(
    "of %s %s to %s is told for %s %s, %d pieces: %d",
    (kind, number, country, amount, currency, pieces, texts) => {
      expect(told(registered(kind, number, worth(amount, currency, pieces)), country)).toHaveLength(texts);
    },
  );
});

const shipmentOf = (details: ShipmentDetails) =>
  // biome-ignore lint/suspicious/noExplicitAny: the request as UPS sees it
  serialiseShip(anAccount(), aShipRequest({ details }), "context").ShipmentRequest.Shipment as any;

describe("an import into the European Union in the Ship request", () => {
  it("says who trades with whom, of what value, and what the goods are known by", () => {
    const items = [item({ manufacturerProductId: "M-1" }), item({ gtin: null, ...euros("1.00") })];
    const shipment = shipmentOf(lane(complete({ items })));
    expect(shipment).toMatchObject({ ShipperType: "01", ConsigneeType: "02" });
    const { EUDeMinimisIndicator, InternationalForms } = shipment.ShipmentServiceOptions;
    expect(EUDeMinimisIndicator).toBe("N");
    expect(InternationalForms.Product).toMatchObject([
      {
        ProductIdentifier: [
          { ProductID: "NOVEL-1", ProductIDTypeCode: "0100" },
          { ProductID: "M-1", ProductIDTypeCode: "0200" },
          { ProductID: "9783161484100", ProductIDTypeCode: "0300" },
        ],
      },
      {
        ProductIdentifier: [{ ProductID: "NOVEL-1", ProductIDTypeCode: "0100" }],
        CommodityFieldSpecialConditionCode: "01",
      },
    ]);
    expect(InternationalForms.Product[0]).not.toHaveProperty("CommodityFieldSpecialConditionCode");
  });

  it.each([
    ["150 EUR", complete(), "Y"],
    ["more", complete({ items: [item(euros("150.01"))] }), "N"],
    ["few dollars", complete({ currencyCode: "USD", items: [item(dollars("100"))] }), "Y"],
    ["many dollars", complete({ currencyCode: "USD", items: [item(dollars("400"))] }), "N"],
    ["what may be either", complete({ currencyCode: "USD", items: [item(dollars("170"))] }), undefined],
    ["what is stated", complete({ isLowValue: false, currencyCode: "USD", items: [item(dollars("170"))] }), "N"],
  ])("tells of %s", (_, customs, indicator) => {
    expect(shipmentOf(lane(customs)).ShipmentServiceOptions.EUDeMinimisIndicator).toBe(indicator);
  });

  it("tells the kind of recipient with the seller's registration", () => {
    const taxNumbers = [{ role: "SELLER", kind: "IOSS", number: "IM2760000001", countryCode: null }] as const;
    const shipment = shipmentOf(lane(complete({ taxNumbers: [...taxNumbers] })));
    expect(shipment.ShipFrom.VendorInfo).toMatchObject({ ConsigneeType: "02" });
  });

  it("says nothing of it elsewhere", () => {
    const shipment = shipmentOf(lane(complete(), at("newYork", "toronto")));
    expect(shipment).not.toHaveProperty("ShipperType");
    expect(shipment.ShipmentServiceOptions).not.toHaveProperty("EUDeMinimisIndicator");
    expect(shipment.ShipmentServiceOptions.InternationalForms.Product[0]).not.toHaveProperty("ProductIdentifier");
  });
});

describe("an import into the VAT area of the Union", () => {
  const town = (countryCode: string, postalCode: string) =>
    anAddress("berlin", { countryCode, postalCode, city: "Town", region: null });
  const [berlin, zurich, london, newYork] = [
    town("DE", "10178"),
    town("CH", "8001"),
    town("GB", "EC1A 1BB"),
    anAddress(),
  ];
  const belfast = town("GB", "BT1 5GS");

  it.each([
    ["from Great Britain", london, berlin, true],
    ["from Switzerland", zurich, berlin, true],
    ["from the United States", newYork, berlin, true],
    ["from the Canary Islands", town("ES", "38003"), berlin, true],
    ["from Heligoland", town("DE", "27498"), berlin, true],
    ["from Jersey", town("GB", "JE2 3AB"), berlin, true],
    ["from Åland", town("FI", "22100"), berlin, true],
    ["to Monaco", newYork, town("FR", "98000"), true],
    ["from Monaco", town("FR", "98000"), berlin, false],
    ["from Northern Ireland", belfast, berlin, false],
    ["to Northern Ireland", newYork, belfast, false],
    ["to the Canary Islands", newYork, town("ES", "38003"), false],
    ["to the Canary Islands from Spain", town("ES", "28001"), town("ES", "38003"), false],
    ["to Heligoland", newYork, town("DE", "27498"), false],
    ["to Livigno", zurich, town("IT", "23041"), false],
    ["to Büsingen", zurich, town("DE", "78266"), false],
    ["to Réunion", newYork, town("FR", "97400"), false],
    ["to Great Britain", berlin, london, false],
    ["inside the Union", town("FR", "75001"), berlin, false],
  ])("%s: told to UPS and asked for alike", (_, shipFrom, shipTo, isImport) => {
    const details = lane(complete(), { shipFrom, shipTo });
    expect("ShipperType" in shipmentOf(details)).toBe(isImport);
    const bare = lane(complete({ recipientKind: null }), { shipFrom, shipTo });
    expect(missing(bare)).toHaveLength(isImport ? 1 : 0);
  });
});

describe("an import into the European Union against the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  afterAll(() => ups.close());

  it("is booked", async () => {
    const details = lane(complete({ items: [item(), item({ gtin: null })] }));
    const request = aShipRequest({ details, serviceCode: "UPS_WORLDWIDE_EXPRESS" });
    expect((await ups.adapter.ship(anAccount(), request, { purchaseId: null })).kind).toBe("ANSWERED");
    expect((await ups.control.ledger()).at(-1)?.invoice).toMatchObject({
      facts: { shipperType: "01", consigneeType: "02", deMinimis: "N" },
      products: [{ identifiers: [{ type: "0100" }, { type: "0300", id: "9783161484100" }] }, {}],
    });
  });
});
