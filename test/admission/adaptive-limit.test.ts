import fc from "fast-check";
import { AdaptiveLimit } from "../../src/admission/adaptive-limit.js";

const options = { least: 4, most: 40, first: 16, targetMs: 10 };

const windows = fc.array(fc.record({ waitMs: fc.double({ min: 0, max: 5_000, noNaN: true }), isUsed: fc.boolean() }));

it("stays between least and most, whatever is measured", () => {
  fc.assert(
    fc.property(windows, (measured) => {
      const limit = new AdaptiveLimit(options);
      for (const { waitMs, isUsed } of measured) {
        limit.adapt(waitMs, isUsed);
        expect(limit.value).toBeGreaterThanOrEqual(options.least);
        expect(limit.value).toBeLessThanOrEqual(options.most);
      }
    }),
  );
});

it("grows by one while it is used and nothing waits, and not while it is not used", () => {
  const limit = new AdaptiveLimit(options);
  limit.adapt(1, true);
  limit.adapt(1, true);
  limit.adapt(1, false);
  expect(limit.value).toBe(18);
});

it("settles where work begins to wait: each request at work adds a millisecond to the wait", () => {
  const limit = new AdaptiveLimit(options);
  const seen = Array.from({ length: 200 }, () => {
    limit.adapt(limit.value, true);
    return limit.value;
  });
  for (const value of seen.slice(-50)) expect(Math.abs(value - options.targetMs)).toBeLessThanOrEqual(2);
});
