type Path = readonly (string | number)[];

/** A copy of the body with one member set: what the adapter would never send, to see what is said to it. */
export function withMember(body: object, path: Path, value: unknown): object {
  const copy: object = structuredClone(body);
  const last = path.at(-1) ?? "";
  const parent = path.slice(0, -1).reduce<unknown>((held, name) => (held as Members)[name], copy);
  (parent as Members)[last] = value;
  return copy;
}

type Members = Record<string | number, unknown>;
