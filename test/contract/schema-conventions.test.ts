import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";
import { requiredScopes } from "../../src/security/enforce-scopes.js";
import { buildSubgraph } from "../../src/subgraph.js";
import { fieldsOf, ownTypes } from "../support/graph-elements.js";

const schema = buildSubgraph({ order: null });
const roots = [schema.getQueryType()!, schema.getMutationType()!];
const rootFields = roots.flatMap((root) =>
  fieldsOf(root).map((field) => ({ at: `${root.name}.${field.name}`, field })),
);
const outputFields = ownTypes(schema)
  .filter((type) => isObjectType(type) && !roots.includes(type))
  .flatMap((type) => fieldsOf(type).map((field) => ({ at: `${type.name}.${field.name}`, field })));
const typesWith = (suffix: string) => ownTypes(schema).filter(({ name }) => name.endsWith(suffix));
const shape = (name: string) =>
  Object.fromEntries(fieldsOf(schema.getType(name)!).map((field) => [field.name, String(field.type)]));

/** Every type that an operation can name or receive, starting from the roots and the entities. */
function reachable(graph: GraphQLSchema): Set<GraphQLNamedType> {
  const seen = new Set<GraphQLNamedType>();
  const visit = (type: GraphQLNamedType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (isUnionType(type)) for (const member of type.getTypes()) visit(member);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
    for (const field of fieldsOf(type)) for (const { type: used } of [field, ...field.args]) visit(getNamedType(used));
  };
  for (const root of [graph.getQueryType()!, graph.getMutationType()!]) visit(root);
  return seen;
}

it("root fields are nullable: one that fails must not erase what other subgraphs answered", () => {
  expect(rootFields.length).toBeGreaterThan(20);
  expect(rootFields.filter(({ field }) => isNonNullType(field.type)).map(({ at }) => at)).toEqual([]);
});

it("every root field says which scopes open it", () => {
  expect(rootFields.filter(({ field }) => requiredScopes(field) === null).map(({ at }) => at)).toEqual([]);
});

it("no type stands outside of every operation", () => {
  const used = reachable(schema);
  expect(used.size).toBeGreaterThan(50);
  expect(ownTypes(schema).filter((type) => !used.has(type))).toEqual([]);
});

const mutations = fieldsOf(schema.getMutationType()!);

it("each mutation takes one input and gives one payload, named after it, with userErrors", () => {
  expect(mutations.length).toBeGreaterThan(20);
  for (const { name, args, type } of mutations) {
    const stem = `${name[0]!.toUpperCase()}${name.slice(1)}`;
    expect(args.map((argument) => [argument.name, String(argument.type)])).toEqual([["input", `${stem}Input!`]]);
    expect(String(type)).toBe(`${stem}Payload`);
    expect(shape(`${stem}Payload`)).toMatchObject({ userErrors: "[ShippingUserError!]!" });
  }
});

it("nothing else takes a mutation's input or gives its payload, so that each can grow alone", () => {
  const ofMutations = new Set(
    mutations.flatMap(({ args, type }) => [...args, { type }].map((used) => used.type)).map(String),
  );
  const named = (type: unknown) => String(type).replace(/[[\]!]/g, "");
  const owned = new Set([...ofMutations].map(named));
  const uses = ownTypes(schema).flatMap((type) =>
    Object.values("getFields" in type ? type.getFields() : {}).flatMap((field) =>
      [field, ...("args" in field ? field.args : [])].map((used) => ({
        at: `${type.name}.${field.name}`,
        type: named(used.type),
      })),
    ),
  );
  expect(owned.size).toBe(2 * mutations.length);
  expect(
    uses
      .filter(({ at, type }) => owned.has(type) && !at.startsWith("Mutation."))
      .map(({ at, type }) => `${at}: ${type}`),
  ).toEqual([]);
});

it("what is always required is non-null, so that types say it and not only descriptions", () => {
  const inputs = ownTypes(schema).filter(isInputObjectType);
  const optional = inputs.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => !isNonNullType(field.type))
      .map((field) => ({ at: `${type.name}.${field.name}`, description: field.description ?? "" })),
  );
  expect(optional.length).toBeGreaterThan(100);
  expect(optional.filter(({ description }) => /(^|[.] )Required( \(|[.:]|$)/.test(description))).toEqual([]);
});

