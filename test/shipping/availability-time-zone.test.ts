import { dispatchPlace } from "../../src/shipping/availability/dispatch-place.js";
import { timeZoneOf } from "../../src/shipping/availability/time-zone-of.js";

const sanFrancisco = { countryCode: "US", region: "CA" };
const open = (weekday: number) => ({ weekday, opens: "09:00", closes: "17:00" });

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

it.each([
  [{ timeZone: "Asia/Tokyo", openingHours: [open(2), open(1), open(2)] }, sanFrancisco, "Asia/Tokyo", [1, 2]],
  [{ timeZone: "Asia/Tokyo", openingHours: [] }, null, "Asia/Tokyo", []],
  [null, sanFrancisco, "America/Los_Angeles", []],
  [null, null, "UTC", []],
])("from %j, else of %j, parcels leave by the clock of %s on the days %j", (place, sender, timeZone, workingDays) => {
  expect(dispatchPlace(place, sender)).toEqual({ timeZone, workingDays });
});
