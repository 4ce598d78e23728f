import { chicago, munich, newYork, ottawa, ownAccount, paris, type RequestParts, shipRequest } from "./requests.js";
import { type Body, errorCode, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const charge = (entry: object) => ({ shipment: { PaymentInformation: { ShipmentCharge: [entry] } } });
const reference = { ReferenceNumber: [{ Value: "ORDER 1" }] };
const value = { InvoiceLineTotal: { CurrencyCode: "USD", MonetaryValue: "100" } };
const abroad = { to: paris, service: "07" };

const parties = { Shipper: newYork, ShipFrom: newYork, ShipTo: chicago };
const phone = (party: keyof typeof parties, Phone: object, Address: object = parties[party]): RequestParts => ({
  shipment: {
    [party]: {
      Name: "Museum",
      AttentionName: "Sam",
      Phone,
      Address,
      ...(party === "Shipper" && { ShipperNumber: ownAccount }),
    },
  },
});

const refusals: [string, string, RequestParts][] = [
  ["a shipper number of five signs", "120100", { account: "A1B2C" }],
  ["a sender without a street", "120102", { from: { ...newYork, AddressLine: [] } }],
  ["a street over 35 signs", "120202", { to: { ...chicago, AddressLine: ["x".repeat(36)] } }],
  ["a recipient without a city", "120205", { to: { ...chicago, City: "" } }],
  ["a recipient in the US without a state", "120206", { to: { ...chicago, StateProvinceCode: "" } }],
  ["a malformed postal code", "120207", { to: { ...chicago, PostalCode: "606" } }],
  ["a recipient without a country", "120208", { to: { ...chicago, CountryCode: "" } }],
  ["a recipient without a name", "120200", { toName: "" }],
  ["a name over 35 signs", "120200", { toName: "x".repeat(36) }],
  ["a phone of a recipient in the US without its area code", "120213", phone("ShipTo", { Number: "5550100" })],
  ["a phone of a shipper in the US without its area code", "120115", phone("Shipper", { Number: "5550100" })],
  ["a phone of a sender in the US without its area code", "120313", phone("ShipFrom", { Number: "5550100" })],
  ["letters for a phone", "120209", phone("ShipTo", { Number: "1-800-FLOWERS" })],
  ["an extension of five digits", "120212", phone("ShipTo", { Number: "3124433600", Extension: "12345" })],
  ["an extension that is none", "120214", phone("ShipTo", { Number: "3124433600", Extension: "x1" })],
  ["a phone and extension of over 15 digits", "120217", phone("ShipTo", { Number: "443124433600", Extension: "1234" })],
  [
    "an extension of a shipper in Germany",
    "120117",
    { from: munich, to: munich, service: "11", ...phone("Shipper", { Number: "498923300", Extension: "1" }, munich) },
  ],
  ["no package", "110002", { packages: [] }],
  [
    "metric measures from the United States",
    "121057",
    {
      pkg: {
        PackageWeight: { UnitOfMeasurement: { Code: "KGS" }, Weight: "1" },
        Dimensions: { UnitOfMeasurement: { Code: "CM" }, Length: "9", Width: "9", Height: "9" },
      },
    },
  ],
  ["a service that the origin does not have", "121100", { service: "74" }],
  ["a service that does not reach the destination", "121210", { to: paris, service: "03" }],
  [
    "a shipment signature inside the US",
    "121211",
    { shipment: { ShipmentServiceOptions: { DeliveryConfirmation: { DCISType: "1" } } } },
  ],
  ["nobody paying", "121527", { shipment: { PaymentInformation: {} } }],
  ["another account paying as shipper", "120412", charge({ Type: "01", BillShipper: { AccountNumber: "ZZZZZZ" } })],
  ["a receiver paying without an account", "120412", charge({ Type: "01", BillReceiver: { AccountNumber: "" } })],
  [
    "a third party paying without an address",
    "120430",
    charge({ Type: "01", BillThirdParty: { AccountNumber: "ZZZZZZ" } }),
  ],
  ["a reference of the shipment inside the US", "120541", { shipment: reference }],
  ["a reference of a package abroad", "120541", { ...abroad, pkg: reference }],
  ["a reference over 35 signs", "10006", { pkg: { ReferenceNumber: [{ Value: "x".repeat(36) }] } }],
  ["six references", "10006", { pkg: { ReferenceNumber: Array.from({ length: 6 }, () => ({ Value: "A" })) } }],
  ["goods without a description abroad", "20007", { ...abroad, shipment: { Description: "" } }],
  ["no invoice total to Canada", "120502", { to: ottawa, service: "11" }],
  [
    "a declared value over 50,000 dollars",
    "121025",
    { pkg: { PackageServiceOptions: { DeclaredValue: { CurrencyCode: "USD", MonetaryValue: "50000.01" } } } },
  ],
  ["a ship date eight days ahead", "10006", { shipment: { ShipmentDate: "20260310" } }],
  ["a PDF label", "20008", { labelFormat: "PDF" }],
  ["no label format", "20007", { labelFormat: "" }],
];

it.each(refusals)("refuses %s with %s and books nothing", async (_, code, parts) => {
  const request: Body = shipRequest(parts);
  if (parts.labelFormat === "") request.ShipmentRequest.LabelSpecification.LabelImageFormat.Code = "";
  const answer = await ups.post(shipPath, request);
  expect([answer.status, errorCode(answer)]).toEqual([400, code]);
  expect(await ups.control.ledger()).toEqual([]);
});

it("needs a contact and a phone across borders and for Next Day Air Early", async () => {
  for (const parts of [abroad, { service: "14" }]) {
    const anonymous: Body = shipRequest(parts);
    anonymous.ShipmentRequest.Shipment.ShipTo.AttentionName = "";
    expect(errorCode(await ups.post(shipPath, anonymous))).toBe("120201");
    const silent: Body = shipRequest(parts);
    delete silent.ShipmentRequest.Shipment.ShipTo.Phone;
    expect(errorCode(await ups.post(shipPath, silent))).toBe("120209");
  }
});

it("needs a stock size of 4 by 6 or 8 inches for thermal labels only", async () => {
  const withStock = (format: string, stock: object | undefined) => {
    const request: Body = shipRequest({ labelFormat: format });
    request.ShipmentRequest.LabelSpecification.LabelStockSize = stock;
    return ups.post(shipPath, request);
  };
  expect(errorCode(await withStock("ZPL", undefined))).toBe("20007");
  expect(errorCode(await withStock("EPL", { Height: "5", Width: "4" }))).toBe("20008");
  expect((await withStock("GIF", undefined)).status).toBe(200);
  expect((await withStock("SPL", { Height: "8", Width: "4" })).status).toBe(200);
});

it("accepts references where the lane has them, and an invoice total to Canada", async () => {
  const accepted: RequestParts[] = [
    { pkg: reference },
    { ...abroad, shipment: reference },
    { from: paris, to: munich, service: "11", shipment: reference },
    { to: ottawa, service: "11", shipment: { ...value, ...reference } },
  ];
  for (const parts of accepted) expect((await ups.post(shipPath, shipRequest(parts))).status).toBe(200);
});

it("refuses the names that only Rating has", async () => {
  const answer = await ups.post(shipPath, shipRequest({ pkg: { PackagingType: { Code: "02" } } }));
  expect(errorCode(answer)).toBe("10002");
});
