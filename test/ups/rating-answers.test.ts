import { Decimal } from "decimal.js";
import type { RatedService } from "../../src/carrier/rating.js";
import { asAsked } from "../../src/ups/rating/as-asked.js";
import { parseRating } from "../../src/ups/rating/parse-rating.js";
import { aRateRequest } from "./builders.js";
import { fixture } from "./fixtures.js";

const money = (MonetaryValue: unknown, CurrencyCode: unknown = "USD") => ({ MonetaryValue, CurrencyCode });
const rated = (over: object = {}) => ({ Service: { Code: "03" }, TotalCharges: money("12.30"), ...over });
const parsed = (...RatedShipment: unknown[]) =>
  parseRating({ RateResponse: { Response: { ResponseStatus: { Code: "1" } }, RatedShipment } });
const first = (over: object) => parsed(rated(over))?.value[0];

const inWords = ({ charges }: RatedService) => charges.map(({ kind, amount }) => `${kind} ${amount.amount}`);
const sumOf = ({ charges }: RatedService) =>
  charges.reduce((sum, { amount }) => sum.plus(amount.amount), new Decimal(0)).toFixed(2);

describe("charges that stand with the packages", () => {
  it("are the shipment's, whose own base charge of zero is none", () => {
    const services = parseRating(fixture("rating", "base-charges-of-packages"))?.value ?? [];
    expect(services.map(inWords)).toEqual([
      ["BASE 28.80", "FUEL 5.35", "RESIDENTIAL 5.95"],
      ["BASE 100.00", "FUEL 21.50"],
    ]);
    expect(services.map(sumOf)).toEqual(services.map(({ total }) => total.amount));
  });

  it("are itemised at the negotiated price, with the corrections that it needs", () => {
    const [only] = parseRating(fixture("rating", "negotiated-base-of-packages"))?.value ?? [];
    expect(only).toMatchObject({ total: { amount: "25.00" }, published: { amount: "60.00" } });
    expect(only && inWords(only)).toEqual(["BASE 16.00", "FUEL 3.60", "EXTENDED_AREA 4.90", "OTHER 0.50"]);
    expect(only?.charges.at(-1)).toMatchObject({ carrierChargeCode: "DTM", name: "Correction for the destination" });
  });

  it("hold a correction already where the price is reached without it", () => {
    const pkg = { BaseServiceCharge: money("12.30"), RateModifier: { ModifierType: "ORM", Amount: "-1.00" } };
    const only = first({ BaseServiceCharge: money("0.00"), RatedPackage: pkg });
    expect(only && inWords(only)).toEqual(["BASE 12.30"]);
  });

  it("are lowered by a correction that is negative", () => {
    const pkg = { BaseServiceCharge: money("13.30"), RateModifier: [{ ModifierType: "ORM", Amount: "-1.00" }] };
    const only = first({ RatedPackage: [pkg] });
    expect(only && inWords(only)).toEqual(["BASE 13.30", "OTHER -1.00"]);
  });

  it("are not counted twice where the shipment tells its base charge as well", () => {
    const pkg = { BaseServiceCharge: money("12.30") };
    const only = first({ BaseServiceCharge: money("12.30"), RatedPackage: [pkg] });
    expect(only && inWords(only)).toEqual(["BASE 12.30"]);
  });
});

it("offers a service once that is answered twice, alike in everything", () => {
  const dearer = rated({ TotalCharges: money("15.00") });
  expect(parsed(rated(), rated(), dearer)?.value.map(({ total }) => total.amount)).toEqual(["12.30", "15.00"]);
});

