/** What the shop sells: invented, with the weight and size of each piece as it is packed, and its price in cents of a dollar. */
export const catalogue = [
  {
    sku: "MUG-01",
    name: "Harbor mug",
    detail: "Stoneware, 12 oz",
    cents: 1800,
    weight: { value: 1.1, unit: "LB" },
    dimensions: { length: 5, width: 5, height: 5, unit: "IN" },
  },
  {
    sku: "LAMP-02",
    name: "Lantern lamp",
    detail: "Brass and paper",
    cents: 6400,
    weight: { value: 3.4, unit: "LB" },
    dimensions: { length: 12, width: 8, height: 8, unit: "IN" },
  },
  {
    sku: "STOOL-03",
    name: "Cedar stool",
    detail: "Solid wood, 18 in",
    cents: 12900,
    weight: { value: 11.5, unit: "LB" },
    dimensions: { length: 18, width: 13, height: 13, unit: "IN" },
  },
];

export const currencyCode = "USD";

const mostOfOne = 99;

/** The lines with their products. Throws a sentence for the buyer where the shop does not sell it, or so many. */
export function readLines(lines) {
  if (lines.length === 0) throw new Error("The cart is empty.");
  return lines.map(({ sku, quantity }) => {
    const product = catalogue.find((each) => each.sku === sku);
    if (product === undefined) throw new Error(`There is no product ${sku}.`);
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > mostOfOne)
      throw new Error(`${product.name}: choose between 1 and ${mostOfOne}.`);
    return { product, quantity };
  });
}

/** What the goods cost together, in cents. */
export const goodsCents = (lines) => lines.reduce((sum, { product, quantity }) => sum + product.cents * quantity, 0);
