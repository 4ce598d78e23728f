import fc from "fast-check";
import { perhapsMeant, unknownCode } from "../../src/shipping/unknown-code.js";
import { upsCatalogue } from "../../src/ups/words/catalogue.js";

const servicesFrom = (origin: string) =>
  upsCatalogue.services(origin, null).map((row) => ({ ...row, carrierCode: row.carrierServiceCode }));
const packageTypes = upsCatalogue
  .packageTypes(null)
  .map((row) => ({ ...row, carrierCode: row.carrierPackageTypeCode }));

it("a long code is shown to its sixtieth letter, and no half of one", () => {
  expect(unknownCode(`${"x".repeat(59)}🙂🙂`, servicesFrom("US"))).toBe(`${"x".repeat(59)}\ufffd… is unknown.`);
});

describe("what was perhaps meant", () => {
  it.each([
    ["UPS_GRUOND", ["UPS_GROUND"]],
    ["ups_ground", ["UPS_GROUND"]],
    ["UPS Ground", ["UPS_GROUND"]],
    ["GROUND", ["UPS_GROUND"]],
    ["03", ["UPS_GROUND"]],
    ["UPS_NEXTDAY_AIR", ["UPS_NEXT_DAY_AIR"]],
    ["NEXT_DAY_AIR", ["UPS_NEXT_DAY_AIR"]],
    ["UPS_SECOND_DAY_AIR", ["UPS_2ND_DAY_AIR"]],
    ["UPS_STANDART", ["UPS_STANDARD"]],
    ["UPS_WORLDWIDE_EXPRES", ["UPS_WORLDWIDE_EXPRESS"]],
    ["UPS", []],
    ["FEDEX_HOME", []],
    ["", []],
  ])("by %s is, from the United States, %j", (code, meant) => {
    expect(perhapsMeant(code, servicesFrom("US")).slice(0, 1)).toEqual(meant);
  });

  it("is not looked for where somebody sends a book", () => {
    expect(perhapsMeant("UPS_GRUOND".repeat(100_000), servicesFrom("US"))).toEqual([]);
  });

  it.each([
    ["UPS_CUSTOMER_PACKGE", "UPS_CUSTOMER_PACKAGE"],
    ["CUSTOMER_PACKAGE", "UPS_CUSTOMER_PACKAGE"],
    ["LETTER", "UPS_LETTER"],
    ["UPS_10_KG_BOX", "UPS_10KG_BOX"],
    ["UPS_EXPRESS_BOX_MEDUIM", "UPS_EXPRESS_BOX_MEDIUM"],
  ])("by the package type %s is %s", (code, meant) => {
    expect(perhapsMeant(code, packageTypes)[0]).toBe(meant);
  });

  it("is of what the origin has", () => {
    expect(perhapsMeant("UPS_GRUOND", servicesFrom("DE"))).toEqual([]);
    expect(perhapsMeant("UPS Express Saver", servicesFrom("DE"))).toEqual(["UPS_WORLDWIDE_SAVER"]);
  });

  it("is the code of which two letters are swapped, or one is missing", () => {
    const services = servicesFrom("US");
    fc.assert(
      fc.property(fc.constantFrom(...services), fc.nat(), fc.boolean(), ({ code }, seed, isMissing) => {
        const at = 4 + (seed % (code.length - 5));
        const rest = code.slice(at + 2);
        const wrong = code.slice(0, at) + (isMissing ? code[at + 1] : `${code[at + 1]}${code[at]}`) + rest;
        expect(wrong === code ? [code] : perhapsMeant(wrong, services)).toContain(code);
      }),
    );
  });
});

it("says what is unknown and what was meant, and repeats no long text", () => {
  const services = servicesFrom("US");
  expect(unknownCode("UPS_GRUOND", services)).toBe("UPS_GRUOND is unknown. Did you mean UPS_GROUND?");
  expect(unknownCode("NOPE", services)).toBe("NOPE is unknown.");
  expect(unknownCode("x".repeat(10_000), services).length).toBeLessThan(100);
});
