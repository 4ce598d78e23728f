import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const file = resolve(__dirname, "../../docs/promises.md");
const promised = readFileSync(file, "utf8").split("## What is not promised")[0] ?? "";

/** `"title" in [name](path)`, however the lines are broken. */
const links = [...promised.replaceAll(/\s+/g, " ").matchAll(/"([^"]+)" in \[[\w-]+\]\(([^)]+)\)/g)].map(
  ([, title, path]) => ({
    title: title ?? "",
    path: path ?? "",
  }),
);

it("every promise names a test", () => {
  const sentences = promised.split(/^- /m).slice(1);
  expect(links.length).toBeGreaterThan(20);
  for (const sentence of sentences) expect(sentence).toMatch(/"[^"]+"\s+in\s+\[/);
});

it.each(links)("the test exists: $title", ({ title, path }) => {
  expect(readFileSync(resolve(file, "..", path), "utf8")).toContain(title);
});
