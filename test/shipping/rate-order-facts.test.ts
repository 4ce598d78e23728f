import type { PackageDimensions, PackageWeight } from "../../src/entities/values/measures.js";
import type { StoredItem, StoredPackage } from "../../src/entities/values/stored-shipment-details.js";
import { orderFactsOf } from "../../src/shipping/rate/order-facts-of.js";
import { anAddress } from "../ups/builders.js";

const weighing = (value: number, unit: PackageWeight["unit"]) => ({ weight: { value, unit } });
const sized = (length: number, unit: PackageDimensions["unit"]) => ({
  dimensions: { length, width: 2, height: 1, unit },
});
const holding = (...quantities: number[]) => ({ items: quantities.map((quantity) => ({ quantity }) as StoredItem) });

function factsOf(...boxes: Partial<StoredPackage>[]) {
  const packages = boxes.map(
    (box) => ({ ...weighing(1, "KG"), dimensions: null, items: [], ...box }) as unknown as StoredPackage,
  );
  const order = { orderAmount: null, tags: [], channel: null };
  const { weight, volume, quantity } = orderFactsOf({ shipTo: anAddress("berlin"), packages }, order);
  return { weight, volume, quantity };
}

it("adds up what all packages weigh, in their unit where it is one, else in kilograms", () => {
  expect(factsOf(weighing(0.1, "LB"), weighing(0.2, "LB")).weight).toEqual({ value: 0.3, unit: "LB" });
  const mixed = { value: 1.45359237, unit: "KG" };
  expect(factsOf(weighing(1, "KG"), weighing(1, "LB")).weight).toEqual(mixed);
  expect(factsOf(weighing(1, "LB"), weighing(1, "KG")).weight).toEqual(mixed);
});

it("adds up their sizes, and knows none where it does not know all", () => {
  expect(factsOf(sized(3, "IN"), sized(4, "IN")).volume).toEqual({ value: 14, unit: "IN" });
  const mixed = { value: 38.774128, unit: "CM" };
  expect(factsOf(sized(3, "CM"), sized(1, "IN")).volume).toEqual(mixed);
  expect(factsOf(sized(1, "IN"), sized(3, "CM")).volume).toEqual(mixed);
  expect(factsOf(sized(3, "CM"), {}).volume).toBeNull();
});

it("counts the pieces of goods, where all packages tell what is in them", () => {
  expect(factsOf(holding(2, 1), holding(4)).quantity).toBe(7);
  expect(factsOf(holding(2), {}).quantity).toBeNull();
});
