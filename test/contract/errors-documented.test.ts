import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ShippingErrorCode } from "../../src/entities/values/enums.js";
import { appErrorCodes } from "../../src/errors.js";

const page = readFileSync(join(resolve(__dirname, "../.."), "docs/errors.md"), "utf8");

/** The rows of the table below a heading: code, what happened, what to do. */
function rowsBelow(heading: string): string[][] {
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

describe.each([
  ["Top-level errors", appErrorCodes],
  ["User errors", Object.keys(ShippingErrorCode)],
] as const)("docs/errors.md, %s", (heading, codes) => {
  const rows = rowsBelow(heading);

  it("lists every code once and no other", () => {
    expect(codes.length).toBeGreaterThan(5);
    expect(rows.map(([code]) => code).sort()).toEqual(codes.map((code) => `\`${code}\``).sort());
  });

  it("says for each what happened and what to do", () => {
    const unexplained = rows.filter((row) => row.length !== 3 || row.slice(1).some((cell) => !/\w{3}.*\.$/.test(cell)));
    expect(unexplained).toEqual([]);
  });
});
