import { isObjectType } from "graphql";
import { buildSubgraph } from "../../src/subgraph.js";
import { ownTypes } from "../support/graph-elements.js";
import { inNewYork } from "../support/locations.js";
import { plainSelection } from "../support/plain-selection.js";
import { newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

/** A client keeps one object per id, whichever question it came from: every answer must say the same of it. */

const schema = buildSubgraph({ order: null });
const location = plainSelection(schema, "CarrierLocation", ["refreshedAt"]);
const quote = plainSelection(schema, "RateQuote");

const entities = (typeName: string, fields: string) => `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on ${typeName} { ${fields} } } }`;
const search = `query ($input: CarrierLocationsInput!) {
  carrierLocations(input: $input) { results { distance distanceUnit location { ${location} } } userErrors { message } } }`;
const rates = `query ($input: ShippingRatesInput!) {
  shippingRates(input: $input) { quotes { ${quote} } userErrors { message } } }`;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

type Entity = { id: string };
const byId = (objects: Entity[]) => Object.fromEntries(objects.map((object) => [object.id, object]));

async function readAgain(typeName: string, fields: string, found: Entity[]): Promise<Entity[]> {
  const representations = found.map(({ id }) => ({ __typename: typeName, id }));
  return (await service.run(entities(typeName, fields), { representations }))._entities;
}

async function searched(input: object): Promise<{ distance: number; location: Entity }[]> {
  return (await service.run(search, { input: { kinds: ["ACCESS_POINT"], ...input } })).carrierLocations.results;
}

it("a location is the same from every search and by its key; its distance is the search's", async () => {
  const downtown = await searched(inNewYork);
  const uptown = await searched({ geoPoint: { latitude: 40.8, longitude: -73.95, countryCode: "US" } });
  const first = byId(downtown.map((result) => result.location));
  const both = uptown.filter((result) => result.location.id in first);
  expect(both.length).toBeGreaterThan(0);
  for (const result of both) expect(result.location).toEqual(first[result.location.id]);
  const before = new Map(downtown.map((result) => [result.location.id, result.distance]));
  expect(both.some((result) => result.distance !== before.get(result.location.id))).toBe(true);
  const found = downtown.map((result) => result.location);
  expect(await readAgain("CarrierLocation", location, found)).toEqual(found);
});

it("a quote is the same in the answer that made it and by its key", async () => {
  const input = { shipTo: newYork, packages: [{ weight: { value: 3 } }] };
  const { quotes, userErrors } = (await service.run(rates, { input })).shippingRates;
  expect(userErrors).toEqual([]);
  expect(quotes.length).toBeGreaterThan(1);
  expect(await readAgain("RateQuote", quote, quotes)).toEqual(quotes);
});

it("no object with an id has a field that is named for a search", () => {
  const ofASearch = /distance|score|rank|relevance|matched|position$/i;
  const found = ownTypes(schema).flatMap((type) => {
    if (!isObjectType(type) || !("id" in type.getFields())) return [];
    return Object.keys(type.getFields()).flatMap((field) => (ofASearch.test(field) ? [`${type.name}.${field}`] : []));
  });
  expect(found).toEqual([]);
});
