import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

interface Report {
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
  modules: { source: string }[];
}

const root = resolve(__dirname, "../..");
const depcruise = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

function cruise(cwd: string, folders: string[]): Report {
  const config = join(root, ".dependency-cruiser.cjs");
  const run = spawnSync(process.execPath, [depcruise, "--config", config, "--output-type", "json", ...folders], {
    cwd,
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  if (run.stdout === "") throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

/** What the check finds in these sources, as `rule: from -> to`. */
function violations(sources: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  try {
    for (const [path, text] of Object.entries(sources)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const folders = [...new Set(Object.keys(sources).map((path) => path.split("/")[0]!))];
    const { summary } = cruise(folder, folders);
    return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path));
}

const target = "export interface Thing { id: string }\nexport const thing: Thing = { id: '1' };\n";

describe("the imports of the sources", () => {
  it("follow the table", () => {
    const { summary, modules } = cruise(root, ["src", "migrations", "packages"]);
    const ours = modules.filter(({ source }) => /^(src|migrations)\//.test(source));
    expect(ours.length).toBeGreaterThan(20);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });

  it("take nothing but types where the table says types", () => {
    const typesOnly: [RegExp, RegExp][] = [
      [/^src\/http\//, /\/config\.js"/],
      [/^src\/context\.ts$/, /\/carrier\//],
    ];
    const lines = sourceFiles(join(root, "src")).flatMap((file) => {
      const path = relative(root, file);
      const about = typesOnly.filter(([from]) => from.test(path)).map(([, to]) => to);
      const statements = readFileSync(file, "utf8").match(/^(import|export)\b[^;]*?from "[^"]*"/gm) ?? [];
      return statements
        .filter((line) => about.some((to) => to.test(line)) && !/^(import|export) type\b/.test(line))
        .map((line) => `${path}: ${line}`);
    });
    expect(lines).toEqual([]);
  });
});

describe("the check of the imports", () => {
  it("sees every form of import", () => {
    const forms = {
      value: 'import { thing } from "../ups/thing.js";\nexport const x = thing;',
      type: 'import type { Thing } from "../ups/thing.js";\nexport type X = Thing;',
      "inline-type": 'import { type Thing } from "../ups/thing.js";\nexport type X = Thing;',
      "side-effect": 'import "../ups/thing.js";',
      "export-all": 'export * from "../ups/thing.js";',
      "export-named": 'export { thing } from "../ups/thing.js";',
      "export-type": 'export type { Thing } from "../ups/thing.js";',
      dynamic:
        'export class X { async #load() { return await import("../ups/thing.js"); } load = () => this.#load(); }',
      "type-query": 'export const x = (y: import("../ups/thing.js").Thing) => y.id;',
    };
    const sources = Object.entries(forms).map(([form, text]) => [`src/shipping/${form}.ts`, text]);
    expect(violations({ "src/ups/thing.ts": target, ...Object.fromEntries(sources) })).toEqual(
      Object.keys(forms)
        .map((form) => `shipping-imports-only-what-it-may: src/shipping/${form}.ts -> src/ups/thing.ts`)
        .sort(),
    );
  });

  it("refuses what the table does not list, wherever it stands", () => {
    const forbidden: [string, string][] = [
      ["src/carrier/a.ts", "src/entities/thing.ts"],
      ["src/config.ts", "src/security/thing.ts"],
      ["src/context.ts", "src/ups/thing.ts"],
      ["src/database/a.ts", "src/shipping/thing.ts"],
      ["src/entities/a.ts", "src/resolvers/thing.ts"],
      ["src/errors.ts", "src/entities/thing.ts"],
      ["src/http/a.ts", "src/database/thing.ts"],
      ["src/jobs/a.ts", "src/entities/thing.ts"],
      ["src/log.ts", "src/entities/thing.ts"],
      ["src/resolvers/a.ts", "src/ups/thing.ts"],
      ["src/security/a.ts", "src/entities/thing.ts"],
      ["src/shipping/a.ts", "src/security/thing.ts"],
      ["src/subgraph.ts", "src/shipping/thing.ts"],
      ["src/ups/a.ts", "src/shipping/thing.ts"],
    ];
    const sources = forbidden.flatMap(([from, to]) => [
      [from, `export { thing } from "${from.split("/").length === 2 ? "./" : "../"}${to.slice(4, -3)}.js";`],
      [to, target],
    ]);
    const found = violations(Object.fromEntries(sources));
    expect(found.filter((line) => /^[a-z.-]+-imports-only-what-it-may: /.test(line))).toEqual(found);
    expect(found.map((line) => line.replace(/^.*: /, "")).sort()).toEqual(
      forbidden.map(([from, to]) => `${from} -> ${to}`).sort(),
    );
  });

  it("refuses cycles, orphans, folders without a row, libraries out of place and a simulator loaded at once", () => {
    expect(
      violations({
        "src/carrier/a.ts": 'export { b } from "./b.js";\nexport const a = 1;',
        "src/carrier/b.ts": 'import { a } from "./a.js";\nexport const b = a;',
        "src/helpers/all.ts": 'export { a } from "../carrier/a.js";',
        "src/jobs/alone.ts": "export const alone = 1;",
        "src/demo-parts.ts":
          'import { thing } from "../packages/ups-simulator/src/thing.js";\nthing;\nimport("../packages/ups-simulator/src/other.js");',
        "src/main.ts": 'import("../packages/ups-simulator/src/other.js");',
        "packages/ups-simulator/src/a.ts":
          'export { b } from "../../../src/carrier/b.js";\nexport * from "./thing.js";',
        "src/shipping/a.ts": 'import { GraphQLError } from "graphql";\nexport const a = GraphQLError;',
        "packages/ups-simulator/src/other.ts": target,
        "packages/ups-simulator/src/thing.ts": target,
        "src/ups/a.ts": 'import type { DataSource } from "typeorm";\nexport type A = DataSource;',
      }),
    ).toEqual([
      "adapters-know-no-database: src/ups/a.ts -> typeorm",
      "demo-parts-load-in-one-place: src/main.ts -> packages/ups-simulator/src/other.ts",
      "demo-parts-load-on-demand: src/demo-parts.ts -> packages/ups-simulator/src/thing.ts",
      "every-source-stands-in-the-table: src/helpers/all.ts -> src/carrier/a.ts",
      "no-cycles: src/carrier/a.ts -> src/carrier/b.ts",
      "no-orphans: src/jobs/alone.ts -> src/jobs/alone.ts",
      "packages-stand-alone: packages/ups-simulator/src/a.ts -> src/carrier/b.ts",
      "use-cases-and-adapters-know-no-graphql: src/shipping/a.ts -> graphql",
    ]);
  });

  it("keeps the rooms of shipping and of ups on their floors", () => {
    expect(
      violations({
        "src/shipping/deps.ts": 'export { thing } from "./account/thing.js";',
        "src/shipping/account/thing.ts": target,
        "src/shipping/account/a.ts": 'export { thing } from "../purchase/thing.js";',
        "src/shipping/purchase/thing.ts": 'export { thing } from "../account/thing.js";',
        "src/shipping/rate/a.ts": 'export { thing } from "../void/thing.js";',
        "src/shipping/void/thing.ts": target,
        "src/shipping/attic/a.ts": 'export { thing } from "../account/thing.js";',
        "src/ups/adapter.ts": 'export { thing } from "./shipping/thing.js";',
        "src/ups/shipping/thing.ts": 'export { thing } from "../words/thing.js";',
        "src/ups/words/a.ts": 'export { thing } from "../shipping/thing.js";',
        "src/ups/words/thing.ts": target,
        "src/ups/wire/a.ts": 'export { adapter } from "../adapter.js";',
      }),
    ).toEqual([
      "every-room-of-shipping-has-a-floor: src/shipping/attic/a.ts -> src/shipping/account/thing.ts",
      "shipping-account-uses-the-floors-below: src/shipping/account/a.ts -> src/shipping/purchase/thing.ts",
      "shipping-rate-uses-the-floors-below: src/shipping/rate/a.ts -> src/shipping/void/thing.ts",
      "ups-wire-uses-the-floors-below: src/ups/wire/a.ts -> src/ups/adapter.ts",
      "ups-words-uses-the-floors-below: src/ups/words/a.ts -> src/ups/shipping/thing.ts",
      "what-all-of-shipping-uses-needs-no-room: src/shipping/deps.ts -> src/shipping/account/thing.ts",
    ]);
  });

  it("lets entities point at each other", () => {
    expect(
      violations({
        "src/entities/a.ts": 'import { B } from "./b.js";\nexport class A { b = () => B; }',
        "src/entities/b.ts": 'import { A } from "./a.js";\nexport class B { a = () => A; }',
      }),
    ).toEqual([]);
  });
});
