import type { UpsAdapter } from "../../src/ups/adapter.js";
import { createUpsAdapter } from "../../src/ups/adapter.js";
import { MemoryTokenStore } from "./simulated-ups.js";

let ups: UpsAdapter;
beforeAll(() => {
  ups = createUpsAdapter({
    baseUrls: { SIMULATOR: null, TEST: null, PRODUCTION: null },
    tokens: new MemoryTokenStore(),
    calls: { record: () => undefined },
    clock: { now: () => new Date("2025-06-02T12:00:00Z") },
  });
});
afterAll(() => ups.close());

it.each([
  ["012345", true],
  ["0a1B2c", true],
  ["12345", false],
  ["1234567", false],
  ["12 345", false],
])("judges the account number '%s'", (accountNumber, isGood) => {
  expect(ups.accounts.checkNumber(accountNumber) === null).toBe(isGood);
});

it("says how large a label is, and leaves a printer its own resolution", () => {
  expect([ups.labelGeometry("PDF"), ups.labelGeometry("GIF"), ups.labelGeometry("ZPL")]).toEqual([
    { widthInches: 4, heightInches: 6, dpi: 200 },
    { widthInches: 7, heightInches: 4, dpi: 200 },
    { widthInches: 4, heightInches: 6, dpi: null },
  ]);
});

it("escapes the number in the link where a person follows the package", () => {
  expect(ups.trackingUrl("1Z 1&x=2")).toBe("https://www.ups.com/track?tracknum=1Z%201%26x%3D2");
});
