import { parse } from "graphql";
import { currentLane, type Lane } from "../../src/admission/work.js";
import { askingFields, buyingFields, laneOf } from "../../src/http/operation-lane.js";
import { buildSubgraph } from "../../src/subgraph.js";
import { createTroubleSchema, startTestHttpServer } from "../support/http.js";

it("names root fields that there are", () => {
  const schema = buildSubgraph({ order: null });
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(mutations).toEqual(expect.arrayContaining(buyingFields));
  expect(queries).toEqual(expect.arrayContaining(askingFields));
});

/** A schema whose every root field says in which lane it runs. */
function laneSchema() {
  const schema = createTroubleSchema();
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(type?.getFields() ?? {}))
      field.resolve = async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return currentLane();
      };
  return schema;
}

it("reaches what the operation does, request by request", async () => {
  const server = await startTestHttpServer({ schema: laneSchema() });
  const lanes = await Promise.all(["{ me }", "mutation { change }"].map((query) => server.query(query)));
  await server.stop();
  expect(lanes.map(({ body }) => Object.values(body.data))).toEqual([["READING"], ["ASKING"]]);
});

it.each<[string, Lane]>([
  ["{ shipments { nodes { id } } }", "READING"],
  ["{ shipments { nodes { id } } shippingRates(input: {}) { quotes { id } } }", "ASKING"],
  ["mutation { createShipment(input: {}) { shipment { id } } }", "ASKING"],
  ["mutation { voidShipment(input: {}) { shipment { id } } }", "BUYING"],
  ["mutation { bought: purchaseLabel(input: {}) { purchase { id } } }", "BUYING"],
])("tells the lane of %s", async (document, lane) => {
  const [operation] = parse(document).definitions;
  expect(laneOf(operation as never)).toBe(lane);
});
