import { type Area, whyOutside } from "../../src/shipping/area/why-outside.js";

const anywhere: Area = { countries: [], regions: [], postalPrefixes: [], postalRanges: [] };
const why = (area: Partial<Area>, countryCode: string, region: string | null, postalCode: string | null = null) =>
  whyOutside({ ...anywhere, ...area }, { countryCode, region, postalCode });

it.each([
  [[], "US", null],
  [["DE", "AT"], "AT", null],
  [["DE", "AT"], "at", null],
  [["GB"], "UK", null],
  [["DE", "AT"], "CH", "COUNTRY_NOT_SERVED"],
  [["PR"], "PR", null],
  [["US"], "PR", "COUNTRY_NOT_SERVED"],
] as const)("with the countries %j, %s: %s", (countries, country, expected) => {
  expect(why({ countries: [...countries] }, country, null)).toBe(expected);
});

it.each([
  [["US-CA"], "US", "CA", null],
  [["US-CA"], "US", "us-ca", null],
  [["US-CA"], "US", "California", null],
  [["us-ca", "US-NV"], "US", "NV", null],
  [["US-CA"], "US", "NY", "REGION_NOT_SERVED"],
  [["US-CA"], "US", null, "REGION_REQUIRED"],
  [["US-CA"], "US", "  ", "REGION_REQUIRED"],
  [["US-CA"], "US", "Kalifornien", "REGION_REQUIRED"],
  [["US-CA"], "CA", "ON", "REGION_NOT_SERVED"],
  [["US-CA"], "CA", null, "REGION_NOT_SERVED"],
  [["US-DE"], "DE", "DE", "REGION_NOT_SERVED"],
  [["CA-QC"], "CA", "Québec", null],
  [["DE-BE"], "DE", "Berlin", null],
  [["FR-IDF"], "FR", "IDF", null],
  [["FR-IDF"], "FR", "Île-de-France", "REGION_REQUIRED"],
  [["US-PR"], "PR", null, null],
  [["US-PR"], "US", "Puerto Rico", null],
  [["US-PR"], "US", "PR", null],
  [["US-CA"], "PR", null, "REGION_NOT_SERVED"],
] as const)("with the regions %j, %s %j: %s", (regions, country, region, expected) => {
  expect(why({ regions: [...regions] }, country, region)).toBe(expected);
});

it("takes an outlying state for itself, whichever way the address is written, unless its region is named", () => {
  const written = [
    ["PR", null],
    ["US", "PR"],
  ] as const;
  for (const [country, region] of written) {
    expect(why({ countries: ["US"] }, country, region)).toBe("COUNTRY_NOT_SERVED");
    expect(why({ countries: ["PR"] }, country, region)).toBeNull();
    expect(why({ countries: ["US"], regions: ["US-FL", "US-PR"] }, country, region)).toBeNull();
  }
});

it.each([
  ["US", "90210", null],
  ["US", "10007", null],
  ["US", "20001", "POSTAL_CODE_NOT_SERVED"],
  ["US", null, "POSTAL_CODE_REQUIRED"],
  ["US", " ", "POSTAL_CODE_REQUIRED"],
  ["HK", null, "POSTAL_CODE_NOT_SERVED"],
  ["HK", "0000", "POSTAL_CODE_NOT_SERVED"],
] as const)("with prefixes or ranges, %s %j: %s", (country, code, expected) => {
  const area = { postalPrefixes: ["902"], postalRanges: [{ from: "10000", to: "10099" }] };
  expect(why(area, country, null, code)).toBe(expected);
});

it("wants every condition to hold, and tells the widest that does not", () => {
  const area = { countries: ["US"], regions: ["US-CA"], postalPrefixes: ["90"] };
  expect([why(area, "US", "CA", "90210"), why(area, "US", "CA", "94105")]).toEqual([null, "POSTAL_CODE_NOT_SERVED"]);
  expect([why(area, "US", "NY", "90210"), why(area, "DE", "BE", "90402")]).toEqual([
    "REGION_NOT_SERVED",
    "COUNTRY_NOT_SERVED",
  ]);
});
