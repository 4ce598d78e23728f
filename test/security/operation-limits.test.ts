import {
  type DocumentNode,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { AppError } from "../../src/errors.js";
import { readExampleOperations } from "../../src/http/explorer/example-operations.js";
import { createDocumentGate } from "../../src/security/operation-limits/document-gate.js";
import { ShapeReader } from "../../src/security/operation-limits/document-shape.js";
import { fieldWeights, listsLeadingBack, purchasingFields } from "../../src/security/operation-limits/field-weights.js";
import { defaultOperationLimits as limits } from "../../src/security/operation-limits/limits.js";
import { operationCost } from "../../src/security/operation-limits/operation-cost.js";
import { buildSubgraph } from "../../src/subgraph.js";

let schema: GraphQLSchema;
beforeAll(() => {
  schema = buildSubgraph({ order: { typeName: "Order", keyField: "id" } });
});

const operationOf = (document: DocumentNode) =>
  document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;

function costOf(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source);
  expect(validate(schema, document).map(String)).toEqual([]);
  return operationCost(schema, document, operationOf(document), variables, limits.maxListItems);
}

const gate = createDocumentGate(limits);

/** What the gate says about a document; null: nothing. */
function refusal(source: string): string | null {
  try {
    gate(source);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "OPERATION_TOO_COMPLEX") return error.message;
    throw error;
  }
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(" ");
const shapeOf = (source: string) => {
  const document = parse(source);
  return new ShapeReader(document, 1_000).measure(operationOf(document));
};

