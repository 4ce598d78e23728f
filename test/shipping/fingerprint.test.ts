import fc from "fast-check";
import { fingerprint } from "../../src/shipping/fingerprint.js";

/** JSON as inputs hold it, with absent parts; `-0` is left out, which JSON cannot say. */
const input = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, true, false, "", "1", "null", "{}", 0, 1, 1.5),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same value with keys in reverse order and parts that say nothing put in. */
function rewritten(value: Json): Json {
  if (Array.isArray(value)) return value.map(rewritten);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).reverse();
  const filler = "not given" in value ? {} : { "not given": undefined };
  return { ...filler, ...Object.fromEntries(entries.map(([key, part]) => [key, rewritten(part)])) };
}

/** What two inputs mean: null parts of objects are the same as absent ones. */
function meaning(value: Json): Json {
  if (Array.isArray(value)) return value.map(meaning);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, part]) => part != null);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, meaning(part)]));
}

it("is the same for equal inputs, whatever the order of their parts and whichever are absent", () => {
  fc.assert(
    fc.property(input, (value) => {
      expect(fingerprint(rewritten(value as Json))).toBe(fingerprint(value));
    }),
    { seed: 1, numRuns: 500 },
  );
});

it("differs exactly where the meaning differs", () => {
  fc.assert(
    fc.property(input, input, (left, right) => {
      const isSame = JSON.stringify(meaning(left as Json)) === JSON.stringify(meaning(right as Json));
      expect(fingerprint(left) === fingerprint(right)).toBe(isSame);
    }),
    { seed: 2, numRuns: 1_000 },
  );
});

it.each<[string, unknown, unknown]>([
  ["a number and its text", { a: 1 }, { a: "1" }],
  ["an element more", { a: [1] }, { a: [1, 1] }],
  ["another order of a list", [1, 2], [2, 1]],
  ["an absent and an empty text", { a: null }, { a: "" }],
  ["an absent and an empty list", {}, { a: [] }],
  ["a null in a list and none", [null], []],
  ["a part on another level", { a: { b: 1 } }, { a: {}, b: 1 }],
  ["a key that looks like structure", { 'a":1,"b': 2 }, { a: 1, b: 2 }],
])("tells apart %s", (_, left, right) => {
  expect(fingerprint(left)).not.toBe(fingerprint(right));
});
