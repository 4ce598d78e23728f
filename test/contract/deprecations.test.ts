import { buildSchema, type GraphQLSchema, isEnumType, isInputObjectType } from "graphql";
import { buildSubgraph } from "../../src/subgraph.js";
import { fieldsOf, ownTypes } from "../support/graph-elements.js";

/** As the policy in docs/federation.md says it. */
const promised = /^Use \S.*\. Removal on 20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\.$/;

function deprecations(schema: GraphQLSchema): { coordinate: string; reason: string }[] {
  return ownTypes(schema).flatMap((type) => {
    const members = isEnumType(type)
      ? type.getValues()
      : isInputObjectType(type)
        ? Object.values(type.getFields())
        : fieldsOf(type);
    const all = members.flatMap((member) => ["args" in member ? member.args : [], member].flat());
    return all.flatMap(({ name, deprecationReason: reason }) =>
      reason == null ? [] : [{ coordinate: `${type.name}.${name}`, reason }],
    );
  });
}

it("what is deprecated says what to use and until when it stays", () => {
  expect(deprecations(buildSubgraph({ order: null })).filter(({ reason }) => !promised.test(reason))).toEqual([]);
});

it("the search finds fields, arguments, input fields and enum values", () => {
  const sample = buildSchema(`
    type Query { old(was: Int @deprecated(reason: "Use now."), now: Int): Int @deprecated(reason: "Use fresh. Removal on 2028-01-31.") }
    input Box { size: Int @deprecated }
    enum Kind { FLAT TALL @deprecated(reason: "Gone soon") }
  `);
  const found = deprecations(sample);
  expect(found.map(({ coordinate }) => coordinate).sort()).toEqual(["Box.size", "Kind.TALL", "Query.old", "Query.was"]);
  expect(found.filter(({ reason }) => promised.test(reason)).map(({ coordinate }) => coordinate)).toEqual([
    "Query.old",
  ]);
});
