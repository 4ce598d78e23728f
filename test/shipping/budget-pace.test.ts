import fc from "fast-check";
import { type BudgetReport, backgroundPurposes, type CallsByPurpose } from "../../src/carrier/call-budget.js";
import { allowed, exchange as exchangeOf, firstPace, type Pace } from "../../src/shipping/budget/pace.js";

const exchange = (before: Pace, report: BudgetReport, now: number, most: number, account = "a") =>
  exchangeOf(before, account, report, now, most);

const nothing: BudgetReport = { wanted: {}, foregroundPerSecond: 0, throttle: null };
const all = { LOOK_UP: 1_000, VOID: 1_000, RATE: 1_000, TRACK: 1_000 };
const count = (calls: CallsByPurpose) => Object.values(calls).reduce((sum, number) => sum + number, 0);

const counts = fc.integer({ min: 0, max: 200 });
const wanted = fc.record({ LOOK_UP: counts, VOID: counts, RATE: counts, TRACK: counts });
const mosts = fc.integer({ min: 1, max: 200 });
const throttles = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant("LATE" as const) }),
    fc.record({
      kind: fc.constant("REFUSED" as const),
      retryAfterSeconds: fc.option(fc.integer({ min: 0, max: 900 })),
    }),
  ),
);
const step = fc.record({
  afterMs: fc.integer({ min: 0, max: 5_000 }),
  report: fc.record({ wanted, foregroundPerSecond: fc.double({ min: 0, max: 100, noNaN: true }), throttle: throttles }),
});
const calmStep = fc.record({
  afterMs: fc.integer({ min: 0, max: 2_000 }),
  report: fc.record({ wanted, foregroundPerSecond: fc.constant(0), throttle: fc.constant(null) }),
});

/** What comes of so many exchanges, whichever instance makes each. */
function* play(most: number, steps: { afterMs: number; report: BudgetReport }[]) {
  let now = 1_000_000;
  let pace = firstPace(now, most);
  for (const { afterMs, report } of steps) {
    const before = pace;
    now += afterMs;
    const exchanged = exchange(before, report, now, most);
    pace = exchanged.pace;
    yield { ...exchanged, before, report, now };
  }
}

/** Full speed, and no limit met. */
const atFullSpeed = (most: number): Pace => ({ ...firstPace(0, most), rate: most, calls: most / 2 });

