import fc from "fast-check";
import { FairShares } from "../../src/admission/fair-shares.js";
import type { Party } from "../../src/admission/party.js";

const party = (tenant: string, kind: Party["kind"] = "BUYERS"): Party => ({ tenant, kind });
const [a, b, c, staff] = [party("a"), party("b"), party("c"), party("a", "STAFF")];

/** Takes as much as it may, one by one. */
function fill(shares: FairShares, who: Party): number {
  while (shares.mayTake(who)) shares.take(who);
  return shares.ofParty(who);
}

it.each([1, 2, 3, 4, 10, 64, 1_000])("gives one that is alone all %i, and others find something", (most) => {
  const shares = FairShares.forOneAlone(most);
  expect(fill(shares, a)).toBe(most);
  expect(fill(shares, b)).toBeGreaterThan(0);
});

it("leaves something to the third and the fourth, and to staff beside buyers", () => {
  const shares = FairShares.forOneAlone(64);
  expect([fill(shares, a), fill(shares, b), fill(shares, staff), fill(shares, c)]).toEqual([64, 12, 3, 1]);
});

it("evens out: who has most gets nothing back until others have as much", () => {
  const shares = FairShares.forOneAlone(64);
  fill(shares, a);
  for (let turn = 0; turn < 500; turn++) {
    const [giver, asker] = turn % 2 === 0 ? [a, b] : [b, a];
    if (shares.ofParty(giver) > 1) shares.give(giver);
    if (shares.mayTake(asker)) shares.take(asker);
    if (shares.mayTake(giver)) shares.take(giver);
  }
  expect(Math.abs(shares.ofParty(a) - shares.ofParty(b))).toBeLessThanOrEqual(2);
  expect(shares.held).toBeGreaterThanOrEqual(70);
});

it("never gives more than there is, always lets someone have the last, and forgets who has nothing", () => {
  const step = fc.record({ who: fc.constantFrom(a, b, c, staff), amount: fc.nat(7), isGiving: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(step, { maxLength: 200 }), (size, steps) => {
      const shares = new FairShares(size);
      for (const { who, amount, isGiving } of steps) {
        if (isGiving) shares.give(who, Math.min(amount, shares.ofParty(who)));
        else if (shares.mayTake(who, amount)) shares.take(who, amount);
        expect(shares.held).toBeLessThanOrEqual(size);
        if (shares.held < size) expect(shares.mayTake(party("newcomer"))).toBe(true);
      }
      for (const who of [a, b, c, staff]) shares.give(who, shares.ofParty(who));
      expect([shares.held, shares.parties]).toEqual([0, 0]);
    }),
  );
});
