import type { StoredItem } from "../../src/entities/values/stored-shipment-details.js";
import { toCarrierDetails } from "../../src/shipping/shipment/carrier-details.js";
import { someDetails } from "../ups/builders.js";

const contentsOf = (items: Partial<StoredItem>[]) => {
  const { shipFrom, shipTo } = someDetails();
  const options = { ...someDetails().options, generateReturnLabel: false };
  const pkg = {
    ...{ weight: { value: 1, unit: "LB" as const }, dimensions: null, packageType: "UPS_CUSTOMER_PACKAGE" },
    ...{ declaredValue: null, reference: null },
    items: items.map((item) => ({
      ...{ productId: null, sku: null, description: "Mug", quantity: 1, unitValue: null },
      ...{ weight: null, hsCode: null, originCountryCode: null, manufacturerProductId: null, gtin: null },
      ...item,
    })),
  };
  const stored = {
    shipFrom,
    shipTo,
    options,
    packages: [pkg],
    shipDate: null,
    accessPoint: null,
    customs: null,
    returnService: null,
  };
  return toCarrierDetails(stored, null).packages[0]?.contentsValue;
};
const worth = (amount: string, currencyCode = "USD") => ({ unitValue: { amount, currencyCode } });

describe("the value of a package's contents", () => {
  it("is the sum over all pieces, exact", () => {
    expect(contentsOf([{ ...worth("0.1"), quantity: 3 }, worth("19.99")])).toEqual({
      amount: "20.29",
      currencyCode: "USD",
    });
    expect(contentsOf([{ ...worth("0.333"), quantity: 2 }])).toEqual({ amount: "0.666", currencyCode: "USD" });
  });

  it.each([
    ["is empty", []],
    ["holds an item without a value", [worth("5"), {}]],
    ["begins with one", [{}, worth("5")]],
    ["has values in two currencies", [worth("5"), worth("5", "CAD")]],
  ])("is not known when the package %s", (_name, items) => {
    expect(contentsOf(items)).toBeNull();
  });
});
