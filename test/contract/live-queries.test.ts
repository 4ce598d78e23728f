import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fieldWeights } from "../../src/security/operation-limits/field-weights.js";
import { buildSubgraph } from "../../src/subgraph.js";
import { fieldsOf } from "../support/graph-elements.js";

const queries = fieldsOf(buildSubgraph({ order: null }).getQueryType()!);
/** Which call a carrier and store what it answers. */
const live = ["carrierLocations", "deliveryOptions", "shippingRates", "tracker", "validateAddress"];

it("a query that calls a carrier says that it writes, and that clients must not cache it", () => {
  const told = queries.filter(
    ({ description }) => /\bnetwork-only\b/.test(description ?? "") && /Calls? the carrier/.test(description ?? ""),
  );
  expect(told.map(({ name }) => name).sort()).toEqual(live);
  for (const { description } of told) {
    expect(description).toMatch(/\bwrites\b|\bWrites\b/);
    expect(description).toContain("Clients must not cache it: fetch it with network-only.");
  }
});

it("exactly the queries that weigh as much as a call to a carrier are these", () => {
  const heavy = [...fieldWeights].flatMap(([coordinate, weight]) =>
    coordinate.startsWith("Query.") && weight >= 500 ? [coordinate.replace("Query.", "")] : [],
  );
  expect(heavy.sort()).toEqual(live);
});

it("the guide for clients names each of them", () => {
  const guide = readFileSync(resolve(__dirname, "../../docs/federation.md"), "utf8");
  const rule = guide.split("\n").find((line) => line.includes("Queries that call a carrier")) ?? "";
  expect(live.filter((name) => !rule.includes(`\`${name}\``))).toEqual([]);
  expect(rule).toContain("network-only");
});
