import {
  type ConstDirectiveNode,
  defaultFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  valueFromASTUntyped,
} from "graphql";
import { type Caller, isScope, readingOf, requireScope, type Scope } from "./scopes.js";

interface Directed {
  astNode?: { directives?: readonly ConstDirectiveNode[] } | null;
  extensionASTNodes?: readonly { directives?: readonly ConstDirectiveNode[] }[] | null;
}

/** Our lists are alternatives of one scope each. Anything else would be enforced wrongly, so it is not started with. */
function alternatives(lists: unknown): Scope[] {
  const isAlternative = (list: unknown): list is [Scope] =>
    Array.isArray(list) && list.length === 1 && isScope(String(list[0]));
  if (!Array.isArray(lists) || lists.length === 0 || !lists.every(isAlternative))
    throw new Error(`@requiresScopes lists alternatives of one known scope each, not ${JSON.stringify(lists)}.`);
  return lists.flat();
}

/** The scopes that `@requiresScopes` lists on a type or field, any of which opens it; null: none. */
export function requiredScopes(element: Directed): Scope[] | null {
  const nodes = [element.astNode, ...(element.extensionASTNodes ?? [])].flatMap((node) => node?.directives ?? []);
  const argument = nodes.find((node) => node.name.value === "requiresScopes")?.arguments?.[0];
  return argument === undefined ? null : alternatives(valueFromASTUntyped(argument.value));
}

type ResolveReference = (reference: object, context: { caller: Caller }, info: unknown) => unknown;

/**
 * Asked for by its key, a row is refused before it is looked for: the answer must not tell whether there is one. Keys
 * come in by a query, so only scopes that read count.
 */
function guardReferences(type: GraphQLObjectType, scopes: Scope[]): void {
  const apollo = type.extensions.apollo as { subgraph?: { resolveReference?: ResolveReference } } | undefined;
  const resolve = apollo?.subgraph?.resolveReference;
  if (resolve === undefined) return;
  const resolveReference: ResolveReference = async (reference, context, info) => {
    requireScope(context.caller, readingOf(scopes));
    return resolve(reference, context, info);
  };
  type.extensions = { ...type.extensions, apollo: { ...apollo, subgraph: { ...apollo?.subgraph, resolveReference } } };
}

/**
 * Makes every field check what the schema prints, on its type and on itself: one source for router and subgraph. What a
 * mutation gives back is open to all scopes that are listed; in a query those that read count alone, so that `ship` and
 * `admin` see what they did and nothing else. By `_entities` the type's scopes are asked for first.
 */
export function enforceScopes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const ofType = requiredScopes(type);
    if (ofType !== null) guardReferences(type, ofType);
    for (const field of Object.values(type.getFields())) {
      const checks = [ofType, requiredScopes(field)].filter((scopes) => scopes !== null);
      if (checks.length === 0) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      const inQueries = checks.map(readingOf);
      field.resolve = (source, args, context: { caller: Caller }, info) => {
        const isMutation = info.operation.operation === "mutation";
        for (const scopes of isMutation ? checks : inQueries) requireScope(context.caller, scopes);
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}
