import { chicago, munich, newYork, ottawa, paris, rateRequest, toronto, zurich } from "./requests.js";
import { type Body, ratePath, type SimulatedUps, shopPath, startUps } from "./simulator-client.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startUps({ now: () => new Date("2026-03-02T15:00:00Z") });
});
afterAll(() => ups.simulator.close());

const rated = (answer: { body: Body }): Body[] => answer.body.RateResponse.RatedShipment;
const cents = (charge: { MonetaryValue: string }) => Math.round(Number(charge.MonetaryValue) * 100);

it("rates one service: lists as lists, nameless service, zone, echo of the context", async () => {
  const { status, body } = await ups.post(ratePath, rateRequest());
  expect(status).toBe(200);
  expect(body.RateResponse.Response).toEqual({
    ResponseStatus: { Code: "1", Description: "Success" },
    Alert: [{ Code: "110971", Description: expect.any(String) }],
    TransactionReference: { CustomerContext: "quote 1", TransactionIdentifier: expect.stringMatching(/^sim/) },
  });
  const [only, ...rest] = rated({ body });
  expect(rest).toEqual([]);
  expect(only.Service).toEqual({ Code: "03", Description: "" });
  expect(only.Zone).toMatch(/^\d{3}$/);
  expect(Array.isArray(only.RatedPackage)).toBe(true);
  expect(Array.isArray(only.ItemizedCharges)).toBe(true);
});

it("adds up: base and fuel are transportation, transportation and options are the total", async () => {
  const signed = { PackageServiceOptions: { DeliveryConfirmation: { DCISType: "2" } } };
  const fuelOf = (charges: Body[]) => charges.find((charge) => charge.Code === "375");
  for (const [to, service, options] of [
    [toronto, "11", "0.00"],
    [chicago, "03", "6.65"],
  ] as const) {
    const pkg = to === chicago ? signed : {};
    const [only] = rated(await ups.post(ratePath, rateRequest({ to, service, pkg })));
    const [box] = only.RatedPackage;
    const { BaseServiceCharge, ItemizedCharges } = to === chicago ? box : only;
    expect(cents(only.TransportationCharges)).toBe(cents(BaseServiceCharge) + cents(fuelOf(ItemizedCharges)));
    expect(only.ServiceOptionsCharges.MonetaryValue).toBe(options);
    expect(cents(only.TotalCharges)).toBe(cents(only.TransportationCharges) + cents(only.ServiceOptionsCharges));
  }
});

it("tells base and fuel by package inside the United States, at both prices and when shopping too", async () => {
  for (const path of [ratePath, shopPath]) {
    const [first] = rated(await ups.post(path, rateRequest({ packages: [{}, {}] })));
    expect(first.BaseServiceCharge.MonetaryValue).toBe("0.00");
    expect(first.NegotiatedRateCharges.BaseServiceCharge.MonetaryValue).toBe("0.00");
    const atPublished = first.RatedPackage.map((pkg: Body) => cents(pkg.TotalCharges));
    expect(atPublished[0] + atPublished[1]).toBe(cents(first.TotalCharges));
    const atNegotiated = first.RatedPackage.map((pkg: Body) => cents(pkg.NegotiatedCharges.TotalCharge));
    expect(atNegotiated[0] + atNegotiated[1]).toBe(cents(first.NegotiatedRateCharges.TotalCharge));
    expect([...first.ItemizedCharges, ...first.NegotiatedRateCharges.ItemizedCharges]).toEqual([]);
  }
});

it("itemises the options of a package at both prices, as captured answers do", async () => {
  const pkg = { PackageServiceOptions: { DeclaredValue: { CurrencyCode: "USD", MonetaryValue: "500" } } };
  const declared = [{ Code: "400", CurrencyCode: "USD", MonetaryValue: "6.75", SubType: "EVS" }];
  const [withContract] = rated(await ups.post(ratePath, rateRequest({ pkg })));
  const [{ ItemizedCharges, NegotiatedCharges }] = withContract.RatedPackage;
  expect([ItemizedCharges[0], NegotiatedCharges.ItemizedCharges[0]]).toEqual([...declared, ...declared]);
  const [without] = rated(await ups.post(ratePath, rateRequest({ pkg, shipment: { ShipmentRatingOptions: {} } })));
  expect(without.RatedPackage[0].ItemizedCharges[0]).toEqual(declared[0]);
  expect(without.RatedPackage[0]).not.toHaveProperty("NegotiatedCharges");
});

