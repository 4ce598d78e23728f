import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fieldWeights } from "../../src/security/operation-limits/field-weights.js";
import { buildSubgraph } from "../../src/subgraph.js";
import { callsIn, type Method, reaching, readCallGraph } from "../support/call-graph.js";

const source = resolve(__dirname, "../../src");
const graph = readCallGraph(source, ["resolvers", "shipping"]);

/** The port's calls, of which the compiler knows that none is missing. */
const calls = (() => {
  const text = readFileSync(resolve(source, "shipping/carrier-calls.ts"), "utf8");
  const [, table = ""] = /const calls: [^=]*= {(.*?)\n};/s.exec(text) ?? [];
  return new Set([...table.matchAll(/(\w+): true/g)].map(([, name]) => name));
})();

/** Where a carrier is asked: a call of the port for an account's access. */
const asking = [...graph.bodies].filter(([, body]) =>
  [...callsIn(body)].some(({ name, first }) => calls.has(name) && first === "access"),
);
const reached = reaching(
  graph,
  asking.map(([place]) => place),
);

const kinds: Record<string, (method: Method) => string> = {
  Query: ({ name }) => `Query.${name}`,
  Mutation: ({ name }) => `Mutation.${name}`,
  FieldResolver: ({ of, name }) => `${of}.${name}`,
};

const coordinatesOf = (method: Method) => method.decorators.flatMap((kind) => kinds[kind]?.(method) ?? []);
const fields = graph.methods.filter((method) => coordinatesOf(method).length > 0);

/** Whose work no budget ends. */
const longest = ["Mutation.erasePersonalData"];

/** The weight of one call to a carrier. */
const leastWeight = 500;

describe("a field whose use case can ask a carrier", () => {
  it("is found by the code: every call of the port is made somewhere", () => {
    expect(calls.size).toBeGreaterThan(10);
    const made = new Set(
      asking
        .flatMap(([, body]) => [...callsIn(body)])
        .filter(({ first }) => first === "access")
        .map(({ name }) => name),
    );
    expect([...calls].filter((name) => !made.has(name ?? ""))).toEqual([]);
  });

  it("is found among all root fields of the schema", () => {
    const schema = buildSubgraph({ order: null });
    const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`),
    );
    const found = new Set(fields.flatMap(coordinatesOf));
    expect(roots.filter((root) => !found.has(root))).toEqual(["Query._entities", "Query._service"]);
  });

  it("weighs as much as a call, and no other field does but for what takes longest", () => {
    const askingFields = fields.filter(({ place }) => reached.has(place)).flatMap(coordinatesOf);
    const heavy = [...fieldWeights].filter(([, weight]) => weight >= leastWeight).map(([coordinate]) => coordinate);
    expect(askingFields.length).toBeGreaterThan(10);
    expect(heavy.sort()).toEqual([...askingFields, ...longest].sort());
  });
});
