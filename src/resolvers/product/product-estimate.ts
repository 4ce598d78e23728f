import DataLoader from "dataloader";
import type { GraphQLFieldResolver } from "graphql";
import type { Context } from "../../context.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import type { MonetaryAmount } from "../../entities/values/monetary-amount.js";
import { type EstimateQuestion, estimateShipping } from "../../shipping/delivery/estimate-shipping.js";
import { inKilograms } from "../../shipping/price/measures.js";
import { forBuyers, weightGiven } from "../order/contribution-values.js";
import { allowanceOf, answeringWithin, inTime } from "../order/in-time.js";

/** The neighbour's type that we add an estimate to, the field of its key, and how long its page waits. */
export interface ProductContribution {
  typeName: string;
  keyField: string;
  answerWithinMs: number;
}

/** What we add to another team's product type. Its key and its weight stay theirs. */
export function productTypeDefs({ typeName, keyField }: ProductContribution): string {
  return `
    """A product of the catalog service, extended with what its delivery costs."""
    type ${typeName} @key(fields: "${keyField}") {
      "Id of the product in the catalog service."
      ${keyField}: ID!
      "Weight of one piece, packed."
      shippingWeight: ShippingWeight @external
      "About what the delivery of one piece costs, for display: the cheapest published price of a parcel that is as heavy, or a little heavier. Calls the carrier a few times for a whole page of products. Null: no weight is known, nothing is delivered there, or it could not be priced in time."
      shippingEstimate(
        "Postal code of the destination."
        postalCode: String! ${forBuyers}
        "Country of the destination, ISO 3166-1 alpha-2."
        countryCode: String! ${forBuyers}
      ): MonetaryAmount @requires(fields: "shippingWeight { value unit }")
        ${buyersAndReaders} ${forBuyers}
    }
  `;
}

type Loader = DataLoader<EstimateQuestion, MonetaryAmount | null, string>;
const loaders = new WeakMap<Context, Loader>();

function loaderOf(context: Context, withinMs: number): Loader {
  const { actor } = context;
  const load = (questions: readonly EstimateQuestion[]) =>
    estimateShipping(answeringWithin(context.deps, withinMs), actor, questions, allowanceOf(context));
  const byQuestion = { cacheKeyFn: (question: EstimateQuestion) => JSON.stringify(question) };
  const loader =
    loaders.get(context) ?? new DataLoader<EstimateQuestion, MonetaryAmount | null, string>(load, byQuestion);
  loaders.set(context, loader);
  return loader;
}

type Place = Pick<EstimateQuestion, "postalCode" | "countryCode">;

/** Products are not ours: each that has a key is taken to exist. */
export function productResolvers({ typeName, keyField, answerWithinMs }: ProductContribution) {
  const hasKey = (product: Record<string, unknown>) => ["string", "number"].includes(typeof product[keyField]);
  const shippingEstimate: GraphQLFieldResolver<Record<string, unknown>, Context, Place> = async (
    product,
    { postalCode, countryCode },
    context,
  ) => {
    const { data: weight } = weightGiven.safeParse(product.shippingWeight);
    if (weight === undefined) return null;
    const question = { kilograms: inKilograms(weight).toNumber(), postalCode, countryCode };
    return inTime(answerWithinMs, loaderOf(context, answerWithinMs).load(question));
  };
  const __resolveReference = (reference: Record<string, unknown>) => (hasKey(reference) ? reference : null);
  return { [typeName]: { __resolveReference, shippingEstimate } };
}