it("gives the same price for the same question, and more for more weight, distance and speed", async () => {
  const price = async (parts: Parameters<typeof rateRequest>[0]) => {
    const [only] = rated(await ups.post(ratePath, rateRequest(parts)));
    return cents(only.TotalCharges);
  };
  const usual = await price({});
  expect(await price({})).toBe(usual);
  const heavy = { PackageWeight: { UnitOfMeasurement: { Code: "LBS" }, Weight: "20" } };
  expect(await price({ pkg: heavy })).toBeGreaterThan(usual);
  expect(
    await price({ to: { ...chicago, PostalCode: "94103", City: "San Francisco", StateProvinceCode: "CA" } }),
  ).toBeGreaterThan(usual);
  expect(await price({ service: "01" })).toBeGreaterThan(usual);
  expect(await price({ packages: [{}, {}] })).toBe(2 * usual);
});

it("bills the dimensional weight of a light, big box", async () => {
  const Dimensions = { UnitOfMeasurement: { Code: "IN" }, Length: "20", Width: "20", Height: "20" };
  const [only] = rated(await ups.post(ratePath, rateRequest({ pkg: { Dimensions } })));
  expect(only.BillingWeight).toEqual({ UnitOfMeasurement: { Code: "LBS", Description: "Pounds" }, Weight: "58.0" });
});

it("gives a negotiated price below the published one only with indicator and shipper number", async () => {
  const [withBoth] = rated(await ups.post(ratePath, rateRequest()));
  expect(cents(withBoth.NegotiatedRateCharges.TotalCharge)).toBeLessThan(cents(withBoth.TotalCharges));
  const [withoutIndicator] = rated(await ups.post(ratePath, rateRequest({ shipment: { ShipmentRatingOptions: {} } })));
  expect(withoutIndicator.NegotiatedRateCharges).toBeUndefined();
  const anonymous = { Shipper: { Name: "Museum Shop", Address: newYork } };
  const [withoutNumber] = rated(await ups.post(ratePath, rateRequest({ shipment: anonymous })));
  expect(withoutNumber.NegotiatedRateCharges).toBeUndefined();
});

it("puts taxes with the negotiated price only, and nowhere when nobody asks", async () => {
  const parts = { from: ottawa, to: toronto, service: "11" };
  const [untaxed] = rated(await ups.post(ratePath, rateRequest(parts)));
  expect([untaxed.TaxCharges, untaxed.NegotiatedRateCharges.TaxCharges]).toEqual([undefined, undefined]);
  const [taxed] = rated(await ups.post(ratePath, rateRequest({ ...parts, shipment: { TaxInformationIndicator: "" } })));
  expect(taxed.TaxCharges).toBeUndefined();
  const { TaxCharges, TotalCharge, TotalChargesWithTaxes } = taxed.NegotiatedRateCharges;
  expect(TaxCharges).toEqual([{ Type: "HST", MonetaryValue: expect.any(String) }]);
  expect(cents(TotalChargesWithTaxes)).toBe(cents(TotalCharge) + cents(TaxCharges[0]));
  expect(TotalCharge.CurrencyCode).toBe("CAD");
  const published = { TaxInformationIndicator: "", ShipmentRatingOptions: {} };
  const [plain] = rated(await ups.post(ratePath, rateRequest({ ...parts, shipment: published })));
  expect(plain.TaxCharges).toHaveLength(1);
});

it.each([
  ["the United States", newYork, chicago, ["14", "01", "13", "59", "02", "12", "03"], "USD"],
  ["US to Canada", newYork, ottawa, ["54", "07", "65", "08", "11"], "USD"],
  ["US to France", newYork, paris, ["54", "07", "65", "08"], "USD"],
  ["Canada", ottawa, toronto, ["14", "01", "13", "02", "11"], "CAD"],
  ["Canada to US", ottawa, newYork, ["14", "07", "65", "08", "12", "11"], "CAD"],
  ["France to Germany", paris, munich, ["54", "07", "65", "08", "11"], "EUR"],
  ["Germany", munich, munich, ["54", "07", "74", "65", "11"], "EUR"],
  ["France to Switzerland", paris, zurich, ["54", "07", "65", "08", "11"], "EUR"],
])("shops the services of %s", async (_, from, to, codes, currency) => {
  const answer = rated(await ups.post(shopPath, rateRequest({ from, to })));
  expect(answer.map((entry) => entry.Service.Code)).toEqual(codes);
  expect(new Set(answer.map((entry) => entry.TotalCharges.CurrencyCode))).toEqual(new Set([currency]));
});

