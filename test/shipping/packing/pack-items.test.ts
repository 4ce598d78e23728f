import type { CarrierAdapter } from "../../../src/carrier/adapter.js";
import { packagesOf, packItems } from "../../../src/shipping/packing/pack-items.js";
import { packingOptions } from "../../../src/shipping/packing/packing-options.js";
import type { PackableItem, Template } from "../../../src/shipping/packing/packing-plan.js";
import { inWords, item, kilograms, options, template } from "./packing-builders.js";

const letter = template("letter", [30, 22, 1], 0.5);
const small = template("small", [20, 15, 10], 5);
const medium = template("medium", [30, 30, 20], 10);
const large = template("large", [60, 40, 40]);
const all = [large, letter, medium, small];

/** What is packed, into what, and how the answer reads. */
const examples: [string, PackableItem[], Template[], string[]][] = [
  ["one piece into the smallest box that holds it", [item([18, 12, 9])], all, ["small: 1 of 0"]],
  [
    "a sheet that stands on end into the letter",
    [item([1, 30, 22], { weight: kilograms(0.2) })],
    all,
    ["letter: 1 of 0"],
  ],
  ["eight cubes of half a box's sides into one box", [item([15, 15, 10], { quantity: 8 })], all, ["medium: 8 of 0"]],
  [
    "nine of them into the next larger box, not into two",
    [item([15, 15, 10], { quantity: 9 })],
    all,
    ["large: 9 of 0"],
  ],
  [
    "several kinds together, the small beside the large",
    [item([30, 30, 10]), item([30, 15, 10], { quantity: 2 })],
    all,
    ["medium: 1 of 0, 2 of 1"],
  ],
  [
    "what is too heavy together into two boxes, the second no larger than needed",
    [item([18, 12, 9], { quantity: 3, weight: kilograms(4.5) })],
    [small, medium],
    ["medium: 2 of 0", "small: 1 of 0"],
  ],
  [
    "what must stay upright into a box that is high enough",
    [item([10, 10, 19], { keepUpright: true })],
    all,
    ["medium: 1 of 0"],
  ],
  ["the same lying down into a smaller one", [item([10, 10, 19])], all, ["small: 1 of 0"]],
  [
    "each piece that ships alone into its own box, after the others",
    [item([10, 10, 5], { shipAlone: true, quantity: 2 }), item([10, 10, 5])],
    all,
    ["small: 1 of 1", "small: 1 of 0", "small: 1 of 0"],
  ],
  [
    "what ships alone and fits no box as it is",
    [item([150, 20, 20], { shipAlone: true }), item([10, 10, 5])],
    all,
    ["small: 1 of 1", "OWN_PACKAGING: 1 of 0"],
  ],
  [
    "what has no size by its weight, beside what has one",
    [item(null, { quantity: 2 }), item([18, 12, 9])],
    [small],
    ["small: 2 of 0, 1 of 1"],
  ],
  [
    "by weight alone without templates, the heaviest first",
    [item([10, 10, 10], { weight: kilograms(20), quantity: 2 }), item(null, { weight: kilograms(40) })],
    [],
    ["BY_WEIGHT: 1 of 0, 1 of 1", "BY_WEIGHT: 1 of 0"],
  ],
];

it.each(examples)("packs %s", (_, items, templates, expected) => {
  const plan = packItems(items, templates, options);
  expect(plan.unpacked).toEqual([]);
  expect(inWords(plan)).toEqual(expected);
});

it("fits what is exactly as large and as heavy as the box takes, also in other units", () => {
  const inches = { length: 8, width: 6, height: 4, unit: "IN" as const };
  const ounces = item(null, {
    quantity: 16,
    weight: { value: 1, unit: "OZ" },
    dimensions: { ...inches, height: 0.25 },
  });
  const box: Template = {
    ...{ ...small, innerDimensions: { length: 20.32, width: 15.24, height: 10.16, unit: "CM" } },
    ...{ tareWeight: { value: 0, unit: "LB" }, maxWeight: { value: 1, unit: "LB" } },
  };
  expect(inWords(packItems([ounces], [box], options))).toEqual(["small: 16 of 0"]);
});

