import { buildSchema, GraphQLError, type GraphQLSchema, graphql } from "graphql";
import { enforceScopes } from "../../src/security/enforce-scopes.js";
import { type Caller, type Scope, scopes } from "../../src/security/scopes.js";
import { buildSubgraph } from "../../src/subgraph.js";

const definitions = `
  directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION
`;

function enforced(sdl: string): GraphQLSchema {
  return enforceScopes(buildSchema(`${definitions} ${sdl}`));
}

const caller = (...granted: Scope[]): Caller => ({
  kind: "user",
  tenantId: "01990000-0000-7000-8000-0000000000a1",
  scopes: new Set(granted),
  subject: "somebody",
});
const anonymous: Caller = { kind: "anonymous", tenantId: null, scopes: new Set(), subject: "anonymous" };

async function ask(schema: GraphQLSchema, source: string, as: Caller, rootValue: object = {}) {
  const { data, errors = [] } = await graphql({ schema, source, rootValue, contextValue: { caller: as } });
  const codes = errors.map((error: GraphQLError) => (error.originalError as { code?: string } | undefined)?.code);
  return { data, codes };
}

describe("a field", () => {
  const schema = enforced(`
    type Query {
      open: String
      either: String @requiresScopes(scopes: [["quote"], ["read"]])
      staff: String @requiresScopes(scopes: [["read"]])
    }
  `);
  const values = { open: "o", either: "e", staff: "s" };

  it.each([
    ["quote", { open: "o", either: "e", staff: null }, ["FORBIDDEN"]],
    ["read", { open: "o", either: "e", staff: "s" }, []],
    ["ship", { open: "o", either: null, staff: null }, ["FORBIDDEN", "FORBIDDEN"]],
    ["admin", { open: "o", either: null, staff: null }, ["FORBIDDEN", "FORBIDDEN"]],
  ] as [Scope, object, string[]][])("opens to any of its scopes and to no other: %s", async (scope, data, codes) => {
    expect(await ask(schema, "{ open either staff }", caller(scope), values)).toEqual({ data, codes });
  });

  it("tells a caller without a token to get one", async () => {
    expect(await ask(schema, "{ staff }", anonymous, values)).toEqual({
      data: { staff: null },
      codes: ["UNAUTHENTICATED"],
    });
  });

  it("does not run its resolver for a caller it refuses", async () => {
    const staff = jest.fn(() => "s");
    await ask(schema, "{ staff }", caller("quote"), { staff });
    expect(staff).not.toHaveBeenCalled();
  });
});

describe("a type", () => {
  const schema = enforced(`
    type Query { box: Box }
    type Box @requiresScopes(scopes: [["quote"], ["read"]]) {
      number: String
      price: String @requiresScopes(scopes: [["read"]])
    }
    extend type Box { label: String @requiresScopes(scopes: [["read"]]) }
  `);
  const box = { number: "7", price: "9.50", label: "L" };

  it("guards all its fields, however they are reached", async () => {
    expect(await ask(schema, "{ box { number } }", caller("ship"), { box })).toEqual({
      data: { box: { number: null } },
      codes: ["FORBIDDEN"],
    });
  });

  it("and its fields ask for their own scopes besides", async () => {
    expect(await ask(schema, "{ box { number price label } }", caller("quote"), { box })).toEqual({
      data: { box: { number: "7", price: null, label: null } },
      codes: ["FORBIDDEN", "FORBIDDEN"],
    });
    expect(await ask(schema, "{ box { number price label } }", caller("read"), { box })).toEqual({
      data: { box },
      codes: [],
    });
  });

  it("is guarded when an extension says so", async () => {
    const extended = enforced(`
      type Query { box: Box }
      type Box { number: String }
      extend type Box @requiresScopes(scopes: [["read"]])
    `);
    expect((await ask(extended, "{ box { number } }", caller("quote"), { box })).codes).toEqual(["FORBIDDEN"]);
  });
});

describe("what a mutation gives back", () => {
  const schema = enforced(`
    type Query { box: Box @requiresScopes(scopes: [["quote"], ["read"]]) }
    type Mutation {
      buy: Box @requiresScopes(scopes: [["ship"]])
      decide: Box @requiresScopes(scopes: [["admin"]])
    }
    type Box @requiresScopes(scopes: [["quote"], ["read"], ["ship"]]) {
      number: String
      label: String @requiresScopes(scopes: [["read"], ["ship"]])
    }
  `);
  const box = { number: "7", label: "L" };
  const root = { box, buy: box, decide: box };

  it("is open to the scope of the mutation, where it is listed", async () => {
    expect(await ask(schema, "mutation { buy { number label } }", caller("ship"), root)).toEqual({
      data: { buy: box },
      codes: [],
    });
    expect(await ask(schema, "mutation { decide { number label } }", caller("admin"), root)).toEqual({
      data: { decide: { number: null, label: null } },
      codes: ["FORBIDDEN", "FORBIDDEN"],
    });
  });

  it("is no more open in a query than to the scopes that read", async () => {
    expect(await ask(schema, "{ box { number label } }", caller("quote", "ship", "admin"), root)).toEqual({
      data: { box: { number: "7", label: null } },
      codes: ["FORBIDDEN"],
    });
    expect((await ask(schema, "{ box { number label } }", caller("ship"), root)).data).toEqual({ box: null });
  });
});

it.each([
  ["two scopes at once", '[["read", "ship"]]'],
  ["an unknown scope", '[["owner"]]'],
  ["nothing", "[]"],
  ["an empty alternative", "[[]]"],
])("refuses to start with a list of %s", (_, list) => {
  expect(() => enforced(`type Query { a: String @requiresScopes(scopes: ${list}) }`)).toThrow("@requiresScopes");
});

describe("the subgraph", () => {
  const schema = buildSubgraph({ order: { typeName: "Order", keyField: "id" } });
  const fields = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ name }) => !name.startsWith("_"))
      .map((field) => ({ at: `${type.name}.${field.name}`, field, operation: type.name.toLowerCase() })),
  );
  const refused = (granted: Scope[]) =>
    fields
      .filter(({ field, operation }) => {
        try {
          // What comes after the check cannot work without arguments: only a refusal is of interest.
          const info = { operation: { operation } } as never;
          Promise.resolve(field.resolve?.({}, {}, { caller: caller(...granted) }, info)).catch(() => undefined);
          return false;
        } catch (error) {
          return (error as { code?: string }).code === "FORBIDDEN";
        }
      })
      .map(({ at }) => at);

  it("refuses every root field to a token without scopes, and none to one with all", () => {
    expect(refused([])).toEqual(fields.map(({ at }) => at));
    expect(refused([...scopes])).toEqual([]);
  });

  it("opens to a storefront what buyers see and nothing that spends or changes", () => {
    const denied = new Set(refused(["quote"]));
    expect(fields.map(({ at }) => at).filter((at) => !denied.has(at))).toEqual([
      "Query.validateAddress",
      "Query.carriers",
      "Query.packItems",
      "Query.deliveryOptions",
      "Query.carrierLocations",
      "Query.rateQuote",
      "Query.shipment",
      "Query.trackDelivery",
    ]);
  });

  it("spends and changes with ship or admin only; to ask the carrier where a package is, read is enough", () => {
    const denied = new Set(refused(["quote", "read"]));
    const mutations = fields.map(({ at }) => at).filter((at) => at.startsWith("Mutation."));
    expect(mutations.filter((at) => !denied.has(at))).toEqual(["Mutation.refreshTracker"]);
    expect(refused(["quote"])).toEqual(expect.arrayContaining(mutations));
  });
});