describe("a price", () => {
  it.each([
    [12.3, "12.30"],
    [12, "12.00"],
    ["1,234.50", "1234.50"],
    ["1,234,567.89", "1234567.89"],
    ["12,30", "12.30"],
    [" 12.30 ", "12.30"],
    ["+12.30", "12.30"],
    [".50", "0.50"],
  ])("of %j is %s", (written, amount) => {
    expect(first({ TotalCharges: money(written) })?.total).toEqual({ amount, currencyCode: "USD" });
  });

  it.each([
    ["RMB", "CNY"],
    ["CNH", "CNY"],
    ["rmb ", "CNY"],
    ["NTD", "TWD"],
    ["EUR", "EUR"],
  ])("in %s is in %s, and its charges are", (written, currencyCode) => {
    const only = first({ TotalCharges: money("12.30", written), BaseServiceCharge: money("12.30", written) });
    expect(only).toMatchObject({ total: { currencyCode }, charges: [{ kind: "BASE", amount: { currencyCode } }] });
  });

  const odd = ["", "US$", "$", "USDX", "XQQ", null, undefined, {}].map((code) => money("12.30", code ?? null));
  it.each([money("N/A"), money("1.2.3"), ...odd, { MonetaryValue: "12.30" }, "?", null])(
    "of %j costs its own offer alone, and is told",
    (TotalCharges) => {
      const answer = parsed(
        rated(),
        rated({ Service: { Code: "02" }, TotalCharges }),
        rated({ Service: { Code: "01" } }),
      );
      expect(answer?.value.map(({ carrierServiceCode }) => carrierServiceCode)).toEqual(["03", "01"]);
      const text = "UPS's price of its service 02 cannot be read, so the service is not offered.";
      const serviceCode = "UPS_2ND_DAY_AIR";
      expect(answer?.messages).toEqual([{ code: "PRICE_UNREADABLE", severity: "WARNING", text, serviceCode }]);
    },
  );

  it.each(["US$", "QQQ"])("of a charge in %s is none that is itemised", (code) => {
    const RatedPackage = {
      BaseServiceCharge: money("9.00", code),
      ItemizedCharges: { Code: "375", ...money("1.00", code) },
    };
    const only = first({ RatedPackage, ItemizedCharges: [{ Code: "270", ...money("2.30") }] });
    expect(only && inWords(only)).toEqual(["RESIDENTIAL 2.30", "OTHER 10.00"]);
  });

  it("under a contract that cannot be read is no published one", () => {
    const NegotiatedRateCharges = { TotalCharge: money("much") };
    expect(parsed(rated({ NegotiatedRateCharges }), rated())?.value).toHaveLength(1);
    expect(parsed(rated({ NegotiatedRateCharges }))).toMatchObject({
      value: [],
      messages: [{ code: "PRICE_UNREADABLE", serviceCode: "UPS_GROUND" }],
    });
  });

  it.each([{ Service: null }, { Service: { Code: "" } }])(
    "for nobody knows what (%j) is told in plain words",
    (over) => {
      const answer = parsed(rated(), rated(over));
      expect(answer?.value).toHaveLength(1);
      expect(answer?.messages.map(({ text }) => text)).toEqual([
        "UPS sent a price and not for which service, so nothing is offered for it.",
      ]);
      expect(parsed(rated(over))).toBeNull();
    },
  );

  it("asked for by a name that shares UPS's number is told under that name", () => {
    const answer = parsed({ Service: { Code: "03" }, TotalCharges: "?" });
    const named = asAsked(answer, aRateRequest({ serviceCode: "UPS_GROUND_SIMPLE_RATE" }));
    expect(named?.messages).toMatchObject([{ code: "PRICE_UNREADABLE", serviceCode: "UPS_GROUND_SIMPLE_RATE" }]);
  });

  it("of zero under a contract gives way to the published one, and the other way round", () => {
    const zero = { BaseServiceCharge: money("0.00"), TotalCharge: money("0.00") };
    expect(first({ NegotiatedRateCharges: zero })).toMatchObject({
      total: { amount: "12.30" },
      negotiated: null,
      negotiatedState: "UNKNOWN",
    });
    const NegotiatedRateCharges = { TotalCharge: money("9.10"), TotalChargesWithTaxes: money("0.00") };
    expect(first({ TotalCharges: money("0.00"), NegotiatedRateCharges })).toMatchObject({
      total: { amount: "9.10" },
      published: null,
      negotiatedState: "APPLIED",
    });
    expect(first({ TotalCharges: money("0.00") })?.total.amount).toBe("0.00");
  });
});

describe("the day of delivery", () => {
  const arrival = (day: unknown, time: unknown) => ({
    TimeInTransit: {
      ServiceSummary: { EstimatedArrival: { Arrival: { Date: day, Time: time }, BusinessDaysInTransit: "2" } },
    },
  });

  it.each([
    ["20260303", "103000", "2026-03-03", "10:30"],
    ["2026-03-03", "10:30:00", "2026-03-03", "10:30"],
    [20260303, 90000, "2026-03-03", "09:00"],
    ["20260303", "930", "2026-03-03", "09:30"],
    ["20260303", "1030", "2026-03-03", "10:30"],
    ["20260303", "9:30 A.M.", "2026-03-03", "09:30"],
    ["20260303", "End of Day", "2026-03-03", null],
    ["20260230", null, null, null],
  ])("of %j %j is %s %s", (day, time, estimatedDeliveryDate, estimatedDeliveryTime) => {
    expect(first(arrival(day, time))).toMatchObject({ estimatedDeliveryDate, estimatedDeliveryTime, transitDays: 2 });
  });

  it("is told by the guarantee where there is no time in transit", () => {
    const [, second] = parseRating(fixture("rating", "base-charges-of-packages"))?.value ?? [];
    expect(second).toMatchObject({
      estimatedDeliveryDate: "2026-03-03",
      estimatedDeliveryTime: "10:30",
      transitDays: 1,
      isGuaranteed: true,
    });
    expect(first({ GuaranteedDelivery: { BusinessDaysInTransit: null, DeliveryByTime: null } })).toMatchObject({
      transitDays: null,
      isGuaranteed: null,
    });
    expect(first({ TimeInTransit: null })).toMatchObject({ transitDays: null, estimatedDeliveryDate: null });
  });
});

it.each([
  [
    { UnitOfMeasurement: { Code: "LBS" }, Weight: "7.0" },
    { value: 7, unit: "LB" },
  ],
  [
    { UnitOfMeasurement: { Code: "kgs" }, Weight: 2.5 },
    { value: 2.5, unit: "KG" },
  ],
  [
    { UnitOfMeasurement: [{ Code: "OZS" }], Weight: "1,200.5" },
    { value: 1200.5, unit: "OZ" },
  ],
  [{ UnitOfMeasurement: null, Weight: "7.0" }, null],
  [{ UnitOfMeasurement: { Code: "LBS" }, Weight: null }, null],
])("reads the billed weight %j", (BillingWeight, billableWeight) => {
  expect(first({ BillingWeight })?.billableWeight).toEqual(billableWeight);
});
