import { z } from "zod";
import { PackageWeightUnit } from "../../entities/values/enums.js";

/** On each of our fields there and on each of its arguments, so that a storefront's variant has it whole. */
export const forBuyers = `@tag(name: "storefront") @tag(name: "backoffice")`;

/**
 * Values that neighbours give us for what we contribute: theirs and ours alike, and what we read of them. A router sends
 * them in representations, in whatever form the neighbour has them.
 */
export const weightTypeDefs = `
  """A weight, as the teams that know weights give it to shipping."""
  type ShippingWeight @shareable @tag(name: "backoffice") {
    "Weight, in unit."
    value: Float!
    "KG, LB or OZ."
    unit: String!
  }
`;

export const itemTypeDefs = `
  """Equal goods of an order, as far as their delivery depends on them."""
  type ShippingItem @shareable @tag(name: "backoffice") {
    "Id of the product in the catalog service; null: none."
    productId: ID
    "SKU (stock keeping unit); null: none."
    sku: String
    "Number of pieces."
    quantity: Int!
    "Weight of one piece; null: not known, and nothing can be priced."
    weight: ShippingWeight
  }
  """Where an order goes, as far as prices depend on it. Names nobody and no street."""
  type ShippingDestination @shareable @tag(name: "backoffice") {
    "City or town; null: not given."
    city: String
    "State, province or county, as its code; null: not given."
    region: String
    "Postal code; null: not given."
    postalCode: String
    "Country, ISO 3166-1 alpha-2."
    countryCode: String!
  }
`;

export const itemSelection = "productId sku quantity weight { value unit }";
export const destinationSelection = "city region postalCode countryCode";

const units = Object.keys(PackageWeightUnit) as [PackageWeightUnit, ...PackageWeightUnit[]];
export const weightGiven = z.object({ value: z.number().positive(), unit: z.enum(units) });

const text = z.string().nullish();
const item = z.object({ productId: text, sku: text, quantity: z.number().int(), weight: weightGiven.nullish() });
const destination = z.object({ city: text, region: text, postalCode: text, countryCode: z.string() });
/** What is delivered, and where to; of a representation. */
export const cartGiven = z.object({ shippingItems: z.array(item).min(1), shippingDestination: destination });
