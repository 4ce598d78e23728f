import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readManifest } from "../../src/security/safelist/manifest.js";
import { openSafelist } from "../../src/security/safelist/open-safelist.js";
import { createSafelist } from "../../src/security/safelist/safelist.js";
import { buildSubgraph } from "../../src/subgraph.js";
import { createLogRecorder } from "../support/http.js";

const fixture = (name: string) => resolve(__dirname, `../fixtures/safelist/${name}`);
const body = "query Carriers { carriers { code } }";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const apollos = (operations: object[], more: object = {}) =>
  JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations, ...more });

describe("a manifest", () => {
  it.each([
    ["Apollo's generate-persisted-query-manifest", "persisted-query-manifest.json", 4, /^[0-9a-f]{64}$/],
    ["GraphQL Code Generator", "persisted-documents.json", 4, /^sha256:[0-9a-f]{64}$/],
    ["Relay", "relay-queries.json", 1, /^[0-9a-f]{64}$/],
  ])("is read as %s writes it", async (_, file, count, id) => {
    const documents = readManifest(readFileSync(fixture(file), "utf8"));
    expect(documents.map((document) => document.id)).toEqual(
      Array.from({ length: count }, () => expect.stringMatching(id)),
    );
    const log = createLogRecorder();
    const safelist = await openSafelist([fixture(file)], buildSubgraph({ order: null }), log);
    for (const document of documents) expect(safelist.find(document.id)).toBe(document.body);
    expect(log.lines).toEqual([]);
  });

  it("may have ids of another making, as MD5 is Relay's default", () => {
    expect(readManifest(JSON.stringify({ "5f4dcc3b5aa765d61d8327deb882cf99": body }))).toHaveLength(1);
  });

  it.each([
    ["no JSON", "{", "is not JSON"],
    ["a list", "[]", "is neither an Apollo persisted query manifest of version 1 nor a map"],
    ["another version", apollos([{ id: "a", body }], { version: 2 }), "is neither an Apollo persisted query manifest"],
    ["another format", JSON.stringify({ format: "mine", operations: [] }), "is neither an Apollo persisted query"],
    ["an operation without a text", apollos([{ id: "a" }]), "is neither an Apollo persisted query manifest"],
    ["no operation", apollos([]), "has no operation"],
    ["nothing", "{}", "has no operation"],
    [
      "a text that was altered",
      JSON.stringify({ [sha256(body)]: `${body} ` }),
      "holds a text that is not the one of its id",
    ],
    [
      "one altered below a prefix",
      JSON.stringify({ [`sha256:${sha256("a")}`]: body }),
      "holds a text that is not the one",
    ],
  ])("is refused with %s", (_, text, reason) => {
    expect(() => readManifest(text)).toThrow(reason);
  });
});

describe("a safelist", () => {
  it("knows a text however it is written, and no other", () => {
    const safelist = createSafelist([{ id: "a", body }]);
    for (const source of [body, "query Carriers{carriers{code}}", "# mine\nquery  Carriers {\n carriers, { code } }"])
      expect([source, safelist.has(source)]).toEqual([source, true]);
    const strange = [
      "query Carriers { carriers { code name } }",
      "query Others { carriers { code } }",
      `${body} query B { __typename }`,
      "query Carriers { carriers: shipments { code } }",
      "query Carriers { carriers { code } ",
      `{ ${"a { ".repeat(20_000)}`,
      "",
    ];
    for (const source of strange) expect([source, safelist.has(source)]).toEqual([source, false]);
  });

  it("tells a value in a text from blanks", () => {
    const safelist = createSafelist([{ id: "a", body: '{ a(b: "x y") }' }]);
    expect([safelist.has('{a(b:"x y")}'), safelist.has('{ a(b: "x  y") }')]).toEqual([true, false]);
  });

  it("finds an id with and without its prefix", () => {
    const safelist = createSafelist([{ id: `sha256:${sha256(body)}`, body }]);
    expect([safelist.find(sha256(body)), safelist.find(`sha256:${sha256(body)}`)]).toEqual([body, body]);
    for (const id of ["", "sha256:", "__proto__", "constructor", sha256("x")]) expect(safelist.find(id)).toBeNull();
  });

  it("does not open with two texts for one id, or one that is no GraphQL", () => {
    const twice = [
      { id: "a", body },
      { id: "a", body: "{ b }" },
    ];
    expect(() => createSafelist(twice)).toThrow("holds two operations under the id a");
    expect(() => createSafelist([{ id: "a", body: "{" }])).toThrow("holds no GraphQL under the id a");
  });

  it("is read from several files, and names the one that cannot be used", async () => {
    const folder = await mkdtemp(join(tmpdir(), "safelist-"));
    const [fine, broken] = [join(folder, "fine.json"), join(folder, "broken.json")];
    await writeFile(fine, JSON.stringify({ old: "{ carrierz { code } }" }));
    await writeFile(broken, "{");
    const log = createLogRecorder();
    const schema = buildSubgraph({ order: null });
    const safelist = await openSafelist([fine, fixture("persisted-documents.json")], schema, log);
    expect(safelist.find("old")).toBe("{ carrierz { code } }");
    expect(log.lines).toEqual([
      {
        ...{ level: "warn", message: "An operation of the safelist does not fit the schema", id: "old" },
        reason: expect.stringContaining('Cannot query field "carrierz"'),
      },
    ]);
    await expect(openSafelist([fine, broken], schema, log)).rejects.toThrow(`SAFELIST_FILE: ${broken} is not JSON.`);
    const missing = join(folder, "missing.json");
    await expect(openSafelist([missing], schema, log)).rejects.toThrow(
      `SAFELIST_FILE: ${missing} cannot be read (ENOENT).`,
    );
    await rm(folder, { recursive: true });
  });
});