it("a change describes no default and nothing as required: what is absent stays as it is", () => {
  const changes = ownTypes(schema)
    .filter(isInputObjectType)
    .filter(({ name }) => /^(Update|Duplicate)\w+Input$|ChangesInput$/.test(name));
  const fields = changes.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
  expect(fields.length).toBeGreaterThan(40);
  const misleading = fields.filter(({ field }) => /\bDefault: |\bRequired\b/.test(field.description ?? ""));
  expect(misleading.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
});

it("an output that can be null says when", () => {
  const silent = outputFields.filter(
    ({ field }) => !isNonNullType(field.type) && !/\bnull\b/i.test(field.description ?? ""),
  );
  expect(silent.map(({ at }) => at)).toEqual([]);
});

it("a filter says what null is in it", () => {
  const filters = typesWith("Filter");
  expect(filters.length).toBeGreaterThan(4);
  expect(filters.filter(({ description }) => !description?.includes("Null is the same as absent"))).toEqual([]);
});

it("a payload's results are nullable, so that errors can stand beside them", () => {
  const lists = /^\[.*\]!$/;
  const results = typesWith("Payload").flatMap((type) => Object.entries(shape(type.name)));
  expect(results.filter(([, type]) => type.endsWith("!") && !lists.test(type))).toEqual([]);
});

it("growing lists are connections of one shape", () => {
  const connections = typesWith("Connection").map(({ name }) => name.replace(/Connection$/, ""));
  expect(connections).toContain("Shipment");
  for (const node of connections) {
    expect(shape(`${node}Connection`)).toEqual({
      edges: `[${node}Edge!]!`,
      nodes: `[${node}!]!`,
      pageInfo: "PageInfo!",
      totalCount: "Int!",
    });
    expect(shape(`${node}Edge`)).toEqual({ cursor: "String!", node: `${node}!` });
  }
  for (const { field } of rootFields.filter(({ field }) => String(field.type).endsWith("Connection"))) {
    const page = Object.fromEntries(field.args.map((argument) => [argument.name, argument.defaultValue]));
    expect(page).toMatchObject({ first: 50, after: undefined });
  }
});

it("what may be refused to some callers is nullable, so that refusing it does not erase the rest", () => {
  const refusable = outputFields.filter(({ field }) => requiredScopes(field) !== null);
  expect(refusable.length).toBeGreaterThan(10);
  expect(refusable.filter(({ field }) => isNonNullType(field.type)).map(({ at }) => at)).toEqual([]);
});

it("a field that opens what fewer callers may see asks for the same scopes", () => {
  const wider = ownTypes(schema).flatMap((type) =>
    fieldsOf(type).flatMap((field) => {
      const target = isObjectType(getNamedType(field.type)) ? requiredScopes(getNamedType(field.type) as never) : null;
      const own = isObjectType(type) ? (requiredScopes(field) ?? requiredScopes(type)) : null;
      return target && own?.some((scope) => !target.includes(scope)) ? [`${type.name}.${field.name}`] : [];
    }),
  );
  // Mutations and rates run with other scopes than reading what they give.
  expect(wider.filter((at) => !/^(Query|Mutation)\./.test(at))).toEqual([]);
});

it("no secret is given out", () => {
  const telling = /(secret|token|password|credential)/i;
  expect(outputFields.filter(({ field }) => telling.test(field.name)).map(({ at }) => at)).toEqual([
    "CarrierAccount.clientSecretFingerprint",
    "CarrierAccount.credentialsRotatedAt",
  ]);
});

it("entities are found by keys that are fields of theirs", () => {
  const keys = ownTypes(schema).flatMap((type) =>
    (type.astNode?.directives ?? [])
      .filter(({ name }) => name.value === "key")
      .map(({ arguments: [fields] = [] }) => [type.name, fields?.value.kind === "StringValue" && fields.value.value]),
  );
  expect(keys).toEqual([
    ["Carrier", "code"],
    ["CarrierAccount", "id"],
    ["CarrierLocation", "id"],
    ["CarrierShippingMethod", "id"],
    ["PackageTemplate", "id"],
    ["ShipFromPlace", "id"],
    ["CustomerCarrierAccount", "id"],
    ["RateQuote", "id"],
    ["Shipment", "id"],
    ["LabelPurchase", "id"],
    ["ShipmentPackage", "id"],
    ["ShippingDocument", "id"],
    ["ShippingLabel", "id"],
    ["Tracker", "id"],
    ["Tracker", "carrierCode trackingNumber"],
  ]);
});
