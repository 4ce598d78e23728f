import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { printSubgraph } from "../../src/subgraph.js";

it("the committed schema is what the code prints (else run `npm run schema:print`)", () => {
  const committed = readFileSync(resolve(__dirname, "../../schema/shipping.graphql"), "utf8");
  expect(committed).toBe(printSubgraph());
});
