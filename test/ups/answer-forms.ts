import { isDeepStrictEqual } from "node:util";

/** An answer with one member written otherwise, and where that member stands. */
export interface Rewritten {
  path: string;
  form: string;
  json: unknown;
}

/**
 * The same answer with less of the same: three elements of long lists, and the beginnings of images. Every reading of it
 * costs less, and there are thousands.
 */
export function shortened(node: unknown): unknown {
  if (typeof node === "string") return node.slice(0, 4000);
  if (Array.isArray(node)) return node.slice(0, 3).map(shortened);
  if (!isNode(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, shortened(value)]));
}

/** A member's ways of saying nothing. */
const nothings: [string, unknown][] = [
  ["null", null],
  ["empty text", ""],
  ["an empty list", []],
  ["an empty object", {}],
  ["a list of null", [null]],
];

/** The answer without one of its members, every member in turn, and for each in all the ways of saying nothing. */
export function* withoutMembers(json: unknown): Generator<Rewritten & { isAbsent: boolean }> {
  for (const path of memberPaths(json)) {
    yield { path: path.join("."), form: "absent", isAbsent: true, json: rewritten(json, path, undefined) };
    for (const [form, value] of nothings) {
      yield { path: path.join("."), form, isAbsent: false, json: rewritten(json, path, value) };
    }
  }
}

/** The answer with one member that says the same in another way: alone for a list of one, a list of one for it alone. */
export function* inOtherForms(json: unknown): Generator<Rewritten> {
  for (const path of memberPaths(json)) {
    const value = path.reduce(memberOf, json);
    if (value === "" || value === null) continue;
    const isList = Array.isArray(value);
    if (isList && value.length !== 1) continue;
    const other = isList ? value[0] : [value];
    yield { path: path.join("."), form: isList ? "alone" : "a list", json: rewritten(json, path, other) };
    if (typeof value === "string" && /^\d+(\.\d*[1-9])?$/.test(value) && String(Number(value)) === value) {
      yield { path: path.join("."), form: "a number", json: rewritten(json, path, Number(value)) };
    }
  }
}

/** Every member of every object; elements of lists are no members, and of long lists two are looked into. */
function memberPaths(node: unknown, at: string[] = []): string[][] {
  if (Array.isArray(node)) {
    return node.slice(0, 2).flatMap((element, index) => memberPaths(element, [...at, String(index)]));
  }
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [[...at, name], ...memberPaths(value, [...at, name])]);
}

function memberOf(node: unknown, name: string): unknown {
  return (node as Record<string, unknown>)[name];
}

/** Copies what stands above the member alone: an answer with labels is too large to be copied for each of its members. */
function rewritten(node: unknown, [name = "", ...below]: string[], value: unknown): unknown {
  const copy = (Array.isArray(node) ? [...node] : { ...(node as object) }) as Record<string, unknown>;
  if (below.length > 0) copy[name] = rewritten(copy[name], below, value);
  else if (value === undefined) delete copy[name];
  else copy[name] = value;
  return copy;
}

/** What differs between two readings, as paths of values; a list that changed its length is one difference. */
export function differences(left: unknown, right: unknown): string[] {
  return isDeepStrictEqual(left, right) ? [] : pathsThatDiffer(left, right, "");
}

function pathsThatDiffer(left: unknown, right: unknown, at: string): string[] {
  if (Object.is(left, right)) return [];
  if (!isNode(left) || !isNode(right) || Array.isArray(left) !== Array.isArray(right)) return [at];
  if (Buffer.isBuffer(left) && Buffer.isBuffer(right)) return left.equals(right) ? [] : [at];
  if (Array.isArray(left) && Array.isArray(right) && left.length !== right.length) return [at];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].flatMap((name) =>
    pathsThatDiffer(memberOf(left, name), memberOf(right, name), at === "" ? name : `${at}.${name}`),
  );
}

function isNode(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
