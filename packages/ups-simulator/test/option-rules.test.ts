import {
  chicago,
  munich,
  newYork,
  ottawa,
  paris,
  type RequestParts,
  rateRequest,
  shipRequest,
  zurich,
} from "./requests.js";
import { type Body, errorCode, ratePath, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const cod = (CODFundsCode: string, CurrencyCode = "USD", MonetaryValue = "50") => ({
  COD: { CODFundsCode, CODAmount: { CurrencyCode, MonetaryValue } },
});
const ofPackage = (...terms: Parameters<typeof cod>) => ({ pkg: { PackageServiceOptions: cod(...terms) } });
const ofShipment = (...terms: Parameters<typeof cod>) => ({ shipment: { ShipmentServiceOptions: cod(...terms) } });
const inEurope = { from: paris, to: munich, service: "11" };
const toStates = { from: ottawa, to: chicago, service: "65" };

const collection: [string, string | null, RequestParts][] = [
  ["any check inside the US", null, ofPackage("0")],
  ["cash of a package", "120626", ofPackage("1")],
  ["more than 50,000 dollars", "121125", ofPackage("0", "USD", "50000.01")],
  ["nothing", "120610", ofPackage("0", "USD", "0")],
  ["euros in the US", "120597", ofPackage("0", "EUR")],
  ["a package from Canada to the US", null, { ...toStates, ...ofPackage("8") }],
  ["a shipment inside the US", "121155", ofShipment("9")],
  ["a shipment inside the European Union", null, { ...inEurope, ...ofShipment("1", "EUR") }],
  ["a cashier's check there", "120626", { ...inEurope, ...ofShipment("8", "EUR") }],
  ["a package there", "121156", { ...inEurope, ...ofPackage("0", "EUR") }],
  ["a shipment from Switzerland", "121155", { from: zurich, to: munich, service: "11", ...ofShipment("1", "EUR") }],
];

it.each(collection)("answers a collection of %s with %s", async (_, code, parts) => {
  const answer = await ups.post(shipPath, shipRequest(parts));
  expect(code === null ? answer.status : errorCode(answer)).toBe(code ?? 200);
});

it("refuses to collect with a UPS Letter from Canada to the United States", async () => {
  const letter = { Packaging: { Code: "01" }, PackageServiceOptions: cod("0") };
  expect(errorCode(await ups.post(shipPath, shipRequest({ ...toStates, pkg: letter })))).toBe("121155");
});

const paying = (entry: object) => ({
  shipment: { PaymentInformation: { ShipmentCharge: [{ Type: "01", ...entry }] } },
});
const receiver = (AccountNumber: string, PostalCode = "60603") =>
  paying({ BillReceiver: { AccountNumber, Address: { PostalCode } } });

const payments: [string, string | null, RequestParts][] = [
  ["the receiver", null, receiver("X1Y2Z3")],
  ["the receiver without a postal code in the US", "120437", paying({ BillReceiver: { AccountNumber: "X1Y2Z3" } })],
  ["an account that does not exist", "120412", receiver("000000")],
  ["a third party", null, paying({ BillThirdParty: { AccountNumber: "X1Y2Z3", Address: { CountryCode: "FR" } } })],
  [
    "a third party without its postal code in Canada",
    "120437",
    paying({ BillThirdParty: { AccountNumber: "X1Y2Z3", Address: { CountryCode: "CA" } } }),
  ],
  ["the consignee inside the US", null, paying({ ConsigneeBilledIndicator: "" })],
  ["the consignee abroad", "121180", { to: paris, service: "07", ...paying({ ConsigneeBilledIndicator: "" }) }],
];

it.each(payments)("answers freight paid by %s with %s", async (_, code, parts) => {
  const answer = await ups.post(shipPath, shipRequest(parts));
  expect(code === null ? answer.status : errorCode(answer)).toBe(code ?? 200);
});

it("judges payers in Rate as in Ship", async () => {
  const payment = (bill: object) => ({ shipment: { PaymentDetails: { ShipmentCharge: [{ Type: "01", ...bill }] } } });
  const bill = (AccountNumber: string) => ({ BillReceiver: { AccountNumber, Address: { PostalCode: "60603" } } });
  expect((await ups.post(ratePath, rateRequest(payment(bill("X1Y2Z3"))))).status).toBe(200);
  expect(errorCode(await ups.post(ratePath, rateRequest(payment(bill("000000")))))).toBe("111580");
});

const writing = (NotificationCode: string, EMailAddress: string[] = ["ada@example.com"], Memo = "") => ({
  ShipmentServiceOptions: { Notification: [{ NotificationCode, EMail: { EMailAddress, ...(Memo && { Memo }) } }] },
});

const notifications: [string, string | null, RequestParts][] = [
  ["shipping", null, { shipment: writing("6") }],
  ["the way of what goes out", "10006", { shipment: writing("5") }],
  ["no address", "120519", { shipment: writing("7", []) }],
  [
    "six addresses",
    "120520",
    {
      shipment: writing(
        "7",
        Array.from({ length: 6 }, () => "ada@example.com"),
      ),
    },
  ],
  ["151 signs", "120515", { shipment: writing("8", ["ada@example.com"], "x".repeat(151)) }],
  ["delivery across borders", null, { ...inEurope, shipment: writing("8") }],
  ["delivery inside Germany", "121211", { from: munich, to: munich, service: "11", shipment: writing("8") }],
];

it.each(notifications)("answers a notification about %s with %s", async (_, code, parts) => {
  const answer = await ups.post(shipPath, shipRequest(parts));
  expect(code === null ? answer.status : errorCode(answer)).toBe(code ?? 200);
});

it("prints the first of several collected labels as GIF, and gives the turn-in page again with Recovery", async () => {
  const answer: Body = await ups.post(shipPath, shipRequest({ ...ofPackage("0"), packages: [{}, {}] }));
  const { PackageResults, CODTurnInPage } = answer.body.ShipmentResponse.ShipmentResults;
  expect(PackageResults.map((result: Body) => result.ShippingLabel.ImageFormat.Code)).toEqual(["GIF", "ZPL"]);
  expect(CODTurnInPage.Image.ImageFormat.Code).toBe("HTML");
  const recovered: Body = await ups.post("/api/labels/v1/recovery", {
    LabelRecoveryRequest: { TrackingNumber: PackageResults[0].TrackingNumber },
  });
  expect(recovered.body.LabelRecoveryResponse.CODTurnInPage).toEqual(CODTurnInPage);
});

it("logs packages worth more than 999 twice, in the printer's language", async () => {
  const worth = (MonetaryValue: string) => ({
    PackageServiceOptions: { DeclaredValue: { CurrencyCode: "USD", MonetaryValue } },
  });
  const papers = async (labelFormat: string, value: string) => {
    const answer: Body = await ups.post(shipPath, shipRequest({ from: newYork, pkg: worth(value), labelFormat }));
    return answer.body.ShipmentResponse.ShipmentResults.ControlLogReceipt?.map(
      (receipt: Body) => receipt.ImageFormat.Code,
    );
  };
  expect(await papers("ZPL", "1000")).toEqual(["ZPL", "ZPL"]);
  expect(await papers("GIF", "1000")).toEqual(["HTML", "HTML"]);
  expect(await papers("GIF", "999")).toBeUndefined();
});
