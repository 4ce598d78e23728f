import { buildSubgraph } from "../../src/subgraph.js";
import { graphElements } from "../support/graph-elements.js";
import { figuresIn } from "./described-figures.js";
import { documents, facts, limits } from "./limits-in-code.js";

const described = graphElements(buildSubgraph({ order: { typeName: "Order", keyField: "id" } }))
  .map(({ coordinate, description }) => [coordinate, figuresIn(description ?? "")] as const)
  .filter(([, figures]) => figures.length > 0);

it("describes no limit that the code does not have", () => {
  const inCode = Object.entries({ ...limits, ...facts }).map(([coordinate, figures]) => [
    coordinate,
    figures.map(String),
  ]);
  expect(described.length).toBeGreaterThan(100);
  expect(Object.fromEntries(described)).toEqual(Object.fromEntries(inCode));
});

it("has no limit twice in the tables", () => {
  expect(Object.keys(limits).filter((coordinate) => coordinate in facts)).toEqual([]);
});

it("names every ending that a file may have", () => {
  const fileName = graphElements(buildSubgraph({ order: null })).find(
    ({ coordinate }) => coordinate === "UploadShippingDocumentInput.fileName",
  );
  const endings = fileName?.description?.split("ending in ")[1]?.match(/[a-z]+/g) ?? [];
  expect(endings.filter((word) => word !== "or").sort()).toEqual([...documents.formats].sort());
});