describe("the background's pace", () => {
  it("is never above the most, nor below next to nothing, whatever happens", () => {
    fc.assert(
      fc.property(mosts, fc.array(step, { maxLength: 40 }), (most, steps) => {
        for (const { pace, share } of play(most, steps)) {
          expect(share.callsPerSecond).toBeLessThanOrEqual(most);
          expect(share.callsPerSecond).toBeGreaterThanOrEqual(0.1);
          expect(pace.calls).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("gives in any stretch of time no more than its rate and half a second's worth saved up", () => {
    fc.assert(
      fc.property(mosts, fc.array(step, { minLength: 1, maxLength: 60 }), (most, steps) => {
        const begun = 1_000_000;
        let sum = 0;
        for (const { share, now } of play(most, steps)) {
          sum += count(share.granted);
          expect(sum).toBeLessThanOrEqual((most * (now - begun)) / 1_000 + Math.max(2, most / 2));
        }
      }),
    );
  });

  it("gives to the most urgent first: nothing to others while one of them waits", () => {
    fc.assert(
      fc.property(mosts, fc.array(step, { maxLength: 40 }), (most, steps) => {
        for (const { share, report } of play(most, steps)) {
          backgroundPurposes.forEach((purpose, index) => {
            const got = share.granted[purpose] ?? 0;
            expect(got).toBeLessThanOrEqual(report.wanted[purpose] ?? 0);
            if (got === (report.wanted[purpose] ?? 0)) return;
            for (const less of backgroundPurposes.slice(index + 1)) expect(share.granted[less] ?? 0).toBe(0);
          });
        }
      }),
    );
  });

  it("grows slowly and steadily while nothing is refused, and whatever is least urgent has its turn", () => {
    fc.assert(
      fc.property(mosts, fc.array(calmStep, { minLength: 2, maxLength: 40 }), (most, steps) => {
        let last = firstPace(0, most).rate;
        for (const { pace, before, now } of play(most, steps)) {
          expect(pace.rate).toBeGreaterThanOrEqual(last);
          expect(pace.rate - last).toBeLessThanOrEqual(((most / 60) * (now - before.countedAt)) / 1_000 + 1e-9);
          last = pace.rate;
        }
        const later = exchange(firstPace(0, most), { ...nothing, wanted: { TRACK: 1 } }, 60_000, most);
        expect(later.share).toMatchObject({ granted: { TRACK: 1 }, callsPerSecond: most });
      }),
    );
  });

  it("is halved by a refusal, once a second, and what was saved up is gone", () => {
    const busy = { ...nothing, wanted: all, throttle: { kind: "REFUSED" as const, retryAfterSeconds: null } };
    let { pace, share } = exchange(atFullSpeed(40), busy, 0, 40);
    expect([pace.rate, share.granted, share.isTight]).toEqual([20, {}, true]);
    ({ pace, share } = exchange(pace, busy, 500, 40));
    expect(pace.rate).toBeCloseTo(20.3, 1);
    ({ pace, share } = exchange(pace, busy, 1_000, 40));
    expect(pace.rate).toBe(10);
    for (let now = 2_000; now < 20_000; now += 1_000) ({ pace } = exchange(pace, busy, now, 40));
    expect(pace.rate).toBeLessThan(1.5);
    expect(pace.refusals).toBe(21);
  });

  it("has at most half after a refusal of what it had, whatever limit was known before", () => {
    fc.assert(
      fc.property(mosts, fc.array(step, { maxLength: 40 }), (most, steps) => {
        for (const { share, before, report, now } of play(most, steps)) {
          const isSlowed = report.throttle !== null && (before.slowedAt === null || now - before.slowedAt >= 1_000);
          if (!isSlowed) continue;
          const calm = exchange(before, { ...report, throttle: null }, now, most);
          expect(share.callsPerSecond).toBeLessThanOrEqual(Math.max(0.1, calm.share.callsPerSecond / 2) + 1e-9);
        }
      }),
    );
  });

  it("is halved by a carrier that does not answer in time too, which has met no limit", () => {
    const { pace, share } = exchange(atFullSpeed(40), { ...nothing, throttle: { kind: "LATE" } }, 0, 40);
    expect([pace.rate, pace.refusals, share.isTight]).toEqual([20, 0, false]);
    expect(exchange(pace, nothing, 30_000, 40).share.callsPerSecond).toBe(40);
  });

  it("gives nothing while the carrier wants a pause, and a shorter one ends no longer one", () => {
    const pauseFor = (retryAfterSeconds: number) => ({
      ...nothing,
      wanted: all,
      throttle: { kind: "REFUSED" as const, retryAfterSeconds },
    });
    const { pace } = exchange(atFullSpeed(10), pauseFor(60), 0, 10);
    const second = exchange(pace, pauseFor(5), 1_000, 10);
    expect(second.share).toMatchObject({ granted: {}, pausedForMs: 59_000 });
    expect(exchange(second.pace, { ...nothing, wanted: all }, 59_999, 10).share.granted).toEqual({});
    // Another account of the app was told nothing.
    expect(count(exchange(second.pace, { ...nothing, wanted: all }, 3_000, 10, "b").share.granted)).toBeGreaterThan(0);
    expect(count(exchange(second.pace, { ...nothing, wanted: all }, 61_000, 10).share.granted)).toBeGreaterThan(0);
  });

  it("leaves to buyers what was called when the carrier refused: near the limit it has next to nothing", () => {
    const refused = {
      ...nothing,
      foregroundPerSecond: 50,
      throttle: { kind: "REFUSED" as const, retryAfterSeconds: null },
    };
    const { pace } = exchange({ ...atFullSpeed(20), rate: 8 }, refused, 0, 20);
    // 50 of theirs and 4 of ours: what both together may be called from now on.
    expect(pace.limit).toBe(54);
    const rising = exchange(pace, { ...nothing, foregroundPerSecond: 20 }, 1_000, 20);
    expect(rising.share.callsPerSecond).toBe(0.1);
    const gone = exchange(rising.pace, nothing, 31_000, 20);
    expect(gone.share.callsPerSecond).toBeGreaterThan(10);
  });

  it("forgets a limit after ten minutes without a refusal", () => {
    const { pace } = exchange(
      atFullSpeed(10),
      { ...nothing, throttle: { kind: "REFUSED" as const, retryAfterSeconds: null } },
      0,
      10,
    );
    expect(allowed(pace, 10)).toBe(5);
    expect(exchange(pace, nothing, 120_000, 10).share).toMatchObject({ isTight: true, callsPerSecond: 5 });
    expect(exchange(pace, nothing, 150_000, 10).share).toMatchObject({ isTight: true, callsPerSecond: 6 });
    expect(exchange(pace, nothing, 599_000, 10).share.isTight).toBe(true);
    expect(exchange(pace, nothing, 601_000, 10).share).toMatchObject({ isTight: false, callsPerSecond: 10 });
  });

  it("does not mind clocks that go back", () => {
    const { pace } = exchange(atFullSpeed(10), { ...nothing, wanted: { LOOK_UP: 4 } }, 10_000, 10);
    const earlier = exchange(pace, { ...nothing, wanted: { LOOK_UP: 40 } }, 5_000, 10);
    expect(earlier.share.granted).toEqual({ LOOK_UP: 1 });
    expect(earlier.pace.countedAt).toBe(10_000);
  });
});
