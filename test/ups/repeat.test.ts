import fc from "fast-check";
import type { Verdict } from "../../src/ups/wire/classify.js";
import { Repeats } from "../../src/ups/wire/repeat.js";
import { backoffMs, maxAttempts, parseRetryAfter } from "../../src/ups/wire/retry.js";

const account = { accountId: "account-1", urgency: "ASKING" } as const;
const neighbour = { ...account, accountId: "account-2" };
const outage: Verdict = {
  kind: "FAULT",
  reason: "CARRIER_FAULT",
  message: "HTTP 503",
  isProcessed: "MAYBE",
  isRepeatable: true,
  errors: [],
};
const busy = (retryAfterSeconds: number | null): Verdict => ({ kind: "RATE_LIMITED", retryAfterSeconds, errors: [] });
const read = { ...account, isRepeatable: true, attempt: 1, deadline: Number.POSITIVE_INFINITY };
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const integer = (min: number, max: number) => fc.integer({ min, max });

/** Time stands still but for `advance`; the chance is given. */
function someRepeats(random = 0, baseMs = 250) {
  let nowMs = 0;
  const repeats = new Repeats(baseMs, { nowMs: () => nowMs, random: () => random });
  return {
    repeats,
    advance: (ms: number) => {
      nowMs += ms;
    },
  };
}

/** Requests that so many calls make, one after the other, while every answer is the same. */
function requestsOf(repeats: Repeats, calls: number, verdict: Verdict, isRepeatable = true): number {
  let requests = 0;
  for (let call = 0; call < calls; call += 1) {
    repeats.noteCall();
    let attempt = 0;
    do {
      attempt += 1;
      requests += 1;
    } while (repeats.waitMs(verdict, { ...read, isRepeatable, attempt }) !== null);
  }
  return requests;
}

describe("the pause before a repeat", () => {
  it("lies anywhere between nothing and a doubled, capped limit, as chance says", () => {
    fc.assert(
      fc.property(integer(1, 60), integer(1, 10_000), chance, (attempt, baseMs, random) => {
        const limit = Math.min(5_000, baseMs * 2 ** (attempt - 1));
        const pause = backoffMs(attempt, baseMs, random);
        expect(pause).toBe(Math.floor(limit * random));
        expect(pause).toBeLessThan(limit);
        expect(pause).toBeGreaterThanOrEqual(0);
      }),
    );
    const spread = new Set(Array.from({ length: 100 }, (_, index) => backoffMs(3, 250, index / 100)));
    expect([Math.min(...spread), Math.max(...spread), spread.size]).toEqual([0, 990, 100]);
  });

  it("is none when it would end after the deadline", () => {
    fc.assert(
      fc.property(chance, integer(0, 600), (random, deadline) => {
        const waitMs = someRepeats(random).repeats.waitMs(outage, { ...read, attempt: 2, deadline });
        const pause = backoffMs(2, 250, random);
        expect(waitMs).toBe(pause < deadline ? pause : null);
      }),
    );
  });
});

describe("the budget of repeats", () => {
  it("is at most three attempts a call", () => {
    fc.assert(
      fc.property(integer(1, 5), (calls) => {
        expect(requestsOf(someRepeats().repeats, calls, outage)).toBe(calls * maxAttempts);
      }),
    );
  });

  it("adds a tenth to the calls, and ten saved up, while everything fails", () => {
    fc.assert(
      fc.property(integer(5, 3_000), (calls) => {
        const requests = requestsOf(someRepeats().repeats, calls, outage);
        expect(requests).toBeLessThanOrEqual(calls * 1.1 + 10);
        expect(requests).toBeGreaterThanOrEqual(Math.floor(calls * 1.1));
      }),
      { numRuns: 40 },
    );
  });

  it("comes back with calls that succeed", () => {
    const { repeats } = someRepeats();
    requestsOf(repeats, 1_000, outage);
    for (let call = 0; call < 100; call += 1) repeats.noteCall();
    expect(requestsOf(repeats, 5, outage)).toBe(15);
  });

  it("is not touched by what is sent once", () => {
    const { repeats } = someRepeats();
    for (const verdict of [outage, busy(null)]) expect(requestsOf(repeats, 500, verdict, false)).toBe(500);
    expect(requestsOf(repeats, 5, outage)).toBe(15);
  });
});

describe("an account's quiet time", () => {
  it("lasts as long as UPS says, whatever is asked meanwhile, and for this account alone", () => {
    fc.assert(
      fc.property(integer(1, 600), fc.array(integer(1, 5_000)), chance, (seconds, steps, random) => {
        const { repeats, advance } = someRepeats(random);
        repeats.noteVerdict(account, busy(seconds));
        let passed = 0;
        for (const step of steps) {
          advance(step);
          passed += step;
          const left = Math.max(0, seconds * 1_000 - passed);
          expect(repeats.quietMs(account)).toBe(left);
          expect(repeats.quietWaitMs(account, Number.POSITIVE_INFINITY)).toBe(left && left + backoffMs(1, 250, random));
          expect(repeats.quietMs(neighbour)).toBe(0);
        }
      }),
    );
  });

  it("is not shortened by a later, shorter Retry-After, nor by other answers", () => {
    const { repeats } = someRepeats();
    for (const verdict of [busy(60), busy(5), busy(null), outage, { kind: "OK", json: {} } as const]) {
      repeats.noteVerdict(account, verdict);
    }
    expect(repeats.quietMs(account)).toBe(60_000);
  });

  it("that outlasts the deadline is not waited for, nor repeated into", () => {
    const { repeats } = someRepeats();
    repeats.noteVerdict(account, busy(60));
    expect(repeats.quietWaitMs(account, 60_000)).toBeNull();
    expect(repeats.waitMs(busy(60), { ...read, deadline: 60_000 })).toBeNull();
    expect(repeats.waitMs(busy(60), { ...read, deadline: 60_001 })).toBe(0);
  });

  it("is of those alone whom UPS told: askers, or what nobody waits for; buyers have none", () => {
    const urgencies = ["BUYING", "ASKING", "BACKGROUND"] as const;
    const quiet = urgencies.map((told) => {
      const { repeats } = someRepeats();
      repeats.noteVerdict({ ...account, urgency: told }, busy(60));
      return urgencies.filter((urgency) => repeats.quietMs({ ...account, urgency }) > 0);
    });
    expect(quiet).toEqual([[], ["ASKING"], ["BACKGROUND"]]);
  });

  it("is waited for by a buyer's question that is repeated, where there is time", () => {
    const { repeats } = someRepeats();
    const buying = { ...read, urgency: "BUYING" } as const;
    expect(repeats.waitMs(busy(2), { ...buying, deadline: 2_001 })).toBe(2_000);
    expect(repeats.waitMs(busy(2), { ...buying, deadline: 2_000 })).toBeNull();
  });

  it("is a quarter of an hour at most, however much UPS wants", () => {
    const now = new Date("2025-06-02T10:00:00Z");
    for (const far of ["999999", "9".repeat(400), "Fri, 31 Dec 9999 23:59:59 GMT"]) {
      expect(parseRetryAfter(far, now)).toBe(900);
    }
  });
});
