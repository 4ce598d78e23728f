/** Readers for UPS's loose JSON: one or many, text or number, `""` for an empty container. */

type JsonObject = Record<string, unknown>;

export function isObject(node: unknown): node is JsonObject {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

/** The value at a dotted path; the first element stands for a list. Undefined when a step is missing. */
export function valueAt(node: unknown, path: string): unknown {
  let value: unknown = node;
  for (const name of path.split(".")) {
    const container: unknown = Array.isArray(value) ? value[0] : value;
    if (!isObject(container)) return undefined;
    value = container[name];
  }
  return value;
}

/** Trimmed text of a string or number; empty when there is none. */
export function textAt(node: unknown, path: string): string {
  const value = valueAt(node, path);
  const scalar: unknown = Array.isArray(value) ? value[0] : value;
  return typeof scalar === "string" || typeof scalar === "number" ? String(scalar).trim() : "";
}

/** The elements at a path: none for absent or `""`, one for a bare object. */
export function listAt(node: unknown, path: string): unknown[] {
  const value = valueAt(node, path);
  if (value === undefined || value === null || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** Presence flags count by being there, whatever their value. */
export function isPresent(node: unknown, path: string): boolean {
  return valueAt(node, path) !== undefined;
}
