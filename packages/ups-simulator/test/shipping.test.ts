import { checkDigit } from "../src/ledger/tracking-number.js";
import { munich, newYork, ottawa, paris, type RequestParts, rateRequest, shipRequest, toronto } from "./requests.js";
import { type Body, ratePath, type SimulatedUps, shipPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const results = (answer: { body: Body }): Body => answer.body.ShipmentResponse.ShipmentResults;
const text = (pkg: Body) => Buffer.from(pkg.ShippingLabel.GraphicImage, "base64").toString("latin1");

it("books packages in the order of the request, each with a valid number and its own label", async () => {
  const packages = [1, 2, 3].map((number) => ({ ReferenceNumber: [{ Value: `BOX ${number}` }] }));
  const answer = await ups.post(shipPath, shipRequest({ packages }));
  expect(answer.status).toBe(200);
  const { PackageResults, ShipmentIdentificationNumber } = results(answer);
  expect(PackageResults).toHaveLength(3);
  expect(ShipmentIdentificationNumber).toBe(PackageResults[0].TrackingNumber);
  for (const [index, pkg] of PackageResults.entries()) {
    expect(pkg.TrackingNumber).toMatch(/^1ZA1B2C303\d{8}$/);
    expect(checkDigit(pkg.TrackingNumber.slice(2, 17))).toBe(Number(pkg.TrackingNumber.slice(17)));
    expect(pkg.ShippingLabel.ImageFormat).toEqual({ Code: "ZPL", Description: "ZPL" });
    expect(text(pkg)).toContain(`BOX ${index + 1}`);
    expect(text(pkg)).toContain(`^FD${pkg.TrackingNumber}^FS`);
  }
});

const priced: [string, RequestParts][] = [
  ["a plain package", {}],
  [
    "several packages and a signature",
    { packages: [{}, {}], pkg: { PackageServiceOptions: { DeliveryConfirmation: { DCISType: "3" } } } },
  ],
  ["Saturday delivery", { service: "01", shipment: { ShipmentServiceOptions: { SaturdayDeliveryIndicator: "" } } }],
  ["a residential address", { to: { ...newYork, ResidentialAddressIndicator: "" } }],
  ["taxes in Canada", { from: ottawa, to: toronto, service: "11", shipment: { TaxInformationIndicator: "" } }],
  [
    "taxes without a contract",
    { account: "A1B2CN", from: paris, to: munich, service: "11", shipment: { TaxInformationIndicator: "" } },
  ],
  ["an export", { to: paris, service: "07" }],
];

it.each(priced)("charges what Rating said for %s", async (_, parts) => {
  const quote = (await ups.post(ratePath, rateRequest(parts))).body.RateResponse.RatedShipment[0];
  const { ShipmentCharges, NegotiatedRateCharges, BillingWeight, PackageResults } = results(
    await ups.post(shipPath, shipRequest(parts)),
  );
  expect(ShipmentCharges.TotalCharges).toEqual(quote.TotalCharges);
  expect(ShipmentCharges.TotalChargesWithTaxes).toEqual(quote.TotalChargesWithTaxes);
  expect(NegotiatedRateCharges?.TotalCharge).toEqual(quote.NegotiatedRateCharges?.TotalCharge);
  expect(NegotiatedRateCharges?.TotalChargesWithTaxes).toEqual(quote.NegotiatedRateCharges?.TotalChargesWithTaxes);
  expect(BillingWeight).toEqual(quote.BillingWeight);
  const atPublished = itemised(ShipmentCharges, PackageResults);
  expect(atPublished).toEqual(itemised(quote, quote.RatedPackage));
  const negotiatedOf = (packages: Body[]) => packages.map((pkg) => pkg.NegotiatedCharges);
  const atNegotiated = itemised(NegotiatedRateCharges, negotiatedOf(PackageResults));
  expect(atNegotiated).toEqual(itemised(quote.NegotiatedRateCharges, negotiatedOf(quote.RatedPackage)));
});

/** By number, whether they stand with the shipment or with its packages. */
function itemised(shipment: Body | undefined, packages: (Body | undefined)[]): Record<string, number> {
  const sums: Record<string, number> = {};
  const charges = [shipment, ...packages].flatMap((part) => part?.ItemizedCharges ?? []);
  for (const { Code, MonetaryValue } of charges)
    sums[Code] = (sums[Code] ?? 0) + Math.round(Number(MonetaryValue) * 100);
  return sums;
}

it("writes into the ledger what was booked and what it cost", async () => {
  const before = (await ups.control.ledger()).length;
  const reference = { ReferenceNumber: [{ Value: "ORDER 7" }, { Value: "PX7" }] };
  const booked = results(await ups.post(shipPath, shipRequest({ pkg: reference })));
  const ledger = await ups.control.ledger();
  expect(ledger).toHaveLength(before + 1);
  expect(ledger.at(-1)).toEqual({
    shipmentIdentificationNumber: booked.ShipmentIdentificationNumber,
    shipperNumber: "A1B2C3",
    serviceCode: "03",
    bookedAt: "2026-03-02T15:00:00.000Z",
    references: ["ORDER 7", "PX7"],
    packages: [{ trackingNumber: booked.ShipmentIdentificationNumber, voidedAt: null }],
    voidedAt: null,
    total: {
      amount: booked.NegotiatedRateCharges.TotalCharge.MonetaryValue,
      currencyCode: "USD",
    },
    transId: "0123456789abcdef0123456789abcdef",
    billedTo: { payer: "SHIPPER", accountNumber: "A1B2C3" },
  });
});

it("ships 200 packages in one request", async () => {
  const packages = Array.from({ length: 200 }, () => ({}));
  const { PackageResults } = results(await ups.post(shipPath, shipRequest({ packages })));
  expect(new Set(PackageResults.map((pkg: Body) => pkg.TrackingNumber)).size).toBe(200);
});

const alertCodes = (answer: { body: Body }) =>
  (answer.body.ShipmentResponse.Response.Alert ?? []).map((alert: Body) => alert.Code);

it("alerts where a duty payer is named without need, and where customs want an invoice", async () => {
  const account = { AccountNumber: "A1B2C3" };
  const charges = [
    { Type: "01", BillShipper: account },
    { Type: "02", BillShipper: account },
  ];
  const shipment = { PaymentInformation: { ShipmentCharge: charges } };
  expect(alertCodes(await ups.post(shipPath, shipRequest({ shipment })))).toEqual(["121524"]);
  const abroad = await ups.post(shipPath, shipRequest({ to: paris, service: "07", shipment }));
  expect(alertCodes(abroad)).toEqual(["120016"]);
  expect(results(abroad).ShipmentCharges.ItemizedCharges.map((charge: Body) => charge.Code)).toContain("378");
});
