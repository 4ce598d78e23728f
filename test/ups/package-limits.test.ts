import fc from "fast-check";
import type { PackageDetails } from "../../src/carrier/shipment-details.js";
import { checkShipment } from "../../src/ups/checks/check-shipment.js";
import { packageLimits } from "../../src/ups/words/limits.js";
import { systemOf } from "../../src/ups/words/unit-system.js";
import { addresses, anAddress, aPackage, someDetails } from "./builders.js";

const now = new Date("2026-03-02T15:00:00Z");
type Place = keyof typeof addresses;

const shipped = (from: Place, pkg: Partial<PackageDetails>) =>
  someDetails({ shipFrom: anAddress(from), shipTo: anAddress(from), packages: [aPackage(pkg)] });
const isTaken = (from: Place, pkg: Partial<PackageDetails>) =>
  checkShipment(shipped(from, pkg), null, now).length === 0;
const kilograms = (value: number) => ({ weight: { value, unit: "KG" as const } });

it.each([
  ["berlin", { length: 140, width: 60, height: 60, unit: "CM" }, true],
  ["berlin", { length: 274, width: 30, height: 33, unit: "CM" }, true],
  ["berlin", { length: 108, width: 5, height: 5, unit: "IN" }, true],
  ["berlin", { length: 275, width: 10, height: 10, unit: "CM" }, false],
  ["berlin", { length: 160, width: 60, height: 60, unit: "CM" }, true],
  ["berlin", { length: 161, width: 60, height: 60, unit: "CM" }, false],
  ["newYork", { length: 274, width: 30, height: 33, unit: "CM" }, true],
  ["newYork", { length: 108, width: 14, height: 14, unit: "IN" }, true],
  ["newYork", { length: 109, width: 5, height: 5, unit: "IN" }, false],
  ["newYork", { length: 105, width: 15, height: 16, unit: "IN" }, false],
  ["toronto", { length: 165, width: 60, height: 60, unit: "CM" }, true],
  ["toronto", { length: 108, width: 14, height: 14, unit: "IN" }, true],
] as const)("from %s takes a box of %j: %s", (from, dimensions, expected) => {
  expect(isTaken(from, { ...kilograms(20), dimensions })).toBe(expected);
});

it("takes or refuses a box alike, in whichever units it was measured", () => {
  const side = fc.integer({ min: 1, max: 120 });
  const boxes = fc.record({ length: side, width: side, height: side });
  const places = fc.constantFrom<Place>("newYork", "toronto", "berlin");
  fc.assert(
    fc.property(boxes, fc.integer({ min: 1, max: 160 }), places, ({ length, width, height }, pounds, from) => {
      const inches = {
        weight: { value: pounds, unit: "LB" as const },
        dimensions: { length, width, height, unit: "IN" as const },
      };
      const centimetres = {
        // Cut, since 150 lb rounded up are more than 150 lb.
        ...kilograms(Math.floor(pounds * 45_359.237) / 100_000),
        dimensions: { length: length * 2.54, width: width * 2.54, height: height * 2.54, unit: "CM" as const },
      };
      expect(isTaken(from, centimetres)).toBe(isTaken(from, inches));
    }),
  );
});

it("asks Canada in the system that holds the box, whichever is wished for", () => {
  const long = { ...kilograms(20), dimensions: { length: 165, width: 60, height: 60, unit: "CM" as const } };
  expect(systemOf(shipped("toronto", long), "KG")).toBe("IMPERIAL");
  expect(systemOf(shipped("toronto", kilograms(packageLimits.METRIC.weight)), "LB")).toBe("METRIC");
});
