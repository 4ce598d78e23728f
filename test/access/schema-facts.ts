import {
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isUnionType,
} from "graphql";
import { requiredScopes } from "../../src/security/enforce-scopes.js";
import { readingOf, type Scope } from "../../src/security/scopes.js";
import { fieldsOf, ownTypes } from "../support/graph-elements.js";

export const objectTypes = (schema: GraphQLSchema) => ownTypes(schema).filter((type) => isObjectType(type));

const isRoot = ({ name }: { name: string }) => name === "Query" || name === "Mutation";

/** `Query.x` and `Mutation.x` of everything that is ours. */
export function rootFieldsOf(schema: GraphQLSchema): string[] {
  return objectTypes(schema)
    .filter(isRoot)
    .flatMap((type) => fieldsOf(type).map((field) => `${type.name}.${field.name}`));
}

export function entityTypesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  const union = schema.getType("_Entity");
  return isUnionType(union) ? [...union.getTypes()] : [];
}

/** Texts that name something: ids, and keys of the caller's own. */
const naming = new Set(["idempotencyKey", "clientReference", "after"]);
const filters = new Set(["number", "reference", "trackingNumber"]);

/** Every place of an id below the arguments, of fields of any object type, such as `Query.x(input.ids[])`. */
export function idPositionsOf(schema: GraphQLSchema): string[] {
  return objectTypes(schema).flatMap((type) =>
    fieldsOf(type).flatMap((field) =>
      field.args.flatMap((argument) =>
        positionsIn(argument.type, argument.name, argument.name).map((path) => `${type.name}.${field.name}(${path})`),
      ),
    ),
  );
}

function positionsIn(inputType: GraphQLInputType, path: string, name: string): string[] {
  const type = getNullableType(inputType);
  if (isListType(type)) return positionsIn(type.ofType, `${path}[]`, name);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) =>
      positionsIn(field.type, `${path}.${field.name}`, field.name),
    );
  const isNaming = naming.has(name) || (path.startsWith("filter.") && filters.has(name));
  return getNamedType(type).name === "ID" || isNaming ? [path] : [];
}

/** The scopes that a field and its type print together; null: none are asked for. */
export function printedScopes(type: GraphQLObjectType, fieldName: string): Scope[] | null {
  const lists = [requiredScopes(type), requiredScopes(type.getFields()[fieldName]!)].filter((list) => list !== null);
  const [first, ...rest] = lists;
  return first?.filter((scope) => rest.every((list) => list.includes(scope))) ?? null;
}

/** Who sees a field once its object is reached by a query, as `quote|read`; `anybody`. */
export function accessOf(type: GraphQLObjectType, fieldName: string): string {
  const printed = printedScopes(type, fieldName);
  return printed === null ? "anybody" : readingOf(printed).join("|") || "nobody";
}

export const isSeenBy = (access: string, scope: string) => access === "anybody" || access.split("|").includes(scope);

/** Every `Type.field` that a token of this scope can reach by queries, from the root fields and from entities. */
export function reachableBy(schema: GraphQLSchema, scope: string): string[] {
  const seen = new Set<string>();
  const visit = (type: GraphQLObjectType) => {
    for (const { name, type: result } of fieldsOf(type)) {
      const coordinate = `${type.name}.${name}`;
      if (seen.has(coordinate) || !isSeenBy(accessOf(type, name), scope)) continue;
      seen.add(coordinate);
      for (const next of membersOf(getNamedType(result))) visit(next);
    }
  };
  for (const type of [schema.getQueryType()!, ...entityTypesOf(schema)]) visit(type);
  return [...seen].sort();
}

export const membersOf = (type: unknown): readonly GraphQLObjectType[] =>
  isUnionType(type) ? type.getTypes() : isObjectType(type) ? [type] : [];
