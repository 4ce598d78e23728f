import fc from "fast-check";
import { postalCode } from "../../src/carrier/postal-codes.js";
import { isInPostalArea } from "../../src/shipping/area/postal-area.js";

const beginsWith = (country: string, code: string, prefix: string) =>
  isInPostalArea(country, code, { postalPrefixes: ["0000000", prefix], postalRanges: [] });
const isBetween = (country: string, code: string, from: string, to: string) =>
  isInPostalArea(country, code, { postalPrefixes: [], postalRanges: [{ from, to }] });

it.each([
  ["US", "10007", "100", true],
  ["US", "10007-1234", "10007", true],
  ["US", "100071234", "10007-12", true],
  ["US", "10007", "10007-1234", false],
  ["US", "10107", "100", false],
  ["US", "02116", "21", false],
  ["DE", "D-10117", "10", true],
  ["DE", "10117", "D-10", true],
  ["DE", "10117", "de 1", true],
  ["DE", "10117", "11", false],
  ["GB", "e161ze", "E16", true],
  ["GB", "E1 6ZE", "E16", false],
  ["GB", "E1 6ZE", "E1 6", true],
  ["GB", "E16 1ZE", "E1 6", false],
  ["GB", "E16 1ZE", "E161", true],
  ["GB", "E16 1ZE", "e1", true],
  ["GB", "EC1A 1BB", "GB-EC1", true],
  ["GB", "EC1A1BB", "ec1a 1bb", true],
  ["GB", "EC1A 1BB", "E1", false],
  ["GB", "GIR 0AA", "G", true],
  ["CA", "m5v-3l9", "M5V 3", true],
  ["CA", "M5V3L9", "m5", true],
  ["CA", "K1A 0B1", "M", false],
  ["NL", "1234ab", "1234 A", true],
  ["NL", "NL-1234 AB", "12", true],
  ["NL", "1234 BA", "1234A", false],
  ["PL", "00950", "00-9", true],
  ["PL", "00-950", "009", true],
  ["SE", "111 22", "S-111", true],
  ["LV", "1010", "LV-10", true],
  ["LV", "LV-1010", "10", true],
  ["KY", "KY1-1005", "1-1", true],
  ["JP", "１００−０００１", "100-0", true],
  ["MT", "FRN 1000", "MTF", false],
  ["DE", "10117", " - ", false],
  ["DE", "10117", "", false],
] as const)("in %s, %s begins with %s: %s", (country, code, prefix, expected) => {
  expect(beginsWith(country, code, prefix)).toBe(expected);
});

it.each([
  ["US", "10000", "10000", "10099", true],
  ["US", "10099", "10000", "10099", true],
  ["US", "10100", "10000", "10099", false],
  ["US", "09999", "10000", "10099", false],
  ["US", "10099-9999", "10000", "10099", true],
  ["US", "19999", "10", "19", true],
  ["US", "20000", "10", "19", false],
  ["US", "00501", "005", "099", true],
  ["PL", "00-950", "00900", "00-999", true],
  ["PL", "01-000", "00900", "00-999", false],
  ["GB", "E9 6ZE", "E1", "E9", true],
  ["GB", "E16 1ZE", "E1", "E9", false],
  ["GB", "E1W 1AA", "E1", "E9", true],
  ["GB", "AB12 3CD", "AB10", "AB15", true],
  ["GB", "AB1 3CD", "AB10", "AB15", false],
  ["GB", "SW1A 1AA", "SW1A", "SW1E", true],
  ["GB", "SW1W 1AA", "SW1A", "SW1E", false],
  ["GB", "E1 6ZE", "E1 6AA", "E1 6ZZ", true],
  ["GB", "E1 7AA", "e16aa", "e16zz", false],
  ["GB", "EC1A 1BB", "E", "E", false],
  ["CA", "m5v3l9", "M5A 1A1", "M5X 9Z9", true],
  ["CA", "M6A 1A1", "M5A", "M5X", false],
  ["NL", "1234zz", "1234 AA", "1234 ZZ", true],
  ["NL", "1235AA", "1234AA", "1234ZZ", false],
  ["NL", "1234 AB", "1000", "1999", true],
  ["LV", "LV-1010", "1001", "LV-1050", true],
  ["DE", "10117", "", "99999", false],
  ["DE", "10117", "20000", "10000", false],
] as const)("in %s, %s lies between %s and %s: %s", (country, code, from, to, expected) => {
  expect(isBetween(country, code, from, to)).toBe(expected);
});

/** A number as a country writes it, and as somebody types it. */
const typed = (country: string, number: number, digits: number, sign: string, isLower: boolean) => {
  const code = postalCode(country, String(number).padStart(digits, "0")) ?? "";
  const text = code.replace(/[ -]/, sign);
  return isLower ? ` ${text.toLowerCase()} ` : text;
};
const countries = fc.constantFrom(["DE", 5], ["US", 5], ["PL", 5], ["AT", 4], ["IN", 6], ["JP", 7], ["LV", 4]);
const signs = fc.constantFrom("", " ", "-");

it("takes in what lies within a range as a number and nothing else, however it is typed", () => {
  const share = fc.double({ min: 0, max: 0.999999, noNaN: true });
  fc.assert(
    fc.property(countries, share, share, share, signs, fc.boolean(), ([country, digits], a, b, c, sign, isLower) => {
      const [code, from, to] = [a, b, c].map((part) => Math.floor(part * 10 ** Number(digits))) as [
        number,
        number,
        number,
      ];
      const write = (number: number) => typed(String(country), number, Number(digits), sign, isLower);
      expect(isBetween(String(country), write(code), write(from), write(to))).toBe(from <= code && code <= to);
    }),
  );
});

it("finds every code by each of its own beginnings, with or without blanks", () => {
  const letter = fc.constantFrom(..."ABCDEFGHJKLMNPRSTUVWXY");
  const digit = fc.integer({ min: 0, max: 9 }).map(String);
  const british = fc
    .tuple(
      fc.string({ unit: letter, minLength: 1, maxLength: 2 }),
      fc.integer({ min: 1, max: 99 }),
      digit,
      letter,
      letter,
    )
    .map(([area, district, ...rest]) => `${area}${district} ${rest.join("")}`);
  fc.assert(
    fc.property(british, fc.nat(), (code, at) => {
      const prefix = code.slice(0, 1 + (at % code.length));
      expect(beginsWith("GB", code.replace(" ", ""), prefix)).toBe(true);
      expect(beginsWith("GB", code, code.replace(" ", ""))).toBe(true);
    }),
  );
});
