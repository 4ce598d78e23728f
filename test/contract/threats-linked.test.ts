import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const file = resolve(__dirname, "../../docs/threats.md");
const text = readFileSync(file, "utf8");
const header = "| Threat | Defence | Test |";

const cellsOf = (line: string) =>
  line
    .replace(/^\|(.*)\|$/, "$1")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** Sections whose table is one of threats, each with its rows. */
const tables = text
  .split(/^## /m)
  .filter((section) => section.includes(header))
  .map((section) => ({
    heading: section.split("\n")[0] ?? "",
    rows: section
      .slice(section.indexOf(header))
      .split("\n")
      .slice(2)
      .filter((line) => line.startsWith("|")),
  }));

const rows = tables.flatMap(({ heading, rows: lines }) =>
  lines.map((line) => ({ heading, cells: cellsOf(line), threat: cellsOf(line)[0] ?? "" })),
);

/** `"title" in [name](path)`, or a whole file: `[name](path)`. */
const links = rows.flatMap(({ threat, cells }) =>
  [...(cells[2] ?? "").matchAll(/(?:"([^"]+)" in )?\[[\w.-]+\]\(([^)]+)\)/g)].map(([, title, path = ""]) => ({
    threat,
    title: title ?? "",
    path: resolve(file, "..", path),
  })),
);

it("every area has its table of threats, and no threat stands twice", () => {
  expect(tables.length).toBeGreaterThanOrEqual(9);
  expect(tables.filter(({ rows: lines }) => lines.length === 0)).toEqual([]);
  expect(new Set(rows.map(({ threat }) => threat)).size).toBe(rows.length);
});

it("every row has a threat, a defence and a test", () => {
  const incomplete = rows.filter(
    ({ threat, cells }) => cells.length !== 3 || cells.includes("") || !links.some((link) => link.threat === threat),
  );
  expect(incomplete).toEqual([]);
});

it("every test that is named exists, and has the title that is named", () => {
  expect(links.length).toBeGreaterThan(rows.length);
  const missing = links.filter(
    ({ path, title }) =>
      !(/\/test\/.+\.ts$/.test(path) && existsSync(path) && readFileSync(path, "utf8").includes(title)),
  );
  expect(missing).toEqual([]);
});

it("all titles are read: none stands without its file", () => {
  const quoted = rows.flatMap(({ cells }) => [...(cells[2] ?? "").matchAll(/"([^"]+)"/g)].map(([, title]) => title));
  expect(links.flatMap(({ title }) => (title === "" ? [] : [title]))).toEqual(quoted);
});
