import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "packages/ups-simulator/README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];
const textOf = (document: string) => readFileSync(join(root, document), "utf8");

/** As GitHub makes them of headings. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );

const links = documents.flatMap((document) =>
  [...textOf(document).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = ""]) => ({ document, target })),
);

/** Paths in code spans: from the root, or from `src`. A name with dots or brackets in it stands for many. */
const folders = ["src", "test", "packages", "migrations", "docs", "operations", "examples", "schema", "explorer"];
const foldersOfSrc = readdirSync(join(root, "src"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const paths = documents.flatMap((document) =>
  [...textOf(document).matchAll(/`([\w-]+)((?:\/[\w.-]+)+)\/?`/g)]
    .filter(([, first = "", rest = ""]) => [...folders, ...foldersOfSrc].includes(first) && !rest.includes("..."))
    .map(([, first = "", rest = ""]) => ({ document, path: first + rest })),
);

function isThere(path: string): boolean {
  const places = folders.includes(path.split("/")[0]!) ? [path] : [path, `src/${path}`];
  return places.some((place) => existsSync(join(root, place)) || existsSync(join(root, `${place}.ts`)));
}

it("every link of the documentation leads to a file and a heading of it", () => {
  expect(links.length).toBeGreaterThan(100);
  const broken = links.filter(({ document, target }) => {
    const [file = "", anchor] = target.split("#");
    const path = file === "" ? document : join(dirname(document), file);
    if (!existsSync(join(root, path))) return true;
    return anchor !== undefined && !anchorsOf(textOf(path)).includes(anchor);
  });
  expect(broken).toEqual([]);
});

it("every path that the documentation names exists", () => {
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter(({ path }) => !isThere(path))).toEqual([]);
});

it("README and CONTRIBUTING are read to their end", () => {
  for (const document of ["README.md", "CONTRIBUTING.md"])
    expect(textOf(document).split("\n").length - 1).toBeLessThanOrEqual(120);
});

describe("the rooms that docs/architecture.md shows are the checked ones", () => {
  const rules: { name: string }[] = require("../../.dependency-cruiser.cjs").forbidden;
  const text = textOf("docs/architecture.md");

  it.each(["shipping", "ups"])("of src/%s, from the top", (folder) => {
    const checked = rules.flatMap(({ name }) => {
      const [, of, room = ""] = /^(\w+)-(\w+)-uses-the-floors-below$/.exec(name) ?? [];
      return of === folder ? [room] : [];
    });
    const table = text.split(`Rooms of \`src/${folder}\`, from the top:`)[1]?.split("\n\n")[1] ?? "";
    const shown = [...table.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = ""]) => cell.match(/\w+/g) ?? []);
    expect(checked.length).toBeGreaterThan(5);
    expect(shown).toEqual(checked);
  });
});
