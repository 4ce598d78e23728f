import { Decimal } from "decimal.js";
import type { RatedService } from "../../src/carrier/rating.js";
import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import { parseRating } from "../../src/ups/rating/parse-rating.js";
import { anAccount, anAddress, aPackage, aRateRequest, someDetails, someOptions } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

const sumOf = ({ charges }: RatedService) =>
  charges.reduce((sum, { amount }) => sum.plus(amount.amount), new Decimal(0));

describe("charges through the simulator", () => {
  let ups: SimulatedUps;
  beforeAll(async () => {
    ups = await startSimulatedUps();
  });
  afterAll(() => ups.close());

  const dear = aPackage({ declaredValue: { amount: "500", currencyCode: "USD" } });
  const home = { residentialStatus: "RESIDENTIAL" as const };
  const OPTIONS: [string, (details: ShipmentDetails) => ShipmentDetails][] = [
    ["nothing", (details) => details],
    ["a declared value", (details) => ({ ...details, packages: [dear] })],
    ["a signature", (details) => ({ ...details, options: someOptions({ signature: "SIGNATURE" }) })],
    ["an adult's signature", (details) => ({ ...details, options: someOptions({ signature: "ADULT_SIGNATURE" }) })],
    ["Saturday", (details) => ({ ...details, options: someOptions({ isSaturdayDelivery: true }) })],
    ["duties paid by the sender", (details) => ({ ...details, options: someOptions({ dutiesPayer: "SENDER" }) })],
    [
      "everything for three packages to a home",
      (details) => ({
        ...details,
        shipTo: { ...details.shipTo, ...home },
        packages: [dear, aPackage(), dear],
        options: someOptions({ signature: "ADULT_SIGNATURE", isSaturdayDelivery: true, dutiesPayer: "SENDER" }),
      }),
    ],
  ];

  it.each([
    ["newYork", "sanFrancisco"],
    ["newYork", "sanJuan"],
    ["newYork", "toronto"],
    ["newYork", "berlin"],
    ["toronto", "toronto"],
    ["toronto", "newYork"],
    ["berlin", "berlin"],
    ["berlin", "paris"],
    ["berlin", "newYork"],
  ] as const)("sum to the price from %s to %s, whatever is asked for and with either contract", async (from, to) => {
    for (const accountNumber of ["0A1B2C", "0A1B2N"]) {
      for (const [name, choose] of OPTIONS) {
        const details = choose(someDetails({ shipFrom: anAddress(from), shipTo: anAddress(to) }));
        const account = anAccount({ accountNumber });
        const outcome = await ups.adapter.rate(account, aRateRequest({ details }), { purchaseId: null });
        if (outcome.kind !== "ANSWERED") throw new Error(`${name}: ${JSON.stringify(outcome)}`);
        expect(outcome.value.length).toBeGreaterThan(0);
        for (const service of outcome.value) {
          const label = `${accountNumber} ${name} ${service.serviceCode}`;
          expect([label, sumOf(service).toFixed(2)]).toEqual([label, service.total.amount]);
          // The simulator itemises everything, so nothing is left unexplained.
          expect(
            service.charges.filter((charge) => charge.carrierChargeCode === null).map(({ kind }) => kind),
          ).not.toContain("OTHER");
        }
      }
    }
  });

  it("name what was asked for and what it costs under a contract", async () => {
    const details = someDetails({ packages: [dear], options: someOptions({ signature: "ADULT_SIGNATURE" }) });
    const request = aRateRequest({ details, serviceCode: "UPS_GROUND" });
    const outcome = await ups.adapter.rate(anAccount(), request, { purchaseId: null });
    const charges = outcome.kind === "ANSWERED" ? outcome.value[0]?.charges : [];
    expect(charges?.map(({ kind, amount }) => [kind, amount.amount])).toEqual([
      ["BASE", expect.any(String)],
      ["FUEL", expect.any(String)],
      ["SIGNATURE", "8.90"],
      ["DECLARED_VALUE", "6.75"],
    ]);
  });
});

describe("what an answer leaves unexplained", () => {
  const money = (MonetaryValue: string, CurrencyCode = "USD") => ({ MonetaryValue, CurrencyCode });
  const chargesFor = (rated: object) => {
    const RatedShipment = [{ Service: { Code: "03" }, ...rated }];
    const body = { RateResponse: { Response: { ResponseStatus: { Code: "1" } }, RatedShipment } };
    const [service] = parseRating(body)?.value ?? [];
    expect(service && sumOf(service).toFixed(2)).toBe(service?.total.amount);
    return service?.charges.map(({ kind, name, amount }) => [kind, name, amount.amount]);
  };
  const fuel = { Code: "375", ...money("2.00") };

  it("is one charge more", () => {
    const rated = { BaseServiceCharge: money("10.10"), ItemizedCharges: [fuel], TotalCharges: money("12.30") };
    expect(chargesFor(rated)).toEqual([
      ["BASE", "Transport", "10.10"],
      ["FUEL", "Fuel surcharge", "2.00"],
      ["OTHER", "Charges that UPS does not itemise", "0.20"],
    ]);
  });

  it("is a discount where the charges come to more than the negotiated price", () => {
    const NegotiatedRateCharges = {
      BaseServiceCharge: money("8.00"),
      TotalCharge: money("9.10"),
      ItemizedCharges: [fuel],
    };
    expect(chargesFor({ TotalCharges: money("20.00"), NegotiatedRateCharges })).toEqual([
      ["BASE", "Transport", "8.00"],
      ["FUEL", "Fuel surcharge", "2.00"],
      ["OTHER", "Discount", "-0.90"],
    ]);
  });

  it("is the whole price where nothing is itemised", () => {
    expect(chargesFor({ TotalCharges: money("20.00") })).toEqual([
      ["OTHER", "Charges that UPS does not itemise", "20.00"],
    ]);
  });

  it("holds what stands in another currency or is no number", () => {
    const ItemizedCharges = [
      { Code: "375", ...money("2.00", "EUR") },
      { Code: "270", ...money("n/a") },
    ];
    expect(chargesFor({ BaseServiceCharge: money("10.00"), ItemizedCharges, TotalCharges: money("13.00") })).toEqual([
      ["BASE", "Transport", "10.00"],
      ["OTHER", "Charges that UPS does not itemise", "3.00"],
    ]);
  });

  it("is not made of a tax that stands twice, nor of one outside the price", () => {
    const TaxCharges = [{ Type: "GST", MonetaryValue: "0.50" }];
    const NegotiatedRateCharges = {
      BaseServiceCharge: money("8.00"),
      TotalCharge: money("10.00"),
      ItemizedCharges: [fuel],
    };
    const withTaxes = { TaxCharges: [...TaxCharges, ...TaxCharges], TotalChargesWithTaxes: money("10.50") };
    const published = { TotalCharges: money("20.00"), TotalChargesWithTaxes: money("21.00"), TaxCharges };
    const names = (rated: object) => chargesFor({ ...published, ...rated })?.map(([, name]) => name);
    expect(names({ NegotiatedRateCharges: { ...NegotiatedRateCharges, ...withTaxes } })).toEqual([
      "Transport",
      "Fuel surcharge",
      "Tax (GST)",
    ]);
    expect(names({ NegotiatedRateCharges })).toEqual(["Transport", "Fuel surcharge"]);
  });
});
