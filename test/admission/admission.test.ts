import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { Admission } from "../../src/admission/admission.js";
import { type Party, strangers } from "../../src/admission/party.js";
import { asRequest, whileAside } from "../../src/admission/work.js";

const wide = { maxRequests: 10_000, maxQueued: 10_000 };

const flood: Party = { tenant: "flood", kind: "BUYERS" };
const other: Party = { tenant: "other", kind: "BUYERS" };
const parties: Party[] = [flood, { tenant: "flood", kind: "STAFF" }, other, strangers];

type Entered = Awaited<ReturnType<Admission["enter"]>>;

function end({ place, forget }: Entered): void {
  place.leave();
  forget();
}

async function fill(admission: Admission): Promise<Entered[]> {
  return Promise.all(Array.from({ length: admission.counts.limit }, () => admission.enter(flood)));
}

const refusal = { code: "OVERLOADED", retryable: true, retryAfterSeconds: expect.any(Number) };

it("lets in as many as may work, and the next when one is done", async () => {
  const admission = new Admission(wide);
  const [first, ...working] = await fill(admission);
  const next = admission.enter(flood);
  expect(admission.counts).toMatchObject({ working: 16, queued: 1, limit: 16 });
  end(first!);
  for (const entered of [await next, ...working]) end(entered);
  expect(admission.counts).toMatchObject({ working: 0, queued: 0, underWay: 0, refused: 0, admitted: 17 });
});

it("refuses who has waited too long", async () => {
  // Nothing is let in on top: work waits as it is.
  const admission = new Admission({ ...wide, databaseWaitMs: () => 1_000 });
  const working = await fill(admission);
  await expect(admission.enter(flood)).rejects.toMatchObject(refusal);
  for (const entered of working) end(entered);
  end(await admission.enter(flood));
});

it("turns the one that waits longest away when the line is too long", async () => {
  const admission = new Admission({ maxRequests: 100, maxQueued: 2 });
  const [first] = await fill(admission);
  const oldest = admission.enter(flood);
  const line = [admission.enter(flood), admission.enter(flood)];
  await expect(oldest).rejects.toMatchObject(refusal);
  expect(admission.counts).toMatchObject({ queued: 2, refused: 1 });
  end(first!);
  const newest = await line[1]!;
  end(newest);
  end(await line[0]!);
});

it("refuses at once above all that may be under way, those that wait for a carrier included", async () => {
  const admission = new Admission({ maxRequests: 3, maxQueued: 10 });
  const entered = await Promise.all([admission.enter(flood), admission.enter(flood), admission.enter(flood)]);
  for (const { place } of entered) place.stepAside();
  expect(admission.counts).toMatchObject({ working: 0, underWay: 3 });
  await expect(admission.enter(flood)).rejects.toMatchObject(refusal);
  end(entered[0]!);
  end(await admission.enter(flood));
});

it("does not let in who has gone", async () => {
  const admission = new Admission(wide);
  const [first, second] = await fill(admission);
  const gone = admission.enter(flood, () => true);
  const there = admission.enter(flood);
  end(first!);
  await expect(gone).rejects.toMatchObject(refusal);
  await expect(there).resolves.toBeDefined();
  end(second!);
});

it("gives a request's place to another while it waits for the carrier, and lets it go on above the limit", async () => {
  const admission = new Admission(wide);
  const entered = await fill(admission);
  let answer = () => {};
  const carrier = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const waits = entered.map(({ place }) =>
    asRequest(place, "STAFF", () => Promise.all([whileAside(() => carrier), whileAside(() => carrier)])),
  );
  expect(admission.counts.working).toBe(0);
  const newcomers = await fill(admission);
  answer();
  await Promise.all(waits);
  expect(admission.counts.working).toBe(32);
  const next = admission.enter(flood);
  expect(admission.counts.queued).toBe(1);
  for (const each of [...entered, ...newcomers]) end(each);
  end(await next);
  expect(admission.counts.working).toBe(0);
});

it("keeps the place of who waits less than its patience", async () => {
  const admission = new Admission(wide);
  const { place } = await admission.enter(flood);
  await asRequest(place, "STAFF", () =>
    whileAside(async () => {
      expect(admission.counts.working).toBe(1);
      await sleep(60);
      expect(admission.counts.working).toBe(0);
    }, 30),
  );
  expect(admission.counts.working).toBe(1);
  place.leave();
});

it("works with fewer at once while work waits for the database, and with more again after", async () => {
  let databaseWaitMs = 500;
  const admission = new Admission({ ...wide, databaseWaitMs: () => databaseWaitMs });
  const { place } = await admission.enter(flood);
  const until = async (isThere: () => boolean) => {
    for (let turn = 0; turn < 200 && !isThere(); turn++) await sleep(50);
    expect(isThere()).toBe(true);
  };
  await until(() => admission.counts.limit <= 8);
  databaseWaitMs = 0;
  const before = admission.counts.limit;
  const working = await Promise.all(Array.from({ length: before - 1 }, () => admission.enter(flood)));
  const keepAsking = setInterval(() => void admission.enter(flood).then(end, () => undefined), 10);
  await until(() => admission.counts.limit > before);
  clearInterval(keepAsking);
  place.leave();
  for (const entered of working) end(entered);
});

