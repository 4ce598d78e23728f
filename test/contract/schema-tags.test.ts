import { composeSchemaContract } from "@theguild/federation-composition";
import { federateSubgraphsContract } from "@wundergraph/composition";
import { buildSchema, type GraphQLSchema, isObjectType, Kind, parse, type TypeNode } from "graphql";
import { buildSubgraph, printSubgraph } from "../../src/subgraph.js";
import { storefrontSees } from "../access/field-expectations.js";
import { differences, noDifference } from "../access/parse-table.js";
import { fieldsOf, ownTypes } from "../support/graph-elements.js";

const order = { typeName: "Order", keyField: "id" };
const typeDefs = parse(printSubgraph({ order }));
const url = "http://127.0.0.1/graphql";
/** The neighbour whose orders get shipments; its own fields carry the tags of its team. */
const orders = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])
  type Query { order(id: ID! @tag(name: "storefront") @tag(name: "backoffice")): Order @tag(name: "storefront") @tag(name: "backoffice") }
  type Order @key(fields: "id") { id: ID! @tag(name: "storefront") @tag(name: "backoffice") }
`);

const coordinates = (schema: GraphQLSchema): string[] =>
  ownTypes(schema).flatMap((type) =>
    isObjectType(type) ? fieldsOf(type).map((field) => `${type.name}.${field.name}`) : [],
  );
const isOurs = (coordinate: string) => coordinate !== "Query.order";
const whole = coordinates(buildSubgraph({ order }));
const reviewed = Object.entries(storefrontSees).flatMap(([type, fields]) =>
  fields
    .trim()
    .split(/\s+/)
    .map((field) => `${type}.${field}`),
);

type Compose = (tag: string) => GraphQLSchema;
const withGuild: Compose = (tag) => {
  const services = [
    { name: "shipping", typeDefs, url },
    { name: "orders", typeDefs: orders, url },
  ];
  const result = composeSchemaContract(services, { include: new Set([tag]), exclude: new Set() }, true);
  expect(result.errors ?? []).toEqual([]);
  return buildSchema((result as { publicSdl: string }).publicSdl);
};
/** The composer uses a method of sets that Node 20 does not have. */
const setOf = (...names: string[]): Set<string> => {
  const set = new Set(names);
  return Object.assign(set, { isDisjointFrom: (other: Set<string>) => ![...set].some((name) => other.has(name)) });
};
const withWunderGraph: Compose = (tag) => {
  const result = federateSubgraphsContract({
    subgraphs: [
      { name: "shipping", url, definitions: typeDefs },
      { name: "orders", url, definitions: orders },
    ],
    contractTagOptions: { tagNamesToInclude: setOf(tag), tagNamesToExclude: setOf() },
    version: "1",
  });
  if (!result.success) throw new Error(result.errors.map(({ message }) => message).join("\n"));
  return result.federatedGraphClientSchema;
};

describe.each([
  ["The Guild's", withGuild],
  ["WunderGraph's", withWunderGraph],
])("a variant by %s composer", (_, compose) => {
  it("of storefront is all that a storefront may see, and nothing else", () => {
    expect(differences(coordinates(compose("storefront")).filter(isOurs), reviewed)).toEqual(noDifference);
  });

  it("of backoffice is everything", () => {
    expect(differences(coordinates(compose("backoffice")).filter(isOurs), whole)).toEqual(noDifference);
  });
});

it("a variant of storefront has what is added to neighbours' types, whatever it needs of them that is not shown", () => {
  const both = '@tag(name: "storefront") @tag(name: "backoffice")';
  const catalog = parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@shareable"])
    type Query { product: Product ${both} }
    type Product @key(fields: "id") { id: ID! ${both} shippingWeight: ShippingWeight }
    type ShippingWeight @shareable { value: Float! unit: String! }
  `);
  const product = { typeName: "Product", keyField: "id", answerWithinMs: 1_000 };
  const shipping = parse(printSubgraph({ order: null, product }));
  const services = [
    { name: "shipping", typeDefs: shipping, url },
    { name: "catalog", typeDefs: catalog, url },
  ];
  const result = composeSchemaContract(services, { include: new Set(["storefront"]), exclude: new Set() }, true);
  expect(result.errors ?? []).toEqual([]);
  const shown = coordinates(buildSchema((result as { publicSdl: string }).publicSdl));
  expect(shown).toEqual(expect.arrayContaining(["Product.id", "Product.shippingEstimate"]));
  expect(shown).not.toContain("Product.shippingWeight");
});

/** As GraphOS reads tags: a type's tag is one on each of its fields; only unions and fields need one to be included. */
function included(tag: string): { fields: string[]; leadingNowhere: string[] } {
  const tagsOf = ({
    directives = [],
  }: {
    directives?: readonly { name: { value: string }; arguments?: readonly unknown[] }[];
  }) => JSON.stringify(directives).includes(`"value":"${tag}"`);
  const objects = typeDefs.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const fields = objects.flatMap((type) =>
    (type.fields ?? [])
      .filter((field) => tagsOf(type) || tagsOf(field))
      .map((field) => ({ coordinate: `${type.name.value}.${field.name.value}`, leadsTo: nameOf(field.type) })),
  );
  const kept = new Set(fields.map(({ coordinate }) => coordinate.split(".")[0]));
  const objectNames = new Set(objects.map(({ name }) => name.value));
  return {
    fields: fields.map(({ coordinate }) => coordinate),
    leadingNowhere: fields
      .filter(({ leadsTo }) => objectNames.has(leadsTo) && !kept.has(leadsTo))
      .map(({ coordinate }) => coordinate),
  };
}
function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

describe("a variant by GraphOS's rules", () => {
  const isKeyOfOrder = (coordinate: string) => coordinate !== "Order.id";

  it.each(["storefront", "backoffice"])("of %s cuts nothing off", (tag) => {
    expect(included(tag).fields.length).toBeGreaterThan(100);
    expect(included(tag).leadingNowhere).toEqual([]);
  });

  it("of storefront is all that a storefront may see", () => {
    expect(differences(included("storefront").fields, reviewed.filter(isKeyOfOrder))).toEqual(noDifference);
  });
});

it("every root field has a tag, and those of buyers have both", () => {
  const fields = typeDefs.definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && /^(Query|Mutation)$/.test(node.name.value) ? (node.fields ?? []) : [],
  );
  const tags = fields.map(({ name, directives = [] }) => ({
    name: name.value,
    tags: directives.filter((directive) => directive.name.value === "tag").length,
  }));
  expect(tags.filter((field) => field.tags === 0)).toEqual([]);
  const both = tags.filter((field) => field.tags === 2).map(({ name }) => name);
  expect(both.sort()).toEqual(storefrontSees.Query?.split(" ").sort());
});
