import { WaitingLine } from "../../src/admission/waiting-line.js";

const isThere = () => false;
const longMs = 60_000;

/** A line, and who was let in or turned away, in order. */
function aLine(most: number, patienceMs = longMs) {
  const line = new WaitingLine({ most, patienceMs, overloadMs: longMs });
  const seen: string[] = [];
  const join = (name: string) => line.join(isThere).then((isIn) => seen.push(`${name} ${isIn ? "in" : "away"}`));
  return { line, seen, join };
}

it("lets in by the order of coming", async () => {
  const { line, seen, join } = aLine(10);
  const all = ["a", "b", "c"].map(join);
  while (line.admitOne());
  await Promise.all(all);
  expect(seen).toEqual(["a in", "b in", "c in"]);
});

it("lets the newest in first once somebody was turned away, until it is empty", async () => {
  const { line, seen, join } = aLine(3);
  const all = ["a", "b", "c", "d"].map(join);
  while (line.admitOne());
  await Promise.all(all);
  expect(seen).toEqual(["a away", "d in", "c in", "b in"]);
  const later = ["e", "f"].map(join);
  while (line.admitOne());
  await Promise.all(later);
  expect(seen.slice(4)).toEqual(["e in", "f in"]);
});

it("turns away after its patience, without anybody being let in meanwhile", async () => {
  const line = new WaitingLine({ most: 10, patienceMs: 50, overloadMs: 20 });
  expect(await Promise.all([line.join(isThere), line.join(isThere)])).toEqual([false, false]);
  expect(line.length).toBe(0);
});

it("holds nobody where none may wait", async () => {
  expect(await aLine(0).line.join(isThere)).toBe(false);
});