it("gives services twice when Saturday is asked for, the second dearer by charge 300", async () => {
  const options = { ShipmentServiceOptions: { AvailableServicesOption: "1" } };
  const answer = rated(await ups.post("/api/rating/v2409/shop", rateRequest({ shipment: options })));
  const nextDay = answer.filter((entry) => entry.Service.Code === "01");
  expect(nextDay).toHaveLength(2);
  expect(nextDay[1].ItemizedCharges).toContainEqual({ Code: "300", CurrencyCode: "USD", MonetaryValue: "16.00" });
  expect(cents(nextDay[1].TotalCharges) - cents(nextDay[0].TotalCharges)).toBe(1600);
});

const deliveryTime = { PackageBillType: "03", Pickup: { Date: "20260306", Time: "1200" } };

it.each([
  ["by path", "/api/rating/v2409/Shoptimeintransit"],
  ["by query", "/api/rating/v2409/Shop?additionalinfo=timeintransit"],
])("tells time in transit %s, over a weekend", async (_, path) => {
  const answer = await ups.post(path, rateRequest({ shipment: { DeliveryTimeInformation: deliveryTime } }));
  const nextDay = rated(answer).find((entry) => entry.Service.Code === "01");
  expect(nextDay.TimeInTransit).toEqual({
    PickupDate: "20260306",
    PackageBillType: "03",
    Disclaimer: expect.any(String),
    ServiceSummary: {
      Service: { Description: "UPS Next Day Air" },
      EstimatedArrival: {
        Arrival: { Date: "20260309", Time: "103000" },
        BusinessDaysInTransit: "1",
        Pickup: { Date: "20260306", Time: "180000" },
        DayOfWeek: "MON",
        CustomerCenterCutoff: "170000",
        RestDays: "2",
        TotalTransitDays: "3",
      },
      GuaranteedIndicator: "",
      SaturdayDelivery: "0",
    },
  });
  expect(nextDay.GuaranteedDelivery).toEqual({ BusinessDaysInTransit: "1", DeliveryByTime: "10:30 A.M." });
});

it("delivers the Saturday variant on a Saturday", async () => {
  const shipment = { DeliveryTimeInformation: deliveryTime, ShipmentServiceOptions: { AvailableServicesOption: "3" } };
  const answer = rated(await ups.post("/api/rating/v2409/shoptimeintransit", rateRequest({ shipment })));
  const saturdays = answer.filter((entry) => entry.TimeInTransit.ServiceSummary.SaturdayDelivery === "1");
  expect(saturdays.map((entry) => entry.Service.Code)).toEqual(["14", "01", "02"]);
  for (const { TimeInTransit } of saturdays) {
    expect(TimeInTransit.ServiceSummary.EstimatedArrival).toMatchObject({
      DayOfWeek: "SAT",
      Arrival: { Date: "20260307" },
    });
  }
});

it("raises prices by the factor a test sets", async () => {
  const [before] = rated(await ups.post(ratePath, rateRequest()));
  await ups.control.setPriceFactor(1.5);
  const [after] = rated(await ups.post(ratePath, rateRequest()));
  await ups.control.setPriceFactor(1);
  expect(cents(after.BaseServiceCharge)).toBeCloseTo(1.5 * cents(before.BaseServiceCharge), -1);
});

it("reads single objects where lists are meant", async () => {
  const request: Body = rateRequest();
  request.RateRequest.Shipment.Package = request.RateRequest.Shipment.Package[0];
  request.RateRequest.Shipment.ShipTo.Address.AddressLine = "111 S Michigan Ave";
  expect((await ups.post(ratePath, request)).status).toBe(200);
});
