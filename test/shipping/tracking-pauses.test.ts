import { endOf, pauseSeconds } from "../../src/shipping/tracking/tracking-pauses.js";

const hour = 3_600;
const day = 24 * hour;

it.each([
  ["LABEL_CREATED", hour, 3 * hour],
  ["LABEL_CREATED", 2 * day, 6 * hour],
  ["LABEL_CREATED", 5 * day, day],
  ["LABEL_CREATED", 30 * day, 3 * day],
  ["UNKNOWN", 30 * day, 3 * day],
  ["IN_TRANSIT", day, 4 * hour],
  ["IN_TRANSIT", 20 * day, 12 * hour],
  ["EXCEPTION", day, 4 * hour],
  ["OUT_FOR_DELIVERY", day, 45 * 60],
  ["AVAILABLE_FOR_PICKUP", day, 6 * hour],
  ["RETURNING", day, 6 * hour],
] as const)("a package that is %s for %i s is looked at again after %i s", (status, age, pause) => {
  expect(pauseSeconds(status, age)).toBe(pause);
});

it.each([
  ["DELIVERED", 0, "DELIVERED"],
  ["RETURNED", 0, "RETURNED"],
  ["VOIDED", 0, "VOIDED"],
  ["IN_TRANSIT", 120 * day - 1, null],
  ["IN_TRANSIT", 120 * day, "EXPIRED"],
] as const)("following a package that is %s after %i s ends as %s", (status, age, end) => {
  expect(endOf(status, age, 120)).toBe(end);
});
