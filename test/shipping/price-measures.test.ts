import fc from "fast-check";
import { exceeds, inCubicCentimetres, inKilograms } from "../../src/shipping/price/measures.js";
import { variableOf } from "../../src/shipping/price/rule-variable.js";

it.each([
  [{ value: 1, unit: "LB" }, "0.45359237"],
  [{ value: 16, unit: "OZ" }, "0.45359237"],
  [{ value: 150, unit: "LB" }, "68.0388555"],
  [{ value: 12345.6789012, unit: "OZ" }, "349.99410950339399025"],
  [{ value: 0.1 + 0.2, unit: "KG" }, "0.3"],
] as const)("%j is %s kg, to the last digit", (weight, expected) => {
  expect(inKilograms(weight).toFixed()).toBe(expected);
});

it.each([
  [{ value: 1, unit: "IN" }, "16.387064"],
  [{ value: 1728, unit: "IN" }, "28316.846592"],
  [{ value: 28316.846592, unit: "CM" }, "28316.846592"],
] as const)("%j is %s cubic centimetres, to the last digit", (volume, expected) => {
  expect(inCubicCentimetres(volume).toFixed()).toBe(expected);
});

it("knows sixteen ounces as a pound, whatever the number", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), (thousandths) => {
      const pounds = inKilograms({ value: thousandths / 1000, unit: "LB" });
      expect(inKilograms({ value: (thousandths * 16) / 1000, unit: "OZ" }).equals(pounds)).toBe(true);
    }),
  );
});

it("finds what was added up in kilograms and cubic centimetres to be what it was in pounds, ounces and inches", () => {
  const thousandths = fc.integer({ min: 1, max: 100_000_000 });
  const units = { currencyCode: "USD", weightUnit: "OZ", dimensionUnit: "IN" } as const;
  const unknown = { destination: { countryCode: "US", region: null, postalCode: null }, tags: [], channel: null };
  fc.assert(
    fc.property(thousandths, (value) => {
      const ounces = { value: value / 1000, unit: "OZ" as const };
      const inches = { value: value / 1000, unit: "IN" as const };
      const weight = { value: inKilograms(ounces).toNumber(), unit: "KG" as const };
      const volume = { value: inCubicCentimetres(inches).toNumber(), unit: "CM" as const };
      expect(exceeds(inKilograms(weight), inKilograms(ounces))).toBe(false);
      expect(exceeds(inKilograms({ ...ounces, value: ounces.value + 0.001 }), inKilograms(weight))).toBe(true);
      const facts = { ...unknown, weight, volume, quantity: null, orderAmount: null };
      for (const name of ["WEIGHT", "VOLUME"] as const)
        expect(String(variableOf(name, units, facts))).toBe(String(value / 1000));
    }),
  );
});
