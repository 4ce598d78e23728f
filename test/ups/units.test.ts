import { Decimal } from "decimal.js";
import fc from "fast-check";
import { unitSystems, unitsOf, upsDimensions, upsWeight } from "../../src/ups/words/units.js";

const grams = { LB: "453.59237", OZ: "28.349523125", KG: "1000" } as const;
const weights = fc.record({
  value: fc.double({ min: 0.001, max: 5_000, noNaN: true }),
  unit: fc.constantFrom("LB" as const, "KG" as const, "OZ" as const),
});
const systems = fc.constantFrom("IMPERIAL" as const, "METRIC" as const);

describe("upsWeight", () => {
  it("never rounds down but for the noise of sums, and never up by a whole step", () => {
    fc.assert(
      fc.property(weights, systems, (weight, system) => {
        const unit = system === "IMPERIAL" ? "LB" : "KG";
        const exact = new Decimal(weight.value).times(grams[weight.unit]).div(grams[unit]);
        const sent = upsWeight(weight, system);
        expect(sent.greaterThanOrEqualTo(exact.minus("1e-7"))).toBe(true);
        expect(sent.minus(exact).lessThan("0.1")).toBe(true);
        expect(sent.decimalPlaces()).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    [{ value: 0.45359237, unit: "KG" }, "IMPERIAL", "1"],
    [{ value: 16, unit: "OZ" }, "IMPERIAL", "1"],
    [{ value: 16.01, unit: "OZ" }, "IMPERIAL", "1.1"],
    [{ value: 10, unit: "LB" }, "METRIC", "4.6"],
    [{ value: 12.3, unit: "LB" }, "IMPERIAL", "12.3"],
    [{ value: 0.1 + 0.2, unit: "LB" }, "IMPERIAL", "0.3"],
    [{ value: 0.1 * 3 * 500, unit: "LB" }, "IMPERIAL", "150"],
    [{ value: 1e-9, unit: "KG" }, "METRIC", "0.1"],
  ] as const)("turns %j in %s into %s", (weight, system, expected) => {
    expect(upsWeight(weight, system).toString()).toBe(expected);
  });
});

describe("upsDimensions", () => {
  it("gives whole units, never smaller than the package, the longest first", () => {
    const side = fc.double({ min: 0.1, max: 300, noNaN: true });
    const sizes = fc.record({
      length: side,
      width: side,
      height: side,
      unit: fc.constantFrom("IN" as const, "CM" as const),
    });
    fc.assert(
      fc.property(sizes, systems, (size, system) => {
        const { length, width, height } = upsDimensions(size, system);
        const millimetres = (unit: "IN" | "CM") => (unit === "IN" ? "25.4" : "10");
        const factor = new Decimal(millimetres(size.unit)).div(millimetres(system === "IMPERIAL" ? "IN" : "CM"));
        const exact = [size.length, size.width, size.height].map((value) => new Decimal(value).times(factor));
        const sorted = exact.sort((a, b) => b.comparedTo(a));
        for (const [index, sent] of [length, width, height].entries()) {
          expect(sent.isInteger()).toBe(true);
          // What is longer than UPS's 274 cm and not than its 108 in.
          const isTheLongest = system === "METRIC" && sent.eq(274);
          const exact = (sorted[index] as Decimal).minus(isTheLongest ? "0.32" : "1e-9");
          expect(sent.greaterThanOrEqualTo(exact)).toBe(true);
        }
      }),
    );
  });

  it("keeps a side that is whole after conversion", () => {
    const { length } = upsDimensions({ length: 25.4, width: 10, height: 5, unit: "CM" }, "IMPERIAL");
    expect(length.toString()).toBe("10");
  });
});

describe("unitSystems", () => {
  it.each([
    ["US", "KG", "IMPERIAL"],
    ["PR", null, "IMPERIAL"],
    ["DE", "LB", "METRIC"],
    ["CA", "LB", "IMPERIAL METRIC"],
    ["CA", "KG", "METRIC IMPERIAL"],
    ["CA", null, "METRIC IMPERIAL"],
  ] as const)("asks from %s with a wish for %s in %s units", (origin, preferred, expected) => {
    expect(unitSystems(origin, preferred).join(" ")).toBe(expected);
  });

  it("offers only units of the systems it can ask in", () => {
    expect([unitsOf("US"), unitsOf("DE"), unitsOf("CA")]).toEqual([
      { weight: ["LB"], dimension: ["IN"] },
      { weight: ["KG"], dimension: ["CM"] },
      { weight: ["KG", "LB"], dimension: ["CM", "IN"] },
    ]);
  });
});
