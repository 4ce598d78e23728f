import type { LabelPurchase } from "../../src/entities/label-purchase.js";
import { pauseBeforeCheck } from "../../src/shipping/reconcile/check-pauses.js";

const day = 86_400;
const production = {
  sendWithin: 15,
  answerWithin: 20,
  reconcileAfter: 90,
  notCreatedAfter: 7_200,
  watchLateFor: 30 * day,
};
const purchase = (state: LabelPurchase["state"], ageSeconds = 0) => ({
  state,
  startedAt: new Date(Date.now() - ageSeconds * 1000).toISOString(),
});

it.each([
  ["UNKNOWN", 1, 15],
  ["UNKNOWN", 2, 30],
  ["UNKNOWN", 3, 60],
  ["UNKNOWN", 4, 120],
  ["UNKNOWN", 5, 300],
  ["UNKNOWN", 6, 600],
  ["UNKNOWN", 7, 900],
  ["UNKNOWN", 1_000, 900],
  ["PURCHASED", 1, 15],
] as const)("after look %#: %s, number %i, pauses %i s", (state, checks, seconds) => {
  expect(pauseBeforeCheck(production, purchase(state), checks)).toBe(seconds);
});

it("asks patiently for what nobody waits for: a dozen times and a few in three days, not three hundred", () => {
  let at = 0;
  const pauses: number[] = [];
  while (at < 3 * day) {
    pauses.push(
      pauseBeforeCheck(production, purchase("PURCHASED"), pauses.length + 1, true) ?? Number.POSITIVE_INFINITY,
    );
    at += pauses.at(-1) as number;
  }
  expect(pauses.slice(0, 12)).toEqual([15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600]);
  expect(pauses.length).toBeLessThan(24);
});

it.each([
  [0, day],
  [29 * day, day],
  [30 * day + 1, null],
])("a purchase given up %i s ago is looked at again after %p s", (age, seconds) => {
  expect(pauseBeforeCheck(production, purchase("NOT_CREATED", age), 1)).toBe(seconds);
});

it("looks sooner where the operator reconciles sooner, and never more often than once a second", () => {
  const pauses = (reconcileAfter: number) =>
    [1, 2, 3, 4, 5, 6, 7].map((checks) =>
      pauseBeforeCheck({ ...production, reconcileAfter }, purchase("UNKNOWN"), checks),
    );
  expect(pauses(2)).toEqual([2, 4, 8, 16, 32, 64, 900]);
  expect(pauses(0)).toEqual([1, 2, 4, 8, 16, 32, 900]);
});

it("has looked at least ten times before two hours are over", () => {
  let at = production.reconcileAfter;
  let looks = 0;
  while (at < production.notCreatedAfter) {
    looks += 1;
    at += pauseBeforeCheck(production, purchase("UNKNOWN"), looks) ?? Number.POSITIVE_INFINITY;
  }
  expect(looks).toBeGreaterThanOrEqual(10);
});
