import { groupsInParts } from "../../src/database/groups-in-parts.js";

interface Row {
  of: string;
  at: number;
}

const rowsOf = (lengths: Record<string, number>): Row[] =>
  Object.entries(lengths).flatMap(([of, length]) => Array.from({ length }, (_, at) => ({ of, at })));

/** Reads like a statement with `order by of, at limit most`. */
async function read(lengths: Record<string, number>, keys: string[], most: number) {
  const parts: number[] = [];
  const found = await groupsInParts<Row>(keys, "of", most, async (wanted, limit) => {
    const rows = rowsOf(lengths).filter(({ of }) => wanted.includes(of));
    parts.push(rows.slice(0, limit).length);
    return rows.slice(0, limit);
  });
  return { found, parts };
}

describe("groups that are read in parts", () => {
  it("are whole and in order, however the parts fall", async () => {
    const lengths = { a: 3, b: 0, c: 4, d: 1, e: 9, f: 2 };
    for (let most = 1; most <= 20; most += 1) {
      const { found } = await read(lengths, ["f", "e", "d", "c", "b", "a"], most);
      const counted = Object.keys(lengths).map((key) => [key, (found.get(key) ?? []).map(({ at }) => at)]);
      expect(counted).toEqual(
        Object.entries(lengths).map(([key, length]) => [key, Array.from({ length }, (_, at) => at)]),
      );
    }
  });

  it("take one part where they are few", async () => {
    expect((await read({ a: 3, b: 2 }, ["a", "b", "c"], 6)).parts).toEqual([5]);
  });

  it("have parts of no more than that, but for one group that has more alone", async () => {
    const { parts } = await read({ a: 4, b: 30, c: 4, d: 4 }, ["a", "b", "c", "d"], 10);
    expect(parts.filter((length) => length > 10)).toEqual([30]);
  });
});
