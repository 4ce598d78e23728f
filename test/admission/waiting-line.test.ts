import { FairShares } from "../../src/admission/fair-shares.js";
import type { Party } from "../../src/admission/party.js";
import { WaitingLine } from "../../src/admission/waiting-line.js";

const isThere = () => false;
const acme = { tenant: "one", kind: "BUYERS" } as const;
const other = { tenant: "other", kind: "BUYERS" } as const;
const free = new FairShares(1_000);
const admitOne = (line: WaitingLine) => line.admitOne(free, () => true) !== null;
const longMs = 60_000;

/** A line, and who was let in or turned away, in order. */
function aLine(most: number, patienceMs = longMs) {
  const line = new WaitingLine({ most, patienceMs, overloadMs: longMs });
  const seen: string[] = [];
  const join = (name: string, party: Party = acme) =>
    line.join(party, isThere).then((isIn) => seen.push(`${name} ${isIn ? "in" : "away"}`));
  return { line, seen, join };
}

it("lets in by the order of coming", async () => {
  const { line, seen, join } = aLine(10);
  const all = ["a", "b", "c"].map((name) => join(name));
  while (admitOne(line));
  await Promise.all(all);
  expect(seen).toEqual(["a in", "b in", "c in"]);
});

it("lets the newest in first once somebody was turned away, until it is empty", async () => {
  const { line, seen, join } = aLine(3);
  const all = ["a", "b", "c", "d"].map((name) => join(name));
  while (admitOne(line));
  await Promise.all(all);
  expect(seen).toEqual(["a away", "d in", "c in", "b in"]);
  const later = ["e", "f"].map((name) => join(name));
  while (admitOne(line));
  await Promise.all(later);
  expect(seen.slice(4)).toEqual(["e in", "f in"]);
});

it("turns away after its patience, without anybody being let in meanwhile", async () => {
  const line = new WaitingLine({ most: 10, patienceMs: 50, overloadMs: 20 });
  expect(await Promise.all([line.join(acme, isThere), line.join(acme, isThere)])).toEqual([false, false]);
  expect(line.length).toBe(0);
});

it("holds nobody where none may wait", async () => {
  expect(await aLine(0).line.join(acme, isThere)).toBe(false);
});

it("lets parties in by turns, and has too much to do of that one alone whose queue is too long", async () => {
  const { line, seen, join } = aLine(6);
  const all = ["a", "b", "c", "d", "e"].map((name) => join(name));
  all.push(...["1", "2"].map((name) => join(name, other)));
  while (admitOne(line));
  await Promise.all(all);
  expect(seen).toEqual(["a away", "e in", "1 in", "d in", "2 in", "c in", "b in"]);
});
