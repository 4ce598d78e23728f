import { type GraphQLObjectType, getNamedType, isObjectType } from "graphql";
import type { Scope } from "../../src/security/scopes.js";
import { fieldsOf } from "../support/graph-elements.js";
import { buy, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import type { TestService } from "../support/service.js";
import { tracker } from "../support/tracking.js";
import {
  hiddenOnes,
  hiddenTexts,
  type OrderWorld,
  orderId,
  packagesOf,
  shownOnes,
  startOrderWorld,
} from "./order-world.js";
import { accessOf, entityTypesOf, isSeenBy, reachableBy } from "./schema-facts.js";

const buyer = { scopes: ["quote"] } as const;
const staff = { scopes: ["read"] } as const;

let world: OrderWorld;
let service: TestService;
let made: OrderWorld["made"];
beforeAll(async () => {
  world = await startOrderWorld();
  ({ service, made } = world);
});
afterAll(() => service?.close());

/** Everything that this scope may select of the type, so many steps deep. */
function selection(type: GraphQLObjectType, scope: Scope, depth: number): string {
  return fieldsOf(type)
    .filter(
      ({ name, args }) =>
        isSeenBy(accessOf(type, name), scope) && args.every((arg) => arg.type.toString().slice(-1) !== "!"),
    )
    .flatMap(({ name, type: result }) => {
      const next = getNamedType(result);
      if (!isObjectType(next)) return [name];
      return depth > 0 ? [`${name} { ${selection(next, scope, depth - 1)} }`] : [];
    })
    .join(" ");
}

const typeNamed = (name: string) => service.schema.getType(name) as GraphQLObjectType;

const byKeys = (type: string) => `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on ${type} { ${selection(typeNamed(type), "quote", 4)} } } }`;

async function entities(type: string, keys: object[], as: { scopes: readonly Scope[] }) {
  const representations = keys.map((key) => ({ __typename: type, ...key }));
  return (await service.run(byKeys(type), { representations }, as))._entities;
}

describe("an order's shipments", () => {
  const idsFor = async (as: { scopes: readonly Scope[] }) =>
    (await entities("Order", [{ id: orderId }], as))[0].shipments.map(({ id }: { id: string }) => id).sort();

  it("are for buyers those under way, and for staff all", async () => {
    expect(await idsFor(buyer)).toEqual(shownOnes.map((name) => made[name]).sort());
    expect(await idsFor(staff)).toEqual(Object.values(made).sort());
  });

  it("tell what goes out from what comes back", async () => {
    const [{ shipments }] = await entities("Order", [{ id: orderId }], buyer);
    const directions = shipments.map(({ id, direction }: Record<string, string>) => [id, direction]);
    expect(Object.fromEntries(directions)).toEqual(
      Object.fromEntries(shownOnes.map((name) => [made[name], name === "back" ? "RETURN" : "OUTBOUND"])),
    );
  });
});

it.each(hiddenOnes)("%s is to buyers as if there were no such shipment", async (name) => {
  const query = `query ($id: ID!) { shipment(id: $id) { ${selection(typeNamed("Shipment"), "quote", 4)} } }`;
  expect(await service.run(query, { id: made[name] }, buyer)).toEqual({ shipment: null });
  expect((await service.run(query, { id: made[name] }, staff)).shipment).toMatchObject({ id: made[name] });
});

it("a shipment voided in part is to buyers the packages that still come", async () => {
  const query = "query ($id: ID!) { shipment(id: $id) { packages { id sequence } } }";
  const [, left] = await packagesOf(service, made.partlyVoided);
  const { shipment } = await service.run(query, { id: made.partlyVoided }, buyer);
  expect(shipment.packages).toEqual([{ id: left!.id, sequence: 2 }]);
  expect((await service.run(query, { id: made.partlyVoided }, staff)).shipment.packages).toHaveLength(2);
});

/** Types that buyers can ask for by key and that hang on shipments, with the table of their rows. */
const hanging: Record<string, string> = {
  Shipment: "shipment",
  ShipmentPackage: "shipment_package",
  Tracker: "tracker",
};
const hangingOnNone = ["Carrier", "CarrierLocation", "RateQuote", "Order"];

it("the table names every entity that buyers can reach", () => {
  const reached = new Set(reachableBy(service.schema, "quote").map((coordinate) => coordinate.split(".")[0]));
  const entityTypes = entityTypesOf(service.schema).map(({ name }) => name);
  expect(entityTypes.filter((name) => reached.has(name)).sort()).toEqual(
    [...Object.keys(hanging), ...hangingOnNone].sort(),
  );
});

it.each(Object.entries(hanging))(
  "no %s of what is hidden is found by its key, and nothing leads to it",
  async (type, table) => {
    const hidden = await hiddenTexts(world);
    const keys: { id: string }[] = await sql(service, `select id from ${table} order by id`);
    const found = await entities(type, keys, buyer);
    const isFound = keys.map(({ id }, index) => [id, found[index] !== null]);
    expect(isFound).toEqual(keys.map(({ id }) => [id, !hidden.has(id)]));
    const answer = JSON.stringify(found);
    expect([...hidden].filter((text) => answer.includes(text))).toEqual([]);
    expect((await entities(type, keys, staff)).filter((entity: unknown) => entity === null)).toEqual([]);
  },
);

it("nothing below an order leads to what is hidden", async () => {
  const hidden = await hiddenTexts(world);
  expect(hidden.size).toBeGreaterThan(12);
  const answer = JSON.stringify(await entities("Order", [{ id: orderId }], buyer));
  expect([...hidden].filter((text) => answer.includes(text))).toEqual([]);
});

it("a package that was not bought here belongs to no shipment: who was given its id may follow it", async () => {
  const stranger = { tenantId: service.otherTenantId };
  await seedAccount(service, { accountNumber: "Z9Y8X7" }, stranger);
  const [{ trackingNumber }] = (await buy(service, {}, stranger)).shipment.packages;
  const { id } = await tracker(service, trackingNumber);
  expect(await entities("Tracker", [{ id }], buyer)).toMatchObject([{ id, trackingNumber }]);
});

it.each([
  ["ship", "quote"],
  ["read", "quote"],
] as const)("a token of %s and %s is staff's", async (...granted) => {
  const query = "query ($id: ID!) { shipment(id: $id) { id } }";
  expect(await service.run(query, { id: made.draft }, { scopes: granted })).toEqual({ shipment: { id: made.draft } });
});
