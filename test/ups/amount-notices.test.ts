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
    const details = declared(money("10.00", "EUR"), money("60000.00", "EUR"));
    expect(shipmentNotices(details, now)).toMatchObject([
      { severity: "WARNING", text: expect.stringContaining("package 2") },
    ]);
  });

  it("is refused in dollars", () => {
    const details = someDetails({ packages: [aPackage({ declaredValue: money("50000.01", "USD") })] });
    const problems = checkShipment(details, "UPS_GROUND", now).map(({ code, path }) => `${code} ${path.join(".")}`);
    expect(problems).toEqual(["INVALID packages.0.declaredValue.amount"]);
  });
});

it("tells of collected amounts alike", () => {
  const options = someOptions({ collectOnDelivery: money("48000.00", "EUR"), collectOnDeliveryFunds: "CASH" });
  const codes = shipmentNotices(someDetails({ ...inEurope, options }), now).map(({ code }) => code);
  expect(codes).toEqual(["AMOUNT_NEAR_LIMIT"]);
});
