import { type CallerName, callers } from "./callers.js";
import { entities, machinery, rootFields } from "./expectations.js";
import { operations } from "./operations.js";
import { inAnswer, outcomeOf } from "./outcome.js";
import { differences, noDifference, parseTable } from "./parse-table.js";
import { entityTypesOf, rootFieldsOf } from "./schema-facts.js";
import { dumpTenant, idsIn } from "./tenant-rows.js";
import { startTwoTenants, type TwoTenants } from "./two-tenants.js";

const rows = parseTable(rootFields);
const entityRows = parseTable(entities);
const machineryRows = parseTable(machinery);

let world: TwoTenants;
let strangerIds: Set<string>;
let ownerIds: Set<string>;
beforeAll(async () => {
  world = await startTwoTenants();
  strangerIds = await idsOf(world.stranger.tenantId);
  ownerIds = await idsOf(world.owner.tenantId);
});
afterAll(() => world?.close());

const dump = (tenantId: string) => dumpTenant(world.service, tenantId);
const idsOf = async (tenantId: string) => idsIn(JSON.stringify(await dump(tenantId)));

/** Ids that this caller must never see. */
const strangeTo = (caller: CallerName) => (caller === "stranger" ? ownerIds : strangerIds);

describe("the table", () => {
  it("has a row for every root field, and an operation that tries it", () => {
    const inSchema = rootFieldsOf(world.service.schema);
    expect(inSchema.length).toBeGreaterThan(0);
    expect(differences(inSchema, Object.keys(rows))).toEqual(noDifference);
    expect(differences(Object.keys(rows), Object.keys(operations))).toEqual(noDifference);
  });

  it("has a row for every federated entity", () => {
    const inSchema = entityTypesOf(world.service.schema).map(({ name }) => name);
    expect(inSchema.length).toBeGreaterThan(0);
    expect(differences(inSchema, Object.keys(entityRows))).toEqual(noDifference);
  });
});

/** All callers, those who change something last, so that the others find the rows as they were. */
async function askAll(row: Record<string, string>, ask: (caller: CallerName) => Promise<string>) {
  const found: Record<string, string> = {};
  const before = await dump(world.owner.tenantId);
  for (const caller of callers.filter((name) => row[name] !== "DATA")) found[caller] = await ask(caller);
  expect(await dump(world.owner.tenantId)).toEqual(before);
  for (const caller of callers.filter((name) => row[name] === "DATA")) found[caller] = await ask(caller);
  return found;
}

const expected = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).map(([caller, word]) => [caller, inAnswer(word)]));

it.each(Object.keys(rows))("%s answers each caller as the table says", async (coordinate) => {
  const { source, variables } = operations[coordinate]!;
  const field = coordinate.split(".")[1]!;
  const ownVariables = await variables(world.owner);
  ownerIds = await idsOf(world.owner.tenantId);
  const ask = async (caller: CallerName) =>
    outcomeOf(await world.door.ask(world.badges[caller], source, ownVariables), field, strangeTo(caller));
  expect(await askAll(rows[coordinate]!, ask)).toEqual(expected(rows[coordinate]!));
});

const aField: Record<string, string> = { Carrier: "name", Order: "shipments { id }" };
const byKey = (type: string) => `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on ${type} { ${aField[type] ?? "id"} } } }`;

describe.each(Object.keys(entityRows))("%s by its key", (type) => {
  const ask = async (caller: CallerName, key: object) => {
    const representations = [{ __typename: type, tenantId: world.owner.tenantId, tenant_id: "x", ...key }];
    return world.door.ask(world.badges[caller], byKey(type), { representations });
  };

  it("answers each caller as the table says", async () => {
    const found = await askAll(entityRows[type]!, async (caller) =>
      outcomeOf(await ask(caller, world.owner.keys[type]!), "_entities", strangeTo(caller)),
    );
    expect(found).toEqual(expected(entityRows[type]!));
  });

  it("is refused to the same callers when there is none", async () => {
    const unknown = { id: "none_1", code: "NONE" };
    for (const caller of callers) {
      const word = entityRows[type]![caller]!;
      const mayLook = word === "DATA" || word === "OWN";
      const answer = outcomeOf(await ask(caller, unknown), "_entities", new Set());
      expect([caller, answer]).toEqual([caller, mayLook ? (type === "Order" ? "DATA" : "NULL") : inAnswer(word)]);
    }
  });
});

describe("the router's and the tools' own fields", () => {
  const sources: Record<string, string> = {
    "Query._service": "{ _service { sdl } }",
    "Query.__schema": "{ renamed: __schema { types { name } } }",
    "Query.__type": 'query { ...f } fragment f on Query { __type(name: "Shipment") { name } }',
  };

  it.each(Object.keys(sources))("%s needs a token, any token", async (coordinate) => {
    const ask = async (caller: CallerName) => {
      const answer = await world.door.ask(world.badges[caller], sources[coordinate]!);
      const field = Object.keys(answer.data ?? {})[0] ?? "";
      return outcomeOf(answer, field, new Set());
    };
    const found = await askAll(machineryRows[coordinate]!, ask);
    expect(found).toEqual(machineryRows[coordinate]);
    const { status } = await world.door.ask(world.badges.anonymous, sources[coordinate]!);
    expect(status).toBe(401);
  });

  it("are those of the table", () => {
    expect(Object.keys(machineryRows)).toEqual([...Object.keys(sources), "trace"]);
  });

  it("tell nobody without a token how an operation ran", async () => {
    const include = { "apollo-federation-include-trace": "ftv1" };
    for (const caller of callers) {
      const { extensions } = await world.door.ask(world.badges[caller], "{ __typename }", {}, include);
      expect([caller, extensions?.ftv1 ? "TRACE" : "NONE"]).toEqual([caller, machineryRows.trace![caller]]);
    }
  });
});
