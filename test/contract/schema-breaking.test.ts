import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { printSubgraph } from "../../src/subgraph.js";
import { breakingChanges, type Waiver } from "../support/schema-changes.js";

const root = resolve(__dirname, "../..");
const waivers: Waiver[] = JSON.parse(readFileSync(resolve(root, "schema/waivers.json"), "utf8"));

/** The schema of the revision that clients know; null where there is no history to compare with. */
function committedSchema(revision: string): string | null {
  const { status, stdout } = spawnSync("git", ["show", `${revision}:schema/shipping.graphql`], {
    cwd: root,
    encoding: "utf8",
  });
  return status === 0 ? stdout : null;
}

it("the schema breaks no client of the committed one, unless schema/waivers.json says why", async () => {
  const committed = committedSchema(process.env.SCHEMA_BASELINE ?? "HEAD");
  if (committed === null) console.warn("No committed schema to compare with: breaking changes were not looked for.");
  expect(await breakingChanges(committed ?? printSubgraph(), printSubgraph(), waivers)).toEqual([]);
});

it("a waiver gives a reason and a date", () => {
  const isComplete = ({ type, path, reason, date }: Waiver) =>
    Boolean(type && path) && reason.length > 20 && /^20\d\d-\d\d-\d\d$/.test(date);
  expect(waivers.filter((waiver) => !isComplete(waiver))).toEqual([]);
});

describe("the search for breaking changes", () => {
  const before = `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { boxes(size: Int): [Box!] }
    type Box @key(fields: "id") { id: ID! number: String! kind: Kind }
    enum Kind { FLAT TALL }
  `;

  it("finds a field that is gone, an argument that is now required and an enum value that is gone", async () => {
    const after = before.replace("number: String!", "").replace("size: Int", "size: Int!").replace("TALL", "");
    expect((await breakingChanges(before, after, [])).map((line) => line.replace(/:.*/s, "")).sort()).toEqual([
      "ENUM_VALUE_REMOVED Kind.TALL",
      "FIELD_ARGUMENT_TYPE_CHANGED Query.boxes.size",
      "FIELD_REMOVED Box.number",
    ]);
  });

  it("lets pass what is new, and what is waived", async () => {
    const after = before.replace("number: String!", "name: String");
    const waiver = { type: "FIELD_REMOVED", path: "Box.number", reason: "Nobody has used it.", date: "2026-01-01" };
    expect(await breakingChanges(before, after, [waiver])).toEqual([]);
    expect(await breakingChanges(before, after, [{ ...waiver, path: "Box.id" }])).toHaveLength(1);
  });
});
