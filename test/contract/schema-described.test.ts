import { buildSubgraph } from "../../src/subgraph.js";
import { graphElements } from "../support/graph-elements.js";

const order = { typeName: "Order", keyField: "id", optionsWithinMs: 1_000 };

it("every type, field, argument, input field and enum value says what it is", () => {
  const elements = graphElements(buildSubgraph({ order }));
  expect(elements.length).toBeGreaterThan(300);
  const silent = elements.filter(({ description }) => !description || !/[a-z]{2}/i.test(description));
  expect(silent.map(({ coordinate }) => coordinate)).toEqual([]);
});

it("the scan sees all five kinds of elements, and those of neighbours that we add to", () => {
  const coordinates = graphElements(buildSubgraph({ order })).map(({ coordinate }) => coordinate);
  expect(coordinates).toEqual(
    expect.arrayContaining([
      "Query",
      "Shipment",
      "Shipment.number",
      "Query.shipments(first:)",
      "CreateShipmentInput.shipTo",
      "LabelFormat.ZPL",
      "ShippingMethodConfiguration",
      "Decimal",
      "Order.shipments",
    ]),
  );
});

it("no root field only repeats its name", () => {
  const plain = (text: string) => text.replaceAll(/[^a-z]/gi, "").toLowerCase();
  const roots = graphElements(buildSubgraph({ order })).filter(({ coordinate }) =>
    /^(Query|Mutation)\.\w+$/.test(coordinate),
  );
  expect(roots.length).toBeGreaterThan(40);
  const repeating = roots.filter(({ coordinate, description }) => plain(coordinate).endsWith(plain(description ?? "")));
  expect(repeating.map(({ coordinate }) => coordinate)).toEqual([]);
});