describe("Of several tenants", () => {
  const many = (count: number, admission: Admission, party: Party) =>
    Array.from({ length: count }, () => admission.enter(party));

  it("who has none at work is let in at once, however many others are there", async () => {
    const admission = new Admission(wide);
    const working = await fill(admission);
    const waiting = many(50, admission, flood);
    const letIn = await Promise.all([admission.enter(other), admission.enter({ tenant: "flood", kind: "STAFF" })]);
    expect(admission.counts).toMatchObject({ working: 18, queued: 50 });
    for (const each of [...working, ...letIn]) end(each);
    for (const each of waiting) end(await each);
  });

  it("each has as many at work as the other, however long its line", async () => {
    const admission = new Admission(wide);
    const working = await fill(admission);
    const order: string[] = [];
    const enterAll = (count: number, party: Party) =>
      many(count, admission, party).map(async (entering) => {
        const entered = await entering;
        order.push(party.tenant);
        return entered;
      });
    const line = [...enterAll(40, flood), ...enterAll(9, other)];
    for (const each of working) end(each);
    for (let turn = 0; turn < 6; turn++) await null;
    expect(admission.counts.working).toBe(16);
    expect(order.filter((tenant) => tenant === "other")).toHaveLength(8);
    for (const each of line) end(await each);
  });

  it("one leaves room for requests of others: alone all that there are, of two none is without", async () => {
    const admission = new Admission({ maxRequests: 20, maxQueued: 0 });
    const enterAside = async (party: Party) => {
      const entered = await admission.enter(party);
      entered.place.stepAside();
      return entered;
    };
    const entered = [];
    for (let each = 0; each < 20; each++) entered.push(await enterAside(flood));
    await expect(enterAside(flood)).rejects.toMatchObject(refusal);
    entered.push(await enterAside(other), await enterAside({ tenant: "third", kind: "BUYERS" }));
    await expect(enterAside(flood)).rejects.toMatchObject(refusal);
    for (const each of entered) end(each);
  });

  it("only one is turned away for its own long line", async () => {
    const admission = new Admission({ maxRequests: 1_000, maxQueued: 4 });
    const working = await fill(admission);
    const there = [await admission.enter(other)];
    const waits = admission.enter(other);
    const line = many(10, admission, flood);
    const outcomes = await Promise.allSettled(line.slice(0, 7));
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => "rejected"));
    for (const each of [...working, ...there]) end(each);
    end(await waits);
    for (const each of line.slice(7)) end(await each);
  });

  it("those of whom nobody knows yet who they are have no more room than strangers", async () => {
    const admission = new Admission({ maxRequests: 20, maxQueued: 0 });
    let answer = () => {};
    const issuer = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const checks = Array.from({ length: 5 }, () => admission.identify(() => issuer));
    expect(admission.counts.underWay).toBe(5);
    await expect(admission.identify(() => issuer)).rejects.toMatchObject(refusal);
    end(await admission.enter(other));
    answer();
    await Promise.all(checks);
    expect(admission.counts.underWay).toBe(0);
  });
});

/** What may happen to the requests that are in, by their place in the list. */
const steps = fc.array(fc.record({ kind: fc.constantFrom("enter", "aside", "back", "leave"), which: fc.nat(50) }), {
  maxLength: 200,
});

it("loses no place and makes none up, in whatever order requests come, wait and end", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const admission = new Admission({ maxRequests: 40, maxQueued: 5 });
      const inside = new Map<Entered, { asides: number }>();
      const pending = new Set<Promise<unknown>>();
      for (const { kind, which } of order) {
        const [entered, state] = [...inside][which % Math.max(1, inside.size)] ?? [];
        if (kind === "enter") {
          const entering: Promise<unknown> = admission
            .enter(parties[which % parties.length] as Party)
            .then(
              (another) => inside.set(another, { asides: 0 }),
              () => undefined,
            )
            .finally(() => pending.delete(entering));
          pending.add(entering);
        } else if (entered && state && kind === "aside") {
          state.asides += 1;
          entered.place.stepAside();
        } else if (entered && state && kind === "back" && state.asides > 0) {
          state.asides -= 1;
          entered.place.comeBack();
        } else if (entered && kind === "leave") {
          inside.delete(entered);
          end(entered);
        }
        // Those who are let in take their places in later turns of the queue of promises.
        for (let turn = 0; turn < 6; turn++) await null;
        const atWork = [...inside.values()].filter(({ asides }) => asides === 0).length;
        expect(admission.counts).toMatchObject({ working: atWork, underWay: inside.size });
        expect(admission.counts.queued).toBeLessThanOrEqual(5);
      }
      while (inside.size > 0 || pending.size > 0) {
        for (const entered of inside.keys()) end(entered);
        inside.clear();
        for (let turn = 0; turn < 6; turn++) await null;
      }
      expect(admission.counts).toMatchObject({ working: 0, underWay: 0, queued: 0 });
    }),
    { numRuns: 100 },
  );
});
