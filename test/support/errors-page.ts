import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const page = readFileSync(join(resolve(__dirname, "../.."), "docs/errors.md"), "utf8");

/** The rows of the table below a heading of docs/errors.md, cell by cell; each begins with a code or a status. */
export function rowsBelow(heading: string): string[][] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
}

/** The HTTP status codes that a cell names, lowest first. */
export const statusesIn = (cell = "") => [...cell.matchAll(/`(\d{3})`/g)].map(([, status]) => Number(status)).sort();
