import type { Money } from "../../src/carrier/values.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { shipmentNotices } from "../../src/ups/checks/shipment-notices.js";
import { anAddress, aPackage, someDetails, someOptions } from "./builders.js";

const now = new Date("2026-03-02T12:00:00Z");
const money = (amount: string, currencyCode: string): Money => ({ amount, currencyCode });
const inEurope = { shipFrom: anAddress("berlin"), shipTo: anAddress("paris") };
const declared = (...values: Money[]) =>
  someDetails({
    ...inEurope,
    packages: values.map((declaredValue) => aPackage({ declaredValue, description: "Art" })),
  });

describe("a declared value in another currency than the limit's", () => {
  it.each([
    ["EUR", "30000.00", []],
    ["EUR", "45000.00", ["AMOUNT_NEAR_LIMIT"]],
    ["GBP", "25000.00", ["AMOUNT_NEAR_LIMIT"]],
    ["JPY", "1000000", []],
    ["JPY", "7000000", ["AMOUNT_NEAR_LIMIT"]],
    ["XAU", "20000.00", ["AMOUNT_NEAR_LIMIT"]],
    ["USD", "49999.00", []],
  ])("of %s %s is told of", (currency, amount, codes) => {
    expect(shipmentNotices(declared(money(amount, currency)), now).map(({ code }) => code)).toEqual(codes);
  });

  it("names the package", () => {
    const details = declared(money("10.00", "EUR"), money("45000.00", "EUR"));
    expect(shipmentNotices(details, now)).toMatchObject([
      { severity: "WARNING", text: expect.stringContaining("package 2") },
    ]);
  });

  it.each([
    ["US", "USD", "50000.01"],
    ["DE", "EUR", "60000.00"],
    ["GB", "GBP", "50001"],
    ["CA", "CAD", "80000"],
    ["PL", "PLN", "300000"],
    ["JP", "JPY", "9000000"],
  ])("is refused from %s for %s %s, at any plausible rate, before UPS is asked", (countryCode, currency, amount) => {
    const packages = [aPackage(), aPackage({ declaredValue: money(amount, currency) })];
    const details = someDetails({ shipFrom: anAddress("berlin", { countryCode }), packages });
    for (const service of [null, "UPS_WORLDWIDE_SAVER"]) {
      const problems = checkShipment(details, service, now).map(({ code, path }) => `${code} ${path.join(".")}`);
      expect(problems).toContain("INVALID packages.1.declaredValue.amount");
    }
  });
});

it.each([
  ["48000.00", []],
  ["56000.00", ["INVALID options.collectOnDelivery.amount"]],
])("refuses %s EUR to collect where no rate would be under the limit: %s", (amount, expected) => {
  const options = someOptions({ collectOnDelivery: money(amount, "EUR"), collectOnDeliveryFunds: "CASH" });
  const problems = checkShipment(someDetails({ ...inEurope, options }), "UPS_STANDARD", now);
  expect(problems.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(expected);
});

it("tells of collected amounts alike", () => {
  const options = someOptions({ collectOnDelivery: money("48000.00", "EUR"), collectOnDeliveryFunds: "CASH" });
  const codes = shipmentNotices(someDetails({ ...inEurope, options }), now).map(({ code }) => code);
  expect(codes).toEqual(["AMOUNT_NEAR_LIMIT"]);
});
