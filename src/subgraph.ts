import { buildSubgraphSchema } from "@apollo/subgraph";
import { getDocumentNodeFromSchema } from "@graphql-tools/utils";
import { type DocumentNode, type GraphQLSchema, isObjectType, Kind, parse } from "graphql";
import { buildSchemaSync, createResolversMap } from "type-graphql";
import type { Context } from "./context.js";
import { clearLoaders } from "./database/loaders.js";
import { allEntities } from "./entities/all-entities.js";
import { allResolvers } from "./resolvers/all-resolvers.js";
import { type OrderContribution, orderResolvers, orderTypeDefs } from "./resolvers/order/order-shipments.js";
import { referenceResolvers } from "./resolvers/references.js";
import { enforceScopes } from "./security/enforce-scopes.js";

export interface SubgraphOptions {
  /** Adds `shipments` to a neighbour's order type; null: off. */
  order: OrderContribution | null;
}

/** v2.9 is the newest that the Apollo, Guild and WunderGraph composers all accept. */
const federation = parse(`extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@requiresScopes"]
)`);

const dropped = new Set<string>([Kind.SCHEMA_DEFINITION, Kind.DIRECTIVE_DEFINITION]);

/** What the subgraph owns, as one document: type definitions without the federation machinery. */
function typeDefs(code: GraphQLSchema): DocumentNode {
  const definitions = getDocumentNodeFromSchema(code).definitions.filter((node) => !dropped.has(node.kind));
  return { kind: Kind.DOCUMENT, definitions: [...federation.definitions, ...definitions] };
}

function codeSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: allResolvers as never,
    orphanedTypes: allEntities,
    skipCheck: true,
    validate: false,
  });
}

function modules(options: SubgraphOptions) {
  const code = codeSchema();
  const resolvers = createResolversMap(code) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(referenceResolvers)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  const core = { typeDefs: typeDefs(code), resolvers };
  if (options.order === null) return [core];
  return [core, { typeDefs: parse(orderTypeDefs(options.order)), resolvers: orderResolvers(options.order) }];
}

/** A mutation reads afresh what it, or the one before it, changed. */
function refreshAroundMutations(schema: GraphQLSchema): GraphQLSchema {
  const mutation = schema.getMutationType();
  for (const field of isObjectType(mutation) ? Object.values(mutation.getFields()) : []) {
    const resolve = field.resolve!;
    field.resolve = async (source, args, context: Context, info) => {
      const result = await resolve(source, args, context, info);
      clearLoaders(context.loaders);
      return result;
    };
  }
  return schema;
}

/** The executable subgraph: resolvers, reference resolvers and scopes together. */
export function buildSubgraph(options: SubgraphOptions): GraphQLSchema {
  return enforceScopes(refreshAroundMutations(buildSubgraphSchema(modules(options) as never)));
}

/** The type definitions as composers read them, without another team's types. */
export function subgraphDocument(options: SubgraphOptions = { order: null }): DocumentNode {
  const definitions = modules(options).flatMap((module) => module.typeDefs.definitions);
  return { kind: Kind.DOCUMENT, definitions };
}
