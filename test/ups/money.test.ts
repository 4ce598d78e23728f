import type { ShipmentDetails } from "../../src/carrier/shipment-details.js";
import type { Money } from "../../src/carrier/values.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { checkDeclaration } from "../../src/ups/customs/check-declaration.js";
import { goodsTotal } from "../../src/ups/customs/invoice-total.js";
import { unitValueText } from "../../src/ups/customs/product-lines.js";
import { serialiseInvoice } from "../../src/ups/customs/serialise-invoice.js";
import { serialiseShip } from "../../src/ups/shipping/serialise-ship.js";
import { anAccount, anAddress, aPackage, aShipRequest, someDetails } from "./builders.js";
import { aCustomsItem, aDeclaration } from "./customs-builders.js";

const now = new Date("2025-06-02T12:00:00Z");

/** From a country that declares in that currency, to the United States. */
const declaring = (countryCode: string, declaredValue: Money): ShipmentDetails =>
  someDetails({
    shipFrom: anAddress("berlin", { countryCode }),
    shipTo: anAddress("newYork"),
    packages: [aPackage({ weight: { value: 1, unit: "KG" }, declaredValue })],
  });

const problems = (details: ShipmentDetails) =>
  checkShipment(details, null, now).flatMap(({ code, path }) =>
    path.includes("amount") ? [`${code} ${path.join(".")}`] : [],
  );

const sent = (details: ShipmentDetails) => {
  const [first] = serialiseShip(anAccount(), aShipRequest({ details }), "p").ShipmentRequest.Shipment.Package;
  return (first as { PackageServiceOptions?: { DeclaredValue?: object } }).PackageServiceOptions?.DeclaredValue;
};

it.each([
  ["JP", "JPY", "1500", "1500"],
  ["JP", "JPY", "1500.00", "1500"],
  ["KR", "KRW", "20000.0", "20000"],
  ["HU", "HUF", "1500.50", "1500.50"],
  ["DE", "EUR", "10", "10"],
])("sends a value from %s in %s of %s as %s", (country, currencyCode, amount, MonetaryValue) => {
  const details = declaring(country, { amount, currencyCode });
  expect(problems(details)).toEqual([]);
  expect(sent(details)).toEqual({ CurrencyCode: currencyCode, MonetaryValue });
});

it.each([
  ["JP", "JPY", "1500.5"],
  ["KR", "KRW", "0.01"],
  ["DE", "EUR", "1.005"],
])("refuses parts of the smallest unit: from %s in %s, %s", (country, currencyCode, amount) => {
  expect(problems(declaring(country, { amount, currencyCode }))).toEqual(["INVALID packages.0.declaredValue.amount"]);
});

it("totals goods to the whole unit of the currency, and leaves a piece's value as it is", () => {
  const total = (currencyCode: string, amount: string) => goodsTotal(declaring("JP", { amount, currencyCode }));
  expect(total("JPY", "1500.5")).toEqual({ amount: "1501", currencyCode: "JPY" });
  expect(total("EUR", "15")).toEqual({ amount: "15.00", currencyCode: "EUR" });
  expect(unitValueText({ amount: "1500", currencyCode: "JPY" })).toBe("1500");
  expect(unitValueText({ amount: "0.125", currencyCode: "JPY" })).toBe("0.125");
  expect(unitValueText({ amount: "15", currencyCode: "USD" })).toBe("15.00");
});

it("prints an invoice in the units of its currency", () => {
  const yen = (amount: string) => ({ amount, currencyCode: "JPY" });
  const customs = aDeclaration({
    ...{ currencyCode: "JPY", freightCharges: yen("100.00"), discount: yen("5") },
    items: [aCustomsItem({ unitValue: yen("1500") })],
  });
  const details = { ...declaring("JP", yen("3000")), customs };
  expect(serialiseInvoice(aShipRequest({ details }))).toMatchObject({
    Product: [{ Unit: { Value: "1500" } }],
    FreightCharges: { MonetaryValue: "100" },
    Discount: { MonetaryValue: "5" },
  });
  const halves = { ...customs, freightCharges: yen("99.5") };
  expect(checkDeclaration(details, customs).filter(({ path }) => path.includes("amount"))).toEqual([]);
  expect(checkDeclaration(details, halves)).toContainEqual({
    ...{ code: "INVALID", path: ["customs", "freightCharges", "amount"] },
    message: "UPS takes whole amounts in JPY, from zero",
  });
});
