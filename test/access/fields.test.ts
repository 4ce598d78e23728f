import { type GraphQLObjectType, getNamedType, isCompositeType } from "graphql";
import { type Scope, scopes } from "../../src/security/scopes.js";
import { buildSubgraph } from "../../src/subgraph.js";
import { fieldsOf, graphElements } from "../support/graph-elements.js";
import { scopesOf } from "./callers.js";
import { fieldAccess, storefrontSees } from "./field-expectations.js";
import { differences, noDifference } from "./parse-table.js";
import { accessOf, entityTypesOf, isSeenBy, objectTypes, reachableBy } from "./schema-facts.js";
import { startTwoTenants, type TwoTenants } from "./two-tenants.js";

const schema = buildSubgraph({ order: { typeName: "Order", keyField: "id" } });
const types = objectTypes(schema).filter(({ name }) => name !== "Query" && name !== "Mutation") as GraphQLObjectType[];
const words = (text: string) => text.trim().split(/\s+/);

/** `Type.field: access` of the reviewed table. */
const reviewed = Object.entries(fieldAccess).flatMap(([type, byAccess]) =>
  Object.entries(byAccess).flatMap(([access, names]) => words(names).map((name) => `${type}.${name}: ${access}`)),
);

describe("the table of fields", () => {
  it("says of every field of every type who sees it, as the schema prints it", () => {
    const printed = types.flatMap((type) =>
      fieldsOf(type).map(({ name }) => `${type.name}.${name}: ${accessOf(type, name)}`),
    );
    expect(printed.length).toBeGreaterThan(100);
    expect(differences(printed, reviewed)).toEqual(noDifference);
  });

  it("is all that a storefront can reach, however it goes about it", () => {
    const list = Object.entries(storefrontSees).flatMap(([type, names]) =>
      words(names).map((name) => `${type}.${name}`),
    );
    expect(differences(reachableBy(schema, "quote"), list)).toEqual(noDifference);
  });

  it("leaves nothing to ask for by tokens that may only spend, or only administer", () => {
    for (const scope of ["ship", "admin"] as const) {
      const reached = new Set(reachableBy(schema, scope).map((coordinate) => coordinate.split(".")[0]));
      const entities = entityTypesOf(schema).map(({ name }) => name);
      expect(entities.filter((name) => reached.has(name))).toEqual(["Order"]);
    }
  });
});

it("no argument or input field names a tenant or scopes: claims are their only source", () => {
  const names = graphElements(schema).map(({ coordinate }) => coordinate);
  expect(names.filter((name) => /tenant|scope/i.test(name))).toEqual([]);
});

describe("asked through the front door, one field at a time", () => {
  let world: TwoTenants;
  beforeAll(async () => {
    world = await startTwoTenants();
  });
  afterAll(() => world?.close());

  async function isGiven(type: GraphQLObjectType, name: string, as: keyof typeof scopesOf): Promise<boolean> {
    const field = type.getFields()[name]!;
    const selection = isCompositeType(getNamedType(field.type)) ? `${name} { __typename }` : name;
    const source = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on ${type.name} { ${selection} } } }`;
    const representations = [{ __typename: type.name, ...world.owner.keys[type.name] }];
    const { data, errors = [] } = await world.door.ask(world.badges[as], source, { representations });
    const codes = errors.map((error) => error.extensions.code);
    if (codes.length === 0) return data._entities[0] !== null && name in data._entities[0];
    expect([type.name, name, codes, data._entities[0]?.[name] ?? null]).toEqual([type.name, name, ["FORBIDDEN"], null]);
    return false;
  }

  it.each(entityTypesOf(schema).map((type) => [type.name, type] as const))("%s", async (_, type) => {
    for (const [caller, granted] of Object.entries(scopesOf).filter(([name]) => name !== "anonymous")) {
      const may = (name: string) => granted.some((scope) => isSeenBy(accessOf(type, name), scope));
      const names = fieldsOf(type).map(({ name }) => name);
      const scopesGiven: string[] = [];
      for (const name of names) if (await isGiven(type, name, caller as keyof typeof scopesOf)) scopesGiven.push(name);
      expect([caller, scopesGiven]).toEqual([caller, names.filter(may)]);
    }
  });
});

it("every scope there is has a caller in the tables", () => {
  const tried = new Set<Scope>(Object.values(scopesOf).flat());
  expect(scopes.filter((scope) => !tried.has(scope))).toEqual([]);
});
