import fc from "fast-check";
import { packItems } from "../../../src/shipping/packing/pack-items.js";
import type {
  PackableItem,
  PackingOptions,
  PackingPlan,
  Template,
} from "../../../src/shipping/packing/packing-plan.js";

const options: PackingOptions = {
  mostPackages: 200,
  heaviest: { value: 70, unit: "KG" },
  packageType: "UPS_CUSTOMER_PACKAGE",
};

function template(id: string, [length, width, height]: [number, number, number], most = 30): Template {
  const inner = { length, width, height, unit: "CM" } as const;
  return {
    id,
    name: id,
    innerDimensions: inner,
    outerDimensions: { length: length + 1, width: width + 1, height: height + 1, unit: "CM" },
    tareWeight: { value: 0.2, unit: "KG" },
    maxWeight: { value: most, unit: "KG" },
    packageTypeCode: "UPS_CUSTOMER_PACKAGE",
  };
}

function item(size: [number, number, number] | null, weight = 1, rest: Partial<PackableItem> = {}): PackableItem {
  const [length, width, height] = size ?? [0, 0, 0];
  return {
    description: "Mugs",
    quantity: 1,
    weight: { value: weight, unit: "KG" },
    size: size && { length, width, height, unit: "CM" },
    ...rest,
  };
}

const side = fc.integer({ min: 1, max: 400 }).map((tenths) => tenths / 10);
const size = fc.tuple(side, side, side);
const anItem = fc
  .record({
    size: fc.option(size, { freq: 6 }),
    kilograms: fc.integer({ min: 1, max: 12_000 }),
    quantity: fc.integer({ min: 1, max: 8 }),
    shipAlone: fc.boolean(),
    keepUpright: fc.boolean(),
  })
  .map(({ size: sides, kilograms, ...rest }) => item(sides, kilograms / 1000, rest));
const aTemplate = fc
  .record({ size, most: fc.integer({ min: 1, max: 40 }) })
  .map(({ size: sides, most }) => template("box", sides, most));
const orders = {
  items: fc.array(anItem, { minLength: 1, maxLength: 12 }),
  templates: fc.array(aTemplate, { maxLength: 6 }),
  mostWork: fc.constantFrom(0, 2_000, 1_000_000),
  mostPackages: fc.constantFrom(1, 3, 200),
};

const kilograms = ({ grossWeight }: PackingPlan["boxes"][number]) => grossWeight.value;
const axes = [
  ["x", "length"],
  ["y", "width"],
  ["z", "height"],
] as const;

describe("every plan", () => {
  it("packs each piece once or says why not, with nothing overlapping, outside its box or over a weight", () => {
    const order = fc.record(orders);
    fc.assert(
      fc.property(order, ({ items, templates, ...rest }) => {
        const plan = packItems(items, templates, { ...options, ...rest });
        expect(countOf(plan)).toEqual(items.map(({ quantity }) => quantity));
        expect(plan.boxes.length).toBeLessThanOrEqual(rest.mostPackages);
        for (const box of plan.boxes) {
          expect(kilograms(box)).toBeLessThanOrEqual(Math.min(box.template?.maxWeight.value ?? 70, 70) + 1e-6);
          expect(kilograms(box)).toBeCloseTo(contents(plan, box) + (box.template?.tareWeight.value ?? 0), 6);
          expectApart(plan, box);
        }
      }),
      { numRuns: 300, seed: 12 },
    );
  });
});
function countOf({ items, boxes, unpacked }: PackingPlan) {
  const all = [...boxes.flatMap((box) => box.items), ...unpacked];
  return items.map((_, index) =>
    all.filter(({ itemIndex }) => itemIndex === index).reduce((sum, { quantity }) => sum + quantity, 0),
  );
}
function contents({ items }: PackingPlan, box: PackingPlan["boxes"][number]) {
  return box.items.reduce((sum, { itemIndex, quantity }) => sum + quantity * items[itemIndex]!.weight.value, 0);
}
function expectApart({ items }: PackingPlan, box: PackingPlan["boxes"][number]) {
  const places = box.items.flatMap(({ placements }) => placements);
  if (box.method === "ARRANGED")
    expect(places).toHaveLength(box.items.reduce((sum, { quantity }) => sum + quantity, 0));
  const inner = box.template?.innerDimensions;
  for (const place of places)
    for (const [at, long] of axes) expect(place[at] + place[long]).toBeLessThanOrEqual(inner![long] + 1e-6);
  places.forEach((a, index) => {
    for (const b of places.slice(0, index)) {
      const isApart = axes.some(([at, long]) => a[at] + a[long] <= b[at] + 1e-6 || b[at] + b[long] <= a[at] + 1e-6);
      expect(isApart).toBe(true);
    }
  });
  for (const { itemIndex, placements } of box.items) {
    const { size: own, keepUpright } = items[itemIndex]!;
    if (keepUpright) for (const place of placements) expect(place.height).toBeCloseTo(own!.height, 6);
    for (const place of placements) {
      expect([place.length, place.width, place.height].sort()).toEqual([own!.length, own!.width, own!.height].sort());
    }
  }
}
