import fc from "fast-check";
import { isPostalCode, postalCode } from "../../src/carrier/postal-codes.js";
import { postalForms, withoutPostalCodes } from "../../src/carrier/postal-forms.js";

it.each([
  ["GB", "e161ze", "E16 1ZE"],
  ["GB", " sw1a1aa ", "SW1A 1AA"],
  ["GB", "M1 1AE", "M1 1AE"],
  ["GB", "GB-EC1A-1BB", "EC1A 1BB"],
  ["JE", "je23ab", "JE2 3AB"],
  ["CA", "m5v3l9", "M5V 3L9"],
  ["CA", "M5V-3L9", "M5V 3L9"],
  ["NL", "1234ab", "1234 AB"],
  ["NL", "NL-1234 AB", "1234 AB"],
  ["PL", "00950", "00-950"],
  ["PL", "PL 00-950", "00-950"],
  ["CZ", "11000", "110 00"],
  ["SK", "811 01", "811 01"],
  ["SE", "S-11122", "111 22"],
  ["SE", "SE-111 22", "111 22"],
  ["GR", "10431", "104 31"],
  ["PT", "1250096", "1250-096"],
  ["BR", "01310100", "01310-100"],
  ["BR", "01.310-100", "01310-100"],
  ["JP", "１００−０００１", "100-0001"],
  ["JP", "〒1000001", "100-0001"],
  ["IE", "d02af30", "D02 AF30"],
  ["IE", "D6W XY00", "D6W XY00"],
  ["US", "100071234", "10007-1234"],
  ["US", "10007 1234", "10007-1234"],
  ["US", "10007-", "10007"],
  ["US", "１０００７", "10007"],
  ["PR", "00901–1234", "00901-1234"],
  ["DE", "D-10117", "10117"],
  ["DE", "DE 10117", "10117"],
  ["FR", "F-75001", "75001"],
  ["CH", "CH-8001", "8001"],
  ["AT", "A-1010", "1010"],
  ["FI", "FIN-00100", "00100"],
  ["LV", "1010", "LV-1010"],
  ["LV", "lv1010", "LV-1010"],
  ["LT", "01100", "LT-01100"],
  ["MD", "MD2001", "MD-2001"],
  ["AD", "500", "AD500"],
  ["AZ", "1000", "AZ 1000"],
  ["MT", "vlt1117", "VLT 1117"],
  ["KY", "ky11005", "KY1-1005"],
  ["AR", "c1425dkf", "C1425DKF"],
  ["IN", "110 001", "110001"],
  ["SG", "018956", "018956"],
  ["LB", "20383054", "2038 3054"],
  ["HK", "12-3456", "12-3456"],
  ["GH", " ga-184-1234 ", "GA-184-1234"],
])("writes the postal code of %s %j as %s", (country, written, expected) => {
  expect([postalCode(country, written), isPostalCode(country, written)]).toEqual([expected, true]);
});

it.each([
  ["US", "2116"],
  ["US", "1000"],
  ["US", "10007123"],
  ["US", "ABCDE"],
  ["GB", "E16"],
  ["GB", "10117"],
  ["CA", "M5V 3L"],
  ["CA", "10007"],
  ["DE", "1011"],
  ["DE", "F-10117"],
  ["NL", "1234"],
  ["PL", "0095"],
  ["JP", "100-000"],
  ["MT", "1117"],
  ["US", "10007/1"],
  ["US", "10007\u0007"],
])("does not take %s %s for a postal code, and does not guess", (country, written) => {
  expect([isPostalCode(country, written), postalCode(country, written)]).toEqual([false, written]);
});

it.each([
  ["AE", "00000"],
  ["HK", "999077"],
  ["HK", "N/A"],
  ["QA", "-"],
  ["US", "  "],
  ["DE", null],
])("finds none in %s %j", (country, written) => {
  expect(postalCode(country, written)).toBeNull();
});

it("changes nothing of what it has written, in any country", () => {
  const sign = {
    "#": fc.constantFrom(..."0123456789"),
    "@": fc.constantFrom(..."ABXZ"),
    "*": fc.constantFrom(..."A7"),
  };
  const code = (form: string) =>
    fc.tuple(...[...form].map((place) => sign[place as keyof typeof sign] ?? fc.constant(place)));
  for (const [country, forms] of postalForms) {
    for (const form of forms) {
      fc.assert(
        fc.property(code(form), (signs) => {
          const canonical = postalCode(country, signs.join("").toLowerCase().replaceAll(" ", "").replaceAll("-", ""));
          expect([postalCode(country, canonical), isPostalCode(country, canonical ?? "")]).toEqual([canonical, true]);
          expect(canonical?.replace(/\W/g, "")).toBe(signs.join("").replace(/\W/g, ""));
        }),
        { numRuns: 5 },
      );
    }
  }
  expect([...postalForms.keys()].filter((country) => withoutPostalCodes.has(country))).toEqual([]);
});
