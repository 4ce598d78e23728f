import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ownMessageCodes } from "../../src/entities/values/carrier-message.js";
import { ShippingErrorCode } from "../../src/entities/values/enums.js";
import { appErrorCodes } from "../../src/errors.js";
import { rowsBelow } from "../support/errors-page.js";

/** The status in a column of its own is compared with the server's in test/api/http-statuses.test.ts. */
const told = (heading: string, row: string[]) => (heading === "Top-level errors" ? row.toSpliced(1, 1) : row);

describe.each([
  ["Top-level errors", appErrorCodes],
  ["User errors", Object.keys(ShippingErrorCode)],
  ["Carrier messages", ownMessageCodes],
] as const)("docs/errors.md, %s", (heading, codes) => {
  const rows = rowsBelow(heading).map((row) => told(heading, row));

  it("lists every code once and no other", () => {
    expect(codes.length).toBeGreaterThan(1);
    expect(rows.map(([code]) => code).sort()).toEqual(codes.map((code) => `\`${code}\``).sort());
  });

  it("says for each what happened and what to do", () => {
    const unexplained = rows.filter((row) => row.length !== 3 || row.slice(1).some((cell) => !/\w{3}.*\.$/.test(cell)));
    expect(unexplained).toEqual([]);
  });
});

it("a message of ours that stops nothing has a code of that page", () => {
  const source = resolve(__dirname, "../../src");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const ours = /(?:notice\(|[cC]ode: )"([A-Z]+(?:_[A-Z]+)+)",\s+(?:severity: )?"(?:INFO|WARNING)"/g;
  const sent = files.flatMap((file) =>
    [...readFileSync(join(source, file), "utf8").matchAll(ours)].map(([, code]) => code as string),
  );
  expect(sent).toEqual(
    expect.arrayContaining(["INVOICE_WITHOUT_FILE", "GOODS_DESCRIPTION_SHORTENED", "OFFER_OUTDATED"]),
  );
  expect(sent.filter((code) => !ownMessageCodes.some((own) => own === code))).toEqual([]);
});