it("gives packages with their outer size, gross weight and contents, as a shipment takes them", () => {
  const mugs = item([10, 10, 10], { quantity: 3, sku: "MUG", unitValue: { amount: "4.00", currencyCode: "EUR" } });
  const plan = packItems([{ ...mugs, shipAlone: false }], [small], options);
  const goods = { description: "Mugs", sku: "MUG", unitValue: mugs.unitValue, weight: kilograms(1) };
  expect(packagesOf(plan)).toEqual([
    {
      ...{ weight: kilograms(2.2), dimensions: small.outerDimensions, packageType: "UPS_CUSTOMER_PACKAGE" },
      items: [{ ...goods, quantity: 2 }],
    },
    {
      ...{ weight: kilograms(1.2), dimensions: small.outerDimensions, packageType: "UPS_CUSTOMER_PACKAGE" },
      items: [{ ...goods, quantity: 1 }],
    },
  ]);
});

it("bills the actual weight with a carrier that says nothing of packages, and lifts no more than people may", () => {
  const silent = {
    limits: { packages: 3, reference: 20, voidsAtOnce: 3, trackedForDays: 30 },
    catalogue: { units: () => ({ weight: ["LB" as const], dimension: ["IN" as const] }), defaultPackageType: "BOX" },
  } as unknown as Pick<CarrierAdapter, "limits" | "catalogue">;
  const heavy = item([30, 30, 10], { quantity: 5, weight: { value: 100, unit: "LB" } });
  const { boxes, unpacked } = packItems([heavy], [], packingOptions(silent, "US", 9));
  const weight = { value: 100, unit: "LB" };
  const box = { grossWeight: weight, packageType: "BOX", billable: { weight, basis: "ACTUAL", dimensional: null } };
  expect(boxes).toMatchObject([box, box, box]);
  expect(unpacked).toMatchObject([{ itemIndex: 0, quantity: 2, reason: "TOO_MANY_PACKAGES" }]);
});

it("neither packs into, nor ships as it is, what the carrier takes in no such size", () => {
  const isTaken = ({ length }: { length: number }) => length <= 100;
  const [boards, planks] = [item([90, 10, 5]), item([150, 10, 5], { shipAlone: true })];
  const plan = packItems([boards, planks], [template("tube", [120, 12, 6]), template("crate", [95, 60, 60])], {
    ...options,
    isTaken,
  });
  expect(inWords(plan)).toEqual(["crate: 1 of 0"]);
  expect(plan.unpacked).toMatchObject([{ itemIndex: 1, reason: "TOO_LARGE" }]);
});

it("gives the same plan each time, whatever the order of the templates", () => {
  const items = [7, 13, 9, 4].map((side) => item([side, side + 3, 20 - side], { quantity: 5 }));
  const plan = packItems(items, all, options);
  expect(packItems(items, all, options)).toEqual(plan);
  expect(packItems(items, [...all].reverse(), options)).toEqual(plan);
});

it("ends after a bounded number of tries, and says which boxes it filled by volume", () => {
  const items = Array.from({ length: 100 }, (_, index) =>
    item([3 + (index % 7), 4 + (index % 5), 5], { quantity: 10 }),
  );
  const weightless = items.map((kind) => ({ ...kind, weight: kilograms(0.01) }));
  const { boxes, unpacked } = packItems(weightless, all, { ...options, mostWork: 20_000 });
  expect(unpacked).toEqual([]);
  expect(boxes.some(({ method }) => method === "BY_VOLUME")).toBe(true);
  const volume = ({ items: inside }: (typeof boxes)[number]) =>
    inside.reduce((sum, { itemIndex, quantity }) => {
      const { length, width, height } = items[itemIndex]!.dimensions!;
      return sum + quantity * length * width * height;
    }, 0);
  for (const box of boxes) {
    const { length, width, height } = box.template!.innerDimensions;
    if (box.method === "BY_VOLUME") expect(volume(box)).toBeLessThanOrEqual(length * width * height * 0.7);
  }
});