describe("clients of good will", () => {
  it("have room: three times the cost, depth, aliases and tokens of every example and of introspection", async () => {
    const examples = (await readExampleOperations()).map(({ document, variables }) => ({
      source: document,
      variables,
    }));
    const introspection = { source: getIntrospectionQuery({ inputValueDeprecation: true }), variables: {} };
    expect(examples.length).toBeGreaterThan(20);
    const rows = [...examples, introspection].map(({ source, variables }) => {
      const { depth, aliases } = shapeOf(source);
      expect(refusal(source)).toBeNull();
      return { name: /(?:query|mutation) (\w+)/.exec(source)?.[1], cost: costOf(source, variables), depth, aliases };
    });
    if (process.argv.includes("--verbose")) console.table(rows);
    const isTight = ({ cost, aliases }: (typeof rows)[0]) =>
      cost * 3 > limits.maxCost || aliases * 3 > limits.maxAliases;
    expect(rows.filter(isTight)).toEqual([]);
    expect(rows.filter(({ name, depth }) => name !== "IntrospectionQuery" && depth * 2 > limits.maxDepth)).toEqual([]);
  });

  it("may ask for a full page with all that hangs on it, and a router for a thousand entities", () => {
    const shipments = `query ($n: Int!) { shipments(first: $n) { pageInfo { hasNextPage } nodes { id service { code }
      packages { id items { sku } label { id file { url } } } purchases { id charges { amount } } } } }`;
    expect(costOf(shipments, { n: 100 })).toBeLessThanOrEqual(limits.maxCost);
    const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Shipment {
      id status packages { id trackingNumber label { id } } } } }`;
    const r = Array.from({ length: 1_000 }, (_, n) => ({ __typename: "Shipment", id: `shp_${n}` }));
    expect(costOf(entities, { r })).toBeLessThanOrEqual(limits.maxCost);
  });
});

describe("the cost of an operation", () => {
  it("multiplies what is inside a page by its size, given as literal, variable, default or not at all", () => {
    const page = (first: string) => `{ shipments${first} { nodes { id carrierAccount { id } } } }`;
    expect(costOf(page("(first: 30)"))).toBe(1 + 30 * 2);
    expect(costOf(page(""))).toBe(1 + 50 * 2);
    const withVariable = `query ($n: Int! = 7) { shipments(first: $n) { edges { node { id } } pageInfo { endCursor } } }`;
    expect(costOf(withVariable)).toBe(1 + 7 * 2 + 1);
    expect(costOf(withVariable, { n: 20 })).toBe(1 + 20 * 2 + 1);
  });

  it("counts a list that takes `first` as so long, 20 by default, and what is inside as a list of its own", () => {
    const lists = (list: string) => `{ shipments(first: 10) { nodes { ${list} { id charges { amount } } } } }`;
    expect(costOf(lists("purchases(first: 7)"))).toBe(1 + 10 * (1 + 7 * 2));
    expect(costOf(lists("purchases"))).toBe(1 + 10 * (1 + 20 * 2));
    const returns = "{ shipment(id: 1) { returnShipments(first: 100) { packages { id } } } }";
    expect(costOf(returns)).toBe(1 + 100 * (1 + 5));
  });

  it("weighs the count of every list that grows", () => {
    const connections = Object.values(schema.getTypeMap()).filter(({ name }) => name.endsWith("Connection"));
    expect(connections.length).toBeGreaterThan(5);
    for (const { name } of connections) expect([name, fieldWeights.get(`${name}.totalCount`)]).toEqual([name, 50]);
  });

  it.each([
    ["a literal", "{ shipments(first: 20000) { nodes { id } } }", {}],
    ["a variable", "query ($n: Int!) { shipments(first: $n) { nodes { id } } }", { n: 20_000 }],
    ["a default", "query ($n: Int! = 20000) { shipments(first: $n) { nodes { id } } }", {}],
  ])("is too much for a page of 20,000 given as %s", (_, source, variables) => {
    expect(costOf(source, variables)).toBeGreaterThan(limits.maxCost);
  });

  it("counts packages below packages with as many as there can be: up-links lead around in circles", () => {
    const circle = "{ shipment(id: 1) { packages { shipment { packages { shipment { packages { id } } } } } } }";
    expect(costOf(circle)).toBeGreaterThan(5 * 200 * 200);
    const around =
      "{ labelPurchase(id: 1) { packages { purchase { ...p } } } } fragment p on LabelPurchase { packages { id } }";
    expect(costOf(around)).toBe(1 + 5 * (1 + 1 + 200));
    const once = "{ labelPurchase(id: 1) { packages { id } shipment { packages { id } } } }";
    expect(costOf(once)).toBe(1 + 5 + 1 + 5);
  });

  it("knows each list without `first` whose rows lead to a shipment", () => {
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const isPage = ({ name }: { name: string }) => name.endsWith("Connection");
    const reaches = (name: string, seen = new Set<string>()): boolean => {
      const type = schema.getType(name);
      if (name === "Shipment" || !isObjectType(type) || seen.has(name)) return name === "Shipment";
      seen.add(name);
      return Object.values(type.getFields()).some((field) => reaches(getNamedType(field.type).name, seen));
    };
    const leadingBack = types
      .filter((type) => !isPage(type) && !type.name.startsWith("_"))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(
            ({ type: result, args }) =>
              isListType(getNullableType(result)) && args.every(({ name }) => name !== "first"),
          )
          .filter(({ type: result }) => reaches(getNamedType(result).name))
          .map(({ name }) => `${type.name}.${name}`),
      );
    expect(leadingBack.filter((coordinate) => !coordinate.startsWith("Query.")).sort()).toEqual(
      [...listsLeadingBack.keys()].sort(),
    );
  });

  it("counts fragments wherever they are spread, named and inline", () => {
    const source = `query { shipments(first: 10) { ...page } }
      fragment page on ShipmentConnection { nodes { ...one ... on Shipment { service { code } } } }
      fragment one on Shipment { carrierAccount { id } }`;
    expect(costOf(source)).toBe(1 + 10 * 3);
  });

  it("counts each representation and each item of a list that is given", () => {
    const entities =
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Shipment { carrierAccount { id } } } }";
    const r = Array.from({ length: 40 }, () => ({ __typename: "Shipment", id: "shp_1" }));
    expect(costOf(entities, { r })).toBe(40 + 40 * 2);
    const mark = "mutation ($ids: [ID!]) { markLabelsPrinted(input: { labelIds: $ids }) { userErrors { code } } }";
    expect(costOf(mark, { ids: ["a", "b", "c"] })).toBe(3 + 1 + 5);
  });

  it("counts what a mutation gives back of a list that it was given as long as that", () => {
    const mark = "mutation ($ids: [ID!]) { markLabelsPrinted(input: { labelIds: $ids }) { labels { base64 } } }";
    const ids = Array.from({ length: 1_000 }, (_, n) => `lab_${n}`);
    expect(costOf(mark, { ids })).toBe(1_000 + 1 + 1_000 * (1 + 10));
  });

  it("weighs fields that ask the carrier, the purchase most", () => {
    const weights = [...fieldWeights.values()];
    expect(fieldWeights.get("Mutation.purchaseLabel")).toBe(Math.max(...weights));
    expect(fieldWeights.get("Query.shippingRates")).toBeGreaterThan(100);
    for (const coordinate of fieldWeights.keys()) {
      const [type = "", name = ""] = coordinate.split(".");
      const fields = (schema.getType(type) as { getFields?(): Record<string, unknown> } | undefined)?.getFields?.();
      expect([coordinate, fields?.[name] !== undefined]).toEqual([coordinate, true]);
    }
    for (const name of purchasingFields) expect(schema.getMutationType()?.getFields()[name]).toBeDefined();
  });

  it("grows beyond every limit for introspection in circles", () => {
    const circles = `{ __schema { types { ${"fields { type { ".repeat(6)} name ${"} }".repeat(6)} } } }`;
    const document = parse(circles);
    expect(operationCost(schema, document, operationOf(document), {}, 1_000)).toBeGreaterThan(limits.maxCost);
  });

  it("is found at once for fragments that double at every level", () => {
    const doubling = times(
      60,
      (n) => `fragment f${n} on __Type { a: ofType { ...f${n + 1} } b: ofType { ...f${n + 1} } }`,
    );
    const document = parse(`{ __type(name: "Query") { ...f0 } } ${doubling} fragment f60 on __Type { name }`);
    expect(operationCost(schema, document, operationOf(document), {}, 1_000)).toBeGreaterThan(2 ** 60);
  });
});

describe("a list that is given", () => {
  const ids = (count: number) => Array.from({ length: count }, () => "lab_1");
  const mark =
    "mutation ($input: MarkLabelsPrintedInput!) { markLabelsPrinted(input: $input) { userErrors { code } } }";

  it("holds at most 1,000 items, wherever it stands and however it is given", () => {
    expect(costOf(mark, { input: { labelIds: ids(1_000) } })).toBeGreaterThan(1_000);
    const literal = `mutation { markLabelsPrinted(input: { labelIds: ${JSON.stringify(ids(1_001))} }) { userErrors { code } } }`;
    const inside = "mutation ($ids: [ID!]) { markLabelsPrinted(input: { labelIds: $ids }) { userErrors { code } } }";
    const tooMany = {
      code: "TOO_MANY_ITEMS",
      message: expect.stringMatching(/^MarkLabelsPrintedInput\.labelIds has 1001/),
    };
    for (const [source, variables] of [
      [mark, { input: { labelIds: ids(1_001) } }],
      [inside, { ids: ids(1_001) }],
      [literal, {}],
    ] as const)
      expect(() => costOf(source, variables)).toThrow(expect.objectContaining(tooMany));
  });

  it("is found deep inside an input, and the representations of entities are one", () => {
    const buy = "mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) { userErrors { code } } }";
    const item = { description: "Mug", quantity: 1 };
    const packages = [{ weight: { value: 1 }, items: Array.from({ length: 1_001 }, () => item) }];
    const deep = () => costOf(buy, { input: { idempotencyKey: "k", shipment: { packages } } });
    expect(deep).toThrow(/^PackageInput\.items has 1001 items/);
    const entities = "query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }";
    const r = Array.from({ length: 1_001 }, () => ({ __typename: "Shipment", id: "shp_1" }));
    expect(() => costOf(entities, { r })).toThrow(/^Query\._entities\(representations:\) has 1001 items/);
  });
});

describe("the shape of a document", () => {
  const nested = (depth: number) => `{ ${"a { ".repeat(depth - 1)} a ${"} ".repeat(depth)}`;

  it.each([
    ["20 levels", nested(20), null],
    ["21 levels", nested(21), "nested deeper than 20 levels"],
    ["1,000 levels", nested(1_000), "nested deeper than 20 levels"],
    ["more levels than the parser's stack has", nested(4_900), "nested too deeply|nested deeper"],
    ["inline fragments in each other", `{ ${"... { ".repeat(30)} a ${"} ".repeat(31)}`, "nested deeper"],
    [
      "levels over fragments",
      `{ ...f0 } ${times(30, (n) => `fragment f${n} on Q { a { ...f${n + 1} } }`)}`,
      "nested deeper",
    ],
    ["100 aliases", `{ ${times(100, (n) => `a${n}: __typename`)} }`, null],
    ["101 aliases of __typename", `{ ${times(101, (n) => `a${n}: __typename`)} }`, "more than 100 aliased"],
    [
      "aliases in a fragment spread often",
      `{ ${times(11, (n) => `x { b${n} ...f }`)} } fragment f on Q { ${times(10, (n) => `a${n}: b`)} }`,
      "more than 100 aliased",
    ],
    ["a field 101 times over again", `{ ${times(102, () => "__typename")} }`, "more than 100 aliased"],
    ["6 directives on a field", `{ a ${times(6, (n) => `@d${n}`)} }`, "more than 5 directives"],
    [
      "directives all over",
      `{ ${times(26, (n) => `a${n} ${times(4, (at) => `@d${at}`)}`)} }`,
      "more than 100 directives",
    ],
    ["101 fragments", `{ a } ${times(101, (n) => `fragment f${n} on Q { a }`)}`, "more than 100 fragments"],
    ["a fragment of itself", "{ ...f } fragment f on Q { a ...f }", "spreads itself"],
  ])("with %s is judged", (_, source, expected) => {
    expect(refusal(source)).toEqual(expected === null ? null : expect.stringMatching(expected));
  });

  it("is judged for fragments that double at every level, at once", () => {
    const doubling = times(90, (n) => `fragment f${n} on Q { ...f${n + 1} ...f${n + 1} b: a }`);
    expect(refusal(`{ ...f0 } ${doubling} fragment f90 on Q { a }`)).toMatch(/aliased/);
  });

  it("that does not parse is left to those who explain it", () => {
    for (const source of ["", "{", "{ a ", "nonsense", `{ ${"a ".repeat(10_001)} }`])
      expect(refusal(source)).toBeNull();
  });

  it("is looked at again only when it was refused", () => {
    const small = createDocumentGate({ ...limits, maxDepth: 1 });
    for (const source of ["{ a }", "{ b }", "{ a }"]) small(source);
    for (let count = 0; count < 2; count += 1) expect(() => small("{ a { b } }")).toThrow(/deeper than 1 levels/);
  });
});

describe("a purchasing field", () => {
  const buy = (alias = "") => `${alias}purchaseLabel(input: $i) { userErrors { code } }`;
  const twice = "would buy 2 times";

  it.each([
    ["once", `mutation { ${buy()} }`, null],
    ["once among others", `mutation { voidShipment(input: $v) { userErrors { code } } ${buy()} }`, null],
    ["twice by alias", `mutation { ${buy("a: ")} ${buy("b: ")} }`, twice],
    ["with and without alias", `mutation { ${buy()} ${buy("b: ")} }`, twice],
    [
      "in fragments",
      `mutation { ...a ...b } fragment a on Mutation { ${buy("a: ")} } fragment b on Mutation { ${buy("b: ")} }`,
      twice,
    ],
    ["in inline fragments", `mutation { ... { ${buy("a: ")} } ... on Mutation { ${buy("b: ")} } }`, twice],
    [
      "that may be left out",
      `mutation { ${buy("a: ")} b: purchaseLabel(input: $i) @include(if: $x) { userErrors { code } } }`,
      twice,
    ],
    ["under one name, so run once", `mutation { ${buy()} ${buy()} }`, null],
    [
      "in a fragment that spreads itself",
      `mutation { ...a } fragment a on Mutation { ${buy()} ...a }`,
      "spreads itself",
    ],
    ["in two operations of one document", `mutation A { ${buy()} } mutation B { ${buy()} }`, null],
  ])("%s", (_, source, expected) => {
    expect(refusal(source)).toEqual(expected === null ? null : expect.stringMatching(expected));
  });
});
