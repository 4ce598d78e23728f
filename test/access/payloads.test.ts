import { type GraphQLObjectType, getNamedType, isCompositeType, isRequiredArgument } from "graphql";
import { requiredScopes } from "../../src/security/enforce-scopes.js";
import { readingOf, type Scope } from "../../src/security/scopes.js";
import { buildSubgraph } from "../../src/subgraph.js";
import { fieldsOf } from "../support/graph-elements.js";
import { operations } from "./operations.js";
import { membersOf, objectTypes, printedScopes } from "./schema-facts.js";
import { startTwoTenants, type TwoTenants } from "./two-tenants.js";

const schema = buildSubgraph({ order: { typeName: "Order", keyField: "id" } });
const mutations = fieldsOf(schema.getMutationType()!).map((field) => ({
  name: field.name,
  scopes: requiredScopes(field)!,
  payload: getNamedType(field.type) as GraphQLObjectType,
}));
const membersOfField = (type: GraphQLObjectType, name: string) => membersOf(getNamedType(type.getFields()[name]!.type));

/** Every type that a payload leads to, nearest first, itself included. */
function typesFrom(payload: GraphQLObjectType): GraphQLObjectType[] {
  const found = [payload];
  for (const type of found)
    for (const { name } of fieldsOf(type))
      found.push(...membersOfField(type, name).filter((next) => !found.includes(next)));
  return found;
}

/** By `Type.field`: the scopes of all mutations that give it back. */
const givenBackTo = new Map<string, Set<Scope>>();
for (const { scopes, payload } of mutations)
  for (const type of typesFrom(payload))
    for (const { name } of fieldsOf(type)) {
      const coordinate = `${type.name}.${name}`;
      givenBackTo.set(coordinate, new Set([...(givenBackTo.get(coordinate) ?? []), ...scopes]));
    }

describe("what a mutation gives back, as the schema prints it for routers", () => {
  it("is open to whoever may call it, however deep it lies", () => {
    expect(givenBackTo.size).toBeGreaterThan(200);
    const closed = mutations.flatMap(({ name, scopes, payload }) =>
      typesFrom(payload).flatMap((type) =>
        fieldsOf(type).flatMap((field) => {
          const printed = printedScopes(type, field.name);
          const missing = printed === null ? [] : scopes.filter((scope) => !printed.includes(scope));
          return missing.length === 0 ? [] : [`${name}: ${type.name}.${field.name} is closed to ${missing}`];
        }),
      ),
    );
    expect(closed).toEqual([]);
  });

  it("is all that is open to scopes that do not read: readers and buyersAndReaders are for the rest", () => {
    const wider = objectTypes(schema)
      .filter((type) => type !== schema.getMutationType())
      .flatMap((type) =>
        fieldsOf(type).flatMap(({ name }) => {
          const printed = printedScopes(type as GraphQLObjectType, name) ?? [];
          const extra = printed.filter(
            (scope) => !readingOf(printed).includes(scope) && !givenBackTo.get(`${type.name}.${name}`)?.has(scope),
          );
          return extra.length === 0 ? [] : [`${type.name}.${name}: ${extra}`];
        }),
      );
    expect(wider).toEqual([]);
  });
});

/** Every field that a payload leads to, once, where it lies nearest. */
function wholePayload(payload: GraphQLObjectType): string {
  const seen = new Set([payload]);
  const texts = new Map<GraphQLObjectType, string[]>();
  const nested = new Map<GraphQLObjectType, { name: string; members: readonly GraphQLObjectType[] }[]>();
  const queue = [payload];
  for (const type of queue) {
    const open = fieldsOf(type).filter(({ args }) => !args.some(isRequiredArgument));
    texts.set(
      type,
      open.filter((field) => !isCompositeType(getNamedType(field.type))).map(({ name }) => name),
    );
    const links = open.filter((field) => isCompositeType(getNamedType(field.type)));
    nested.set(
      type,
      links.map(({ name }) => {
        const members = membersOfField(type, name).filter((member) => !seen.has(member));
        for (const member of members) seen.add(member);
        queue.push(...members);
        return { name, members };
      }),
    );
  }
  const selectionOf = (type: GraphQLObjectType): string =>
    [
      "__typename",
      ...texts.get(type)!,
      ...nested.get(type)!.map(({ name, members }) => {
        const inner = members.map((member) => `... on ${member.name} { ${selectionOf(member)} }`);
        return `${name} { __typename ${inner.join(" ")} }`;
      }),
    ].join(" ");
  return selectionOf(payload);
}

describe("read by a token that has the mutation's scope alone", () => {
  let world: TwoTenants;
  beforeAll(async () => {
    world = await startTwoTenants();
  });
  afterAll(() => world?.close());

  it.each(mutations.flatMap(({ name, scopes, payload }) => scopes.map((scope) => ({ name, scope, payload }))))(
    "$name gives $scope all that it leads to, and nulls nothing",
    async ({ name, scope, payload }) => {
      const { owner, service } = world;
      const variables = await operations[`Mutation.${name}`]!.variables(owner);
      const inputType = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
      const source = `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${wholePayload(payload)} } }`;
      const { data, errors = [] } = await service.execute(source, variables, {
        ...{ tenantId: owner.tenantId, scopes: [scope] },
      });
      expect(errors.map(({ path, message }) => `${path?.join(".")}: ${message}`)).toEqual([]);
      const { __typename, userErrors, ...results } = data[name];
      expect(userErrors).toEqual([]);
      expect(Object.values(results)).not.toContain(null);
    },
  );
});
