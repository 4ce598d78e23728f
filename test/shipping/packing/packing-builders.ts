import type {
  PackableItem,
  PackingOptions,
  PackingPlan,
  Template,
} from "../../../src/shipping/packing/packing-plan.js";

type Three = readonly [number, number, number];

export const options: PackingOptions = {
  mostPackages: 200,
  heaviest: { value: 70, unit: "KG" },
  packageType: "UPS_CUSTOMER_PACKAGE",
};

const centimetres = ([length, width, height]: Three) => ({ length, width, height, unit: "CM" as const });

/** Inside as large as told, a centimetre more outside, 200 grams of tare. */
export function template(id: string, inner: Three, kilograms = 30): Template {
  return {
    id,
    name: id,
    innerDimensions: centimetres(inner),
    outerDimensions: centimetres([inner[0] + 1, inner[1] + 1, inner[2] + 1]),
    tareWeight: { value: 0.2, unit: "KG" },
    maxWeight: { value: kilograms, unit: "KG" },
    packageTypeCode: "UPS_CUSTOMER_PACKAGE",
  };
}

/** One piece of a kilogram, unless told otherwise; `size` null: unknown. */
export function item(size: Three | null, rest: Partial<PackableItem> = {}): PackableItem {
  const weight = { value: 1, unit: "KG" as const };
  return { description: "Mugs", quantity: 1, weight, dimensions: size && centimetres(size), ...rest };
}

export const kilograms = (value: number) => ({ value, unit: "KG" as const });

/** The boxes as `template: quantities of the items by index`. */
export function inWords({ boxes }: PackingPlan): string[] {
  return boxes.map((box) => {
    const inside = box.items.map(({ itemIndex, quantity }) => `${quantity} of ${itemIndex}`);
    return `${box.template?.id ?? box.method}: ${inside.join(", ")}`;
  });
}
