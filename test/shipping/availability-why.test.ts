import fc from "fast-check";
import {
  availableToAll,
  dispatchedAtOnce,
  type StoredAvailability,
} from "../../src/entities/values/stored-method-rules.js";
import { isHiddenFromBuyers } from "../../src/shipping/availability/unavailable-key.js";
import { whyUnavailable } from "../../src/shipping/availability/why-unavailable.js";
import type { OrderFacts } from "../../src/shipping/order-facts.js";

type Method = Parameters<typeof whyUnavailable>[0];
const today = "2026-03-05";
const inBerlin: OrderFacts = {
  destination: { countryCode: "DE", region: null, postalCode: "10117" },
  ...{ weight: null, volume: null, quantity: null, orderAmount: null, tags: [], channel: null },
};
const aMethod = (availability: Partial<StoredAvailability>, rest: Partial<Method> = {}): Method => ({
  ...{ provider: "UPS", archivedAt: null, isPublished: true, dispatch: dispatchedAtOnce },
  availability: { ...availableToAll, ...availability },
  ...rest,
});
const why = (availability: Partial<StoredAvailability>, facts: Partial<OrderFacts> = {}, rest: Partial<Method> = {}) =>
  whyUnavailable(aMethod(availability, rest), { ...inBerlin, ...facts }, today);

it("offers a published method without conditions to everybody", () => {
  expect(why({})).toBeNull();
});

it.each([
  ["UPS_LEGACY", { provider: "UPS_LEGACY" }, "NOT_QUOTABLE", true],
  ["archived", { archivedAt: "2026-01-01T00:00:00Z" }, "ARCHIVED", true],
  ["unpublished", { isPublished: false }, "NOT_PUBLISHED", true],
  ["blacked out today", { dispatch: { ...dispatchedAtOnce, blackoutDays: [today] } }, "BLACKOUT_DAY", false],
] as const)("offers none that is %s", (_, rest, expected, isHidden) => {
  expect(why({}, {}, rest as Partial<Method>)).toBe(expected);
  expect(isHiddenFromBuyers(expected)).toBe(isHidden);
});

it("offers one on the days around a blackout day", () => {
  const dispatch = { ...dispatchedAtOnce, blackoutDays: ["2026-03-04", "2026-03-06"] };
  expect(why({}, {}, { dispatch })).toBeNull();
});

it.each([
  ["web", null],
  [" WEB ", null],
  ["pos", "CHANNEL_NOT_SERVED"],
  [null, "CHANNEL_NOT_SERVED"],
] as const)("of the channels web and app, %j: %s", (channel, expected) => {
  expect(why({ channels: ["Web", "app"] }, { channel })).toBe(expected);
});

it.each([
  [{ countries: ["AT"] }, "COUNTRY_NOT_SERVED"],
  [{ regions: ["DE-BE"] }, "REGION_REQUIRED"],
  [{ postalPrefixes: ["80"], postalRanges: [{ from: "20", to: "29" }] }, "POSTAL_CODE_NOT_SERVED"],
  [{ postalPrefixes: ["80"], postalRanges: [{ from: "10", to: "19" }] }, null],
])("delivers to an area: %j: %s", (availability, expected) => {
  expect(why(availability)).toBe(expected);
});

it.each([
  [30, "KG", { value: 30, unit: "KG" }, null],
  [30, "KG", { value: 30.000001, unit: "KG" }, "WEIGHT_LIMIT"],
  [30, "KG", { value: 66.1386786, unit: "LB" }, null],
  [30, "KG", { value: 66.1386787, unit: "LB" }, "WEIGHT_LIMIT"],
  [70, "LB", { value: 1120, unit: "OZ" }, null],
  [70, "LB", { value: 1120.001, unit: "OZ" }, "WEIGHT_LIMIT"],
  [70, "LB", { value: 31.7514659, unit: "KG" }, null],
  [70, "LB", { value: 31.751466, unit: "KG" }, "WEIGHT_LIMIT"],
  [333, "OZ", { value: 9.440391200625, unit: "KG" }, null],
  [333, "OZ", { value: 9.4403912007, unit: "KG" }, "WEIGHT_LIMIT"],
  [0.3, "KG", { value: 0.1 + 0.2, unit: "KG" }, null],
  [30, "KG", null, "WEIGHT_REQUIRED"],
] as const)("takes up to %d %s: %j: %s", (value, unit, weight, expected) => {
  expect(why({ maxWeight: { value, unit } }, { weight })).toBe(expected);
});

it.each([
  [1728, "IN", { value: 28316.846592, unit: "CM" }, null],
  [1728, "IN", { value: 28316.846593, unit: "CM" }, "VOLUME_LIMIT"],
  [16.387064, "CM", { value: 1, unit: "IN" }, null],
  [16.387063, "CM", { value: 1, unit: "IN" }, "VOLUME_LIMIT"],
  [1, "IN", null, "VOLUME_REQUIRED"],
] as const)("takes up to %d cubic %s: %j: %s", (value, unit, volume, expected) => {
  expect(why({ maxVolume: { value, unit } }, { volume })).toBe(expected);
});

it("judges a weight and a volume alike in whichever units they and the limits are", () => {
  const ounces = fc.integer({ min: 1, max: 100_000 });
  const inPounds = (value: number) => ({ value: value / 16, unit: "LB" as const });
  const inOunces = (value: number) => ({ value, unit: "OZ" as const });
  fc.assert(
    fc.property(ounces, ounces, (limit, weight) => {
      const expected = weight > limit ? "WEIGHT_LIMIT" : null;
      for (const limitIn of [inPounds, inOunces])
        for (const weightIn of [inPounds, inOunces])
          expect(why({ maxWeight: limitIn(limit) }, { weight: weightIn(weight) })).toBe(expected);
      const centimetres = { value: (weight * 16_387_064) / 1_000_000, unit: "CM" as const };
      const inches = { value: limit, unit: "IN" as const };
      expect(why({ maxVolume: inches }, { volume: centimetres })).toBe(weight > limit ? "VOLUME_LIMIT" : null);
    }),
  );
});

it.each([
  [["cold"], [], ["cold", "fragile"], null],
  [["Cold", "fragile"], [], [" COLD ", "Fragile"], null],
  [["cold", "fragile"], [], ["cold"], "TAG_MISSING"],
  [["cold"], [], [], "TAG_MISSING"],
  [[], ["hazmat"], ["cold"], null],
  [[], ["Hazmat"], ["cold", "HAZMAT"], "TAG_EXCLUDED"],
  [["cold"], ["hazmat"], ["cold", "hazmat"], "TAG_EXCLUDED"],
])("with the tags %j wanted and %j unwanted, %j: %s", (requiredTags, excludedTags, tags, expected) => {
  expect(why({ requiredTags, excludedTags }, { tags })).toBe(expected);
});

it("leaves apart two methods of one account, one for the country and one for abroad", () => {
  const methods = [{ countries: ["US"] }, { countries: ["DE", "CA"] }];
  const offered = (countryCode: string) =>
    methods.map((availability) => why(availability, { destination: { ...inBerlin.destination, countryCode } }));
  expect([offered("US"), offered("CA")]).toEqual([
    [null, "COUNTRY_NOT_SERVED"],
    ["COUNTRY_NOT_SERVED", null],
  ]);
});
