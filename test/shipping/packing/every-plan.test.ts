import fc from "fast-check";
import { packItems } from "../../../src/shipping/packing/pack-items.js";
import type { PackingPlan, PlannedBox } from "../../../src/shipping/packing/packing-plan.js";
import { item, options, template } from "./packing-builders.js";

const sizeUpTo = (millimetres: number) => {
  const side = fc.integer({ min: 1, max: millimetres }).map((millimetre) => millimetre / 10);
  return fc.tuple(side, side, side);
};
const anItem = fc
  .record({
    size: fc.option(sizeUpTo(250), { freq: 6 }),
    grams: fc.integer({ min: 1, max: 6_000 }),
    quantity: fc.integer({ min: 1, max: 8 }),
    shipAlone: fc.nat(4).map((number) => number === 0),
    keepUpright: fc.boolean(),
  })
  .map(({ size: sides, grams, ...rest }) => item(sides, { ...rest, weight: { value: grams / 1000, unit: "KG" } }));
const aTemplate = fc
  .record({ size: sizeUpTo(600), most: fc.integer({ min: 1, max: 40 }) })
  .map(({ size: sides, most }) => template(`box ${sides}`, sides, most));
const anOrder = fc.record({
  items: fc.array(anItem, { minLength: 1, maxLength: 12 }),
  templates: fc.array(aTemplate, { maxLength: 6 }),
  mostWork: fc.constantFrom(0, 2_000, 1_000_000),
  mostPackages: fc.constantFrom(1, 3, 200),
});
const noise = 1e-6;

/** The plan of each of many orders, with what it was made of. */
function forEveryPlan(check: (plan: PackingPlan, mostPackages: number) => void): void {
  const property = fc.property(anOrder, ({ items, templates, ...rest }) =>
    check(packItems(items, templates, { ...options, ...rest }), rest.mostPackages),
  );
  fc.assert(property, { numRuns: 100, seed: 12 });
}

const axes = [
  ["x", "length"],
  ["y", "width"],
  ["z", "height"],
] as const;
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const placesIn = ({ items }: PlannedBox) => items.flatMap(({ placements }) => placements);
const piecesIn = ({ items }: PlannedBox) => sum(items.map(({ quantity }) => quantity));

it("packs each piece once, or says once why it did not, in no more packages than allowed", () => {
  forEveryPlan(({ items, boxes, unpacked }, mostPackages) => {
    const told = [...boxes.flatMap((box) => box.items), ...unpacked];
    const quantities = items.map((_, index) =>
      sum(told.filter(({ itemIndex }) => itemIndex === index).map(({ quantity }) => quantity)),
    );
    expect(quantities).toEqual(items.map(({ quantity }) => quantity));
    expect(boxes.length).toBeLessThanOrEqual(mostPackages);
    expect(boxes.filter((box) => piecesIn(box) === 0)).toEqual([]);
  });
});

it("puts nothing over another piece, and nothing outside its box", () => {
  let arranged = 0;
  forEveryPlan(({ boxes }) => {
    for (const box of boxes) {
      const places = placesIn(box);
      if (box.method === "ARRANGED") expect(places).toHaveLength(piecesIn(box));
      arranged += places.length;
      for (const [index, place] of places.entries()) {
        for (const [at, extent] of axes) {
          expect(place[at]).toBeGreaterThanOrEqual(0);
          expect(place[at] + place[extent]).toBeLessThanOrEqual(box.template!.innerDimensions[extent] + noise);
        }
        const overlapped = places
          .slice(0, index)
          .filter((before) =>
            axes.every(
              ([at, extent]) =>
                place[at] + noise < before[at] + before[extent] && before[at] + noise < place[at] + place[extent],
            ),
          );
        expect(overlapped).toEqual([]);
      }
    }
  });
  expect(arranged).toBeGreaterThan(400);
});

it("makes no package heavier than its template or the carrier takes, and tells its weight with the tare", () => {
  forEveryPlan(({ items, boxes }) => {
    for (const { template: packaging, items: inside, grossWeight } of boxes) {
      const contents = sum(inside.map(({ itemIndex, quantity }) => quantity * items[itemIndex]!.weight.value));
      expect(grossWeight.value).toBeLessThanOrEqual(Math.min(packaging?.maxWeight.value ?? 70, 70) + noise);
      expect(grossWeight.value).toBeCloseTo(contents + (packaging?.tareWeight.value ?? 0), 6);
    }
  });
});

it("ships alone what ships alone, and turns each piece only as it may be turned", () => {
  forEveryPlan(({ items, boxes }) => {
    for (const box of boxes) {
      for (const { itemIndex, placements } of box.items) {
        const { dimensions: own, shipAlone, keepUpright } = items[itemIndex]!;
        if (shipAlone) expect(piecesIn(box)).toBe(1);
        for (const { length, width, height } of placements) {
          expect([length, width, height].sort()).toEqual([own!.length, own!.width, own!.height].sort());
          if (keepUpright) expect(height).toBe(own!.height);
        }
      }
    }
  });
});
