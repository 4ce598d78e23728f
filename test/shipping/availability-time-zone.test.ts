import { timeZoneOf } from "../../src/shipping/availability/time-zone-of.js";

it.each([
  ["DE", "BE", "Europe/Berlin"],
  ["US", "CA", "America/Los_Angeles"],
  ["US", "Texas", "America/Chicago"],
  ["US", null, "America/New_York"],
  ["US", "PR", "America/Puerto_Rico"],
  ["PR", null, "America/Puerto_Rico"],
  ["CA", "Québec", "America/Toronto"],
  ["CA", "BC", "America/Vancouver"],
  ["AU", "WA", "Australia/Perth"],
  ["ES", "Las Palmas", "Atlantic/Canary"],
  ["ES", "Madrid", "Europe/Madrid"],
  ["GB", null, "Europe/London"],
  ["JP", "13", "Asia/Tokyo"],
  ["ZZ", null, "UTC"],
  ["", null, "UTC"],
])("takes %s %s to be in %s", (countryCode, region, expected) => {
  expect(timeZoneOf({ countryCode, region })).toBe(expected);
});

it("names zones that clocks can be read in", () => {
  const states = "CT AL CO AZ CA AK HI".split(" ").map((region) => ({ countryCode: "US", region }));
  const countries = "MX BR CL NZ PT CN ID RU PL AR KR IN"
    .split(" ")
    .map((countryCode) => ({ countryCode, region: null }));
  for (const place of [...states, ...countries])
    expect(new Intl.DateTimeFormat("en", { timeZone: timeZoneOf(place) }).resolvedOptions().timeZone).not.toBe("UTC");
});
