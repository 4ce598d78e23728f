import { buildSubgraphSchema } from "@apollo/subgraph";
import { getDocumentNodeFromSchema } from "@graphql-tools/utils";
import {
  type DefinitionNode,
  type DocumentNode,
  defaultFieldResolver,
  GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
} from "graphql";
import { buildSchemaSync, createResolversMap, getMetadataStorage } from "type-graphql";
import type { Context } from "./context.js";
import { clearLoaders } from "./database/loaders.js";
import { allEntities } from "./entities/all-entities.js";
import { allResolvers } from "./resolvers/all-resolvers.js";
import { contributionModules } from "./resolvers/contributions.js";
import { resolveEntitiesInPlace } from "./resolvers/entities.js";
import type { OrderContribution } from "./resolvers/order/order-shipments.js";
import type { ProductContribution } from "./resolvers/product/product-estimate.js";
import { referenceResolvers } from "./resolvers/references.js";
import { enforceScopes } from "./security/enforce-scopes.js";
import { withTags } from "./subgraph-tags.js";
import { inSpan, isTracing } from "./telemetry/spans.js";

export interface SubgraphOptions {
  /** Adds `shipments` to a neighbour's order type; null: off. */
  order: OrderContribution | null;
  /** Adds `shippingEstimate` to a neighbour's product type; null or absent: off. */
  product?: ProductContribution | null;
}

/** v2.9 is the newest that the Apollo, Guild and WunderGraph composers all accept. */
const federation = (further: string) =>
  parse(`extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@requiresScopes", "@tag"${further}]
)`);

const dropped = new Set<string>([Kind.SCHEMA_DEFINITION, Kind.DIRECTIVE_DEFINITION]);

/** type-graphql cannot describe the root types. */
const rootDescriptions = new Map([
  ["Query", "Reads of stored data, and live requests to the carriers; those that call a carrier say so."],
  [
    "Mutation",
    "Changes, and everything that costs money. Executed one after the other, in the order of the operation.",
  ],
]);

function described(node: DefinitionNode): DefinitionNode {
  const value = node.kind === Kind.OBJECT_TYPE_DEFINITION ? rootDescriptions.get(node.name.value) : undefined;
  return value === undefined ? node : ({ ...node, description: { kind: Kind.STRING, value } } as DefinitionNode);
}

/** What the subgraph owns, as one document: type definitions without the federation machinery. */
function typeDefs(code: GraphQLSchema, needsOthers: boolean): DocumentNode {
  const { definitions: links } = federation(needsOthers ? ', "@external", "@requires"' : "");
  const definitions = getDocumentNodeFromSchema(code).definitions.filter((node) => !dropped.has(node.kind));
  return { kind: Kind.DOCUMENT, definitions: [...links, ...withTags(definitions.map(described))] };
}

/** Types stand in the order of the entities, each followed by what it first mentions, whatever module loads first. */
function codeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: allResolvers as never,
    orphanedTypes: allEntities,
    skipCheck: true,
    validate: false,
  });
  const shown = new Set(getMetadataStorage().objectTypes.map(({ target }) => target));
  const types = allEntities.flatMap((entity) => (shown.has(entity) ? (schema.getType(entity.name) ?? []) : []));
  return new GraphQLSchema({ ...schema.toConfig(), types });
}

function modules(options: SubgraphOptions) {
  const code = codeSchema();
  const resolvers = createResolversMap(code) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(referenceResolvers)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  const contributed = contributionModules(options);
  return [{ typeDefs: typeDefs(code, contributed.needsOthers), resolvers }, ...contributed.modules];
}

/** A mutation reads afresh what it, or the one before it, changed. */
function refreshAroundMutations(schema: GraphQLSchema): GraphQLSchema {
  const mutation = schema.getMutationType();
  for (const field of isObjectType(mutation) ? Object.values(mutation.getFields()) : []) {
    const resolve = field.resolve!;
    field.resolve = async (source, args, context: Context, info) => {
      try {
        return await resolve(source, args, context, info);
      } finally {
        clearLoaders(context.loaders);
      }
    };
  }
  return schema;
}

/** Root fields, `_entities` included, are what a trace of an operation shows of the graph. */
function traceRootFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const resolve = field.resolve ?? defaultFieldResolver;
      const name = `${type?.name}.${field.name}`;
      field.resolve = (...of) => (isTracing() ? inSpan(name, {}, async () => resolve(...of)) : resolve(...of));
    }
  }
  return schema;
}

/** The executable subgraph: resolvers, reference resolvers and scopes together. */
export function buildSubgraph(options: SubgraphOptions): GraphQLSchema {
  const schema = buildSubgraphSchema(modules(options) as never);
  return enforceScopes(traceRootFields(refreshAroundMutations(resolveEntitiesInPlace(schema))));
}

/** The type definitions as composers read them, without another team's types. */
export function subgraphDocument(options: SubgraphOptions = { order: null }): DocumentNode {
  const definitions = modules(options).flatMap((module) => module.typeDefs.definitions);
  return { kind: Kind.DOCUMENT, definitions };
}

const printedNote = "# Printed from the code by `npm run schema:print`. Never edited by hand.\n\n";

const withoutScopes = {
  Directive: {
    enter: (node: { name: { value: string } }) => (node.name.value === "requiresScopes" ? null : undefined),
  },
};

/**
 * The type definitions as text, in the order of the code. `scopes: false` leaves `@requiresScopes` out, for routers
 * that do not check tokens: the subgraph enforces the scopes all the same.
 */
export function printSubgraph(options: SubgraphOptions & { scopes?: boolean } = { order: null }): string {
  const document = subgraphDocument(options);
  return `${printedNote}${print(options.scopes === false ? visit(document, withoutScopes) : document)}\n`;
}
