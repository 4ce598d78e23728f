import { type GraphQLFieldResolver, type GraphQLSchema, isUnionType } from "graphql";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";

/** Far above what routers ask for at once. */
const maximum = 1_000;

type EntitiesResolver = GraphQLFieldResolver<unknown, Context, { representations: unknown[] }>;

function typeNameIn(representation: unknown): unknown {
  return typeof representation === "object" && representation !== null && "__typename" in representation
    ? representation.__typename
    : null;
}

/**
 * `_entities` answers each representation in its place: null for what is no entity of ours, where the library's own
 * resolver would fail for all of them. Throws TOO_MANY_ITEMS above 1,000.
 */
export function resolveEntitiesInPlace(schema: GraphQLSchema): GraphQLSchema {
  const union = schema.getType("_Entity");
  const field = schema.getQueryType()?.getFields()._entities;
  if (!isUnionType(union) || !field?.resolve) throw new Error("The schema has no entities.");
  const ours: ReadonlySet<unknown> = new Set(union.getTypes().map((type) => type.name));
  const resolve = field.resolve as EntitiesResolver;
  field.resolve = ((source, { representations }, context, info) => {
    if (representations.length > maximum)
      throw new AppError("TOO_MANY_ITEMS", `At most ${maximum} representations can be asked for at once.`);
    return representations.map((representation) => {
      if (!ours.has(typeNameIn(representation))) return null;
      return (resolve(source, { representations: [representation] }, context, info) as unknown[])[0];
    });
  }) satisfies EntitiesResolver as typeof field.resolve;
  return schema;
}
