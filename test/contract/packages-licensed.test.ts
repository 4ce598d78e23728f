import { readFileSync } from "node:fs";
import { resolve } from "node:path";

interface Locked {
  dev?: boolean;
  license?: string;
}

const lock = JSON.parse(readFileSync(resolve(__dirname, "../../package-lock.json"), "utf8"));
const packages = Object.entries<Locked>(lock.packages).map(([path, locked]) => ({
  ...locked,
  name: path.replace(/^.*node_modules\//, ""),
}));
const licensed = (pattern: RegExp) => packages.filter(({ license }) => pattern.test(license ?? ""));

it("gateway and composition are tools of the tests, whose licence restricts who may offer them as a service", () => {
  const elastic = licensed(/Elastic/);
  expect(elastic.map(({ name }) => name)).toEqual(expect.arrayContaining(["@apollo/composition", "@apollo/gateway"]));
  // What @apollo/subgraph prints the schema with.
  expect(elastic.filter(({ dev }) => !dev).map(({ name }) => name)).toEqual(["@apollo/federation-internals"]);
});

it("nothing at run time is under a licence that asks for our source", () => {
  expect(licensed(/^MIT$/).length).toBeGreaterThan(100);
  expect(licensed(/\b(AGPL|SSPL|BUSL|(?<!L)GPL)/).filter(({ dev }) => !dev)).toEqual([]);
});
