import { rememberByHash } from "../../src/security/operation-limits/remember-by-hash.js";

function counting() {
  const asked: string[] = [];
  const find = rememberByHash((source) => {
    asked.push(source);
    return source === "" ? null : source.length;
  });
  return { asked, find };
}

it("keeps what is asked again, however many new texts somebody else sends", () => {
  const { asked, find } = counting();
  find("{ ours }");
  for (let count = 0; count < 3_000; count += 1) {
    find(`{ theirs${count} }`);
    if (count % 500 === 0) expect(find("{ ours }")).toBe(8);
  }
  expect(asked.filter((source) => source === "{ ours }")).toHaveLength(1);
});

it("looks again at what it was told nothing of", () => {
  const { asked, find } = counting();
  expect([find(""), find("")]).toEqual([null, null]);
  expect(asked).toHaveLength(2);
});
